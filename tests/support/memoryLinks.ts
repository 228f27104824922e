// Links to a media server that exists only in a test: each waits to be opened, refused or left hanging, and can be ended, stalled
// or made to speak afterwards.

import type { LinkEnd, LinkEvents, Opened, OpenLink, Ticket } from '../../client/room/roomPort.ts'
import { createMemoryMicrophone, type MemoryMicrophone } from './memoryMicrophone.ts'

export interface MemoryLink {
  readonly ticket: Ticket
  readonly events: LinkEvents
  readonly aborted: () => boolean
  /** The media server lets it in. */
  accept(): void
  refuse(end: LinkEnd): void
  closed(): boolean
  readonly signals: Uint8Array[]
  readonly poses: Uint8Array[]
  /** The media server's side of this link's microphone; permitted. */
  readonly microphone: MemoryMicrophone
  /** Nothing arrives any more, without a word. */
  stall(stalled: boolean): void
}

export interface MemoryLinks {
  readonly open: OpenLink
  readonly all: readonly MemoryLink[]
  /** The newest. */
  last(): MemoryLink
}

/** Creates a media server to which nobody is connected. */
export function createMemoryLinks(): MemoryLinks {
  const all: MemoryLink[] = []
  return {
    all,
    last() {
      const last = all.at(-1)
      if (!last) throw new Error('nobody has tried to connect')
      return last
    },
    open(ticket, events, signal) {
      return new Promise<Opened>((resolve) => {
        let closed = false
        let stalled = false
        let received = 0
        const signals: Uint8Array[] = []
        const poses: Uint8Array[] = []
        const microphone = createMemoryMicrophone(true, () => events.onMicrophoneChanged())
        all.push({
          ticket,
          events,
          signals,
          poses,
          microphone,
          aborted: () => signal.aborted,
          closed: () => closed,
          stall(next) {
            stalled = next
          },
          refuse: (end) => resolve({ ok: false, end }),
          accept() {
            resolve({
              ok: true,
              link: {
                microphone: microphone.port,
                async sendSignal(payload) {
                  signals.push(payload)
                },
                sendPose: (payload) => poses.push(payload.slice()) > 0,
                received: async () => (stalled ? received : ++received),
                close() {
                  closed = true
                },
              },
            })
          },
        })
      })
    },
  }
}
