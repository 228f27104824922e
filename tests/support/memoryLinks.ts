// Links to a media server that exists only in a test: each waits to be opened, refused or left hanging, and can be ended, stalled
// or made to speak afterwards.

import type { Seat } from '#protocol/api.ts'
import type { LinkEnd, LinkEvents, MicrophonePort, Opened, OpenLink } from '../../client/room/roomPort.ts'
import { createMemoryMicrophone } from './memoryMicrophone.ts'

export interface MemoryLink {
  readonly seat: Seat
  readonly events: LinkEvents
  readonly aborted: () => boolean
  /** The media server lets it in. */
  accept(): void
  refuse(end: LinkEnd): void
  closed(): boolean
  readonly signals: Uint8Array[]
  readonly poses: Uint8Array[]
  /** Nothing arrives any more, without a word. */
  stall(stalled: boolean): void
}

export interface MemoryLinks {
  readonly open: OpenLink
  readonly all: readonly MemoryLink[]
  /** The newest. */
  last(): MemoryLink
}

/** Creates a media server to which nobody is connected; `microphone` gives each link's (default: permitted, never answering). */
export function createMemoryLinks(
  microphone: (events: LinkEvents) => MicrophonePort = (events) =>
    createMemoryMicrophone(true, () => events.onMicrophoneChanged()).port,
): MemoryLinks {
  const all: MemoryLink[] = []
  return {
    all,
    last() {
      const last = all.at(-1)
      if (!last) throw new Error('nobody has tried to connect')
      return last
    },
    open(seat, events, signal) {
      return new Promise<Opened>((resolve) => {
        let closed = false
        let stalled = false
        let received = 0
        const signals: Uint8Array[] = []
        const poses: Uint8Array[] = []
        all.push({
          seat,
          events,
          signals,
          poses,
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
                microphone: microphone(events),
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
