// A microphone's track as far as our cores need one: it can be silenced, copied, closed and pulled out.

export interface MemoryTrack extends EventTarget {
  readonly id: number
  enabled: boolean
  readonly readyState: 'live' | 'ended'
  stop(): void
  clone(): MemoryTrack
  /** The device is pulled out: the browser ends the track and says so. */
  unplug(): void
}

let made = 0

/** Makes a track that lives. */
export function createMemoryTrack(): MemoryTrack {
  const target = new EventTarget()
  let state: 'live' | 'ended' = 'live'
  const track = Object.assign(target, {
    id: made++,
    enabled: true,
    readyState: state,
    stop() {
      state = 'ended'
    },
    clone: createMemoryTrack,
    unplug() {
      state = 'ended'
      target.dispatchEvent(new Event('ended'))
    },
  })
  return Object.defineProperty(track, 'readyState', { get: () => state })
}

/** Hands it to code that asks for the browser's own kind. */
export function asMediaTrack(track: MemoryTrack): MediaStreamTrack {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the cores use only what MemoryTrack has
  return track as unknown as MediaStreamTrack
}
