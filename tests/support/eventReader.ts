// Reads the personal stream of server-sent events as a browser would, checks every event by the protocol, and keeps the newest of
// each kind.

import * as z from 'zod/mini'
import { personalEventSchema, type DoorEntry, type Me, type PersonalEvent } from '#protocol/api.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { until, type Maybe } from './clocks.ts'

export interface EventReader {
  readonly all: readonly PersonalEvent[]
  readonly me: Me | null
  readonly door: readonly DoorEntry[]
  readonly snapshot: MeetingSnapshot | null
  /** Waits until the question about this reader is answered with something. */
  until<T>(what: string, ask: (reader: EventReader) => Maybe<T>, timeoutMs?: number): Promise<T>
  close(): void
}

/** Opens the stream and returns once it has said who one is. */
export async function readEvents(url: string, cookie: string): Promise<EventReader> {
  const stop = new AbortController()
  const response = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal: stop.signal })
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
  const all: PersonalEvent[] = []
  let fault: unknown = null
  const latest = <K extends PersonalEvent['type']>(type: K) =>
    all.findLast((event): event is Extract<PersonalEvent, { type: K }> => event.type === type) ?? null

  const reader: EventReader = {
    all,
    get me() {
      return latest('me')?.me ?? null
    },
    get door() {
      return latest('door')?.entries ?? []
    },
    get snapshot() {
      return latest('snapshot')?.snapshot ?? null
    },
    async until(what, ask, timeoutMs) {
      const checked = () => {
        if (fault) throw fault
        return ask(reader)
      }
      return until(what, checked, timeoutMs === undefined ? {} : { timeoutMs })
    },
    close: () => stop.abort(),
  }

  async function pump(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of body) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const data = part.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trim()] : []))
        if (data.length > 0) all.push(z.parse(personalEventSchema, JSON.parse(data.join('\n'))))
      }
    }
  }
  pump(response.body).catch((error: unknown) => {
    if (!stop.signal.aborted) fault = error
  })
  await reader.until('the first event of the stream', ({ me }) => me)
  return reader
}
