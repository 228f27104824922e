// Streams of personal events that a test feeds, breaks and refuses.

import type { EventStream } from '../../client/api/events.ts'
import type { PersonalEvent } from '#protocol/api.ts'

export interface MemoryEvents {
  readonly open: (url: string) => EventStream
  /** How many streams were opened. */
  opened(): number
  /** Of the newest stream: it stands. */
  stand(): void
  send(event: PersonalEvent): void
  sendText(text: string): void
  /** It broke; the browser tries again by itself, or (refused) does not. */
  break(refused: boolean): void
  closed(): boolean
}

/** Creates a server that streams nothing yet. */
export function createMemoryEvents(): MemoryEvents {
  const streams: { target: EventTarget; state: number }[] = []
  const last = () => {
    const stream = streams.at(-1)
    if (!stream) throw new Error('nobody listens')
    return stream
  }
  const sendText = (data: string) => void last().target.dispatchEvent(new MessageEvent('message', { data }))
  return {
    open() {
      const stream = { target: new EventTarget(), state: 0 }
      streams.push(stream)
      return {
        addEventListener(type: string, listener: (event: never) => void) {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- dispatched with the right kind above and below
          stream.target.addEventListener(type, listener as (event: Event) => void)
        },
        get readyState() {
          return stream.state
        },
        close() {
          stream.state = 2
        },
      }
    },
    opened: () => streams.length,
    stand() {
      last().state = 1
      last().target.dispatchEvent(new Event('open'))
    },
    send: (event) => sendText(JSON.stringify(event)),
    sendText,
    break(refused) {
      last().state = refused ? 2 : 0
      last().target.dispatchEvent(new Event('error'))
    },
    closed: () => last().state === 2,
  }
}
