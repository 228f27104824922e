// The media server's side of one microphone, in memory, with every message delivered by hand. It behaves as LiveKit was measured
// to: a publication without permission is never answered, a hold takes publications away, and the SDK overlooks that word for a
// publication that it is still negotiating, believing in it ever after.

import type { MicrophonePort } from '../../client/room/roomPort.ts'

interface Local {
  readonly id: string
  readonly track: MediaStreamTrack
  muted: boolean
}

export interface MemoryMicrophone {
  readonly port: MicrophonePort
  /** The server's decision; it travels to the client as a message. */
  grant(): void
  hold(): void
  /** Delivers the oldest message to the server, or to the client; false when there was none. */
  toServer(): boolean
  toClient(): boolean
  /** Lets the oldest negotiation end, by which a publication becomes known to the SDK; false when there was none. */
  negotiate(): boolean
  /** Lets publications that were never answered fail, as they do after ten seconds. */
  timeOut(): boolean
  /** What the server would send on to the others. */
  heard(): readonly { readonly id: string; readonly track: MediaStreamTrack; readonly muted: boolean }[]
  /** Everything on its way. */
  quiet(): boolean
}

/** Creates one link's microphone; `onChanged` is the link's onMicrophoneChanged. */
export function createMemoryMicrophone(permitted: boolean, onChanged: () => void): MemoryMicrophone {
  const up: (() => void)[] = []
  const down: (() => void)[] = []
  const negotiations: (() => void)[] = []
  const unanswered = new Map<string, (reason: Error) => void>()
  const onServer = new Map<string, Local>()
  const local = new Map<string, Local>()
  let serverPermits = permitted
  let clientPermits = permitted
  let nextId = 1
  let lines = 0

  const shift = (queue: (() => void)[]) => {
    const first = queue.shift()
    first?.()
    return first !== undefined
  }

  return {
    port: {
      permitted: () => clientPermits,
      lines: () => lines,
      publications: () => [...local.values()].map(({ id, track, muted }) => ({ id, track, muted })),
      publish(track) {
        if (!clientPermits) return Promise.reject(new Error('insufficient permissions'))
        const id = `TR_${nextId++}`
        lines++
        return new Promise((resolve, reject) => {
          unanswered.set(id, reject)
          up.push(() => {
            if (!serverPermits || !unanswered.has(id)) return
            const one = { id, track, muted: false }
            onServer.set(id, one)
            down.push(() => {
              if (!unanswered.delete(id)) return
              negotiations.push(() => {
                local.set(id, { ...one })
                onChanged()
                resolve()
              })
            })
          })
        })
      },
      async unpublish(id) {
        local.delete(id)
        up.push(() => onServer.delete(id))
        onChanged()
      },
      async setMuted(id, muted) {
        const one = local.get(id)
        if (!one) throw new Error('this publication is gone')
        one.muted = muted
        up.push(() => {
          const known = onServer.get(id)
          if (known) known.muted = muted
        })
      },
    },
    grant() {
      serverPermits = true
      down.push(() => {
        clientPermits = true
        onChanged()
      })
    },
    hold() {
      serverPermits = false
      for (const id of onServer.keys()) {
        down.push(() => {
          if (local.delete(id)) onChanged()
        })
      }
      onServer.clear()
      down.push(() => {
        clientPermits = false
        onChanged()
      })
    },
    toServer: () => shift(up),
    toClient: () => shift(down),
    negotiate: () => shift(negotiations),
    timeOut() {
      const all = [...unanswered]
      unanswered.clear()
      for (const [, reject] of all) reject(new Error('publication timed out'))
      return all.length > 0
    },
    heard: () => [...onServer.values()],
    quiet: () => up.length + down.length + negotiations.length === 0,
  }
}
