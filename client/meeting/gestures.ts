// Gestures of others and one's own: a few seconds each, then gone.

import type { Identity } from '#protocol/meeting.ts'
import { type Gesture, SIGNAL_BYTES, signalSchema } from '#protocol/signals.ts'
import type { Clock } from './clock.ts'
import type { SessionStore } from './sessionStore.ts'

/** How long a gesture is to be seen. */
const SEEN_MS = 4_000
/** A person makes at most one gesture in this time; more is a flood. */
const LEAST_GAP_MS = 250

export interface Gestures {
  /** One's own, at once; returns the bytes to send, or null when it came too soon after the last. */
  make(identity: Identity, gesture: Gesture): Uint8Array<ArrayBuffer> | null
  /** Somebody's packet, named by the media server. Oversized, malformed and too many are dropped and counted. */
  receive(identity: Identity, payload: Uint8Array): void
  dropped(): number
}

function parseSignal(payload: Uint8Array): Gesture | null {
  if (payload.length > SIGNAL_BYTES) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload)
    return signalSchema.safeParse(JSON.parse(text)).data?.gesture ?? null
  } catch {
    // Not UTF-8 or not JSON: counted by the caller.
    return null
  }
}

/** Creates the writer of gestures. */
export function createGestures(store: SessionStore, clock: Clock): Gestures {
  let dropped = 0

  function show(identity: Identity, gesture: Gesture): boolean {
    const atMs = clock.nowMs()
    const { gestures } = store.getState()
    const last = gestures.findLast((one) => one.identity === identity)
    if (last && atMs - last.atMs < LEAST_GAP_MS) return false
    const made = { identity, gesture, atMs }
    store.setState({ gestures: [...gestures, made] })
    clock.after(SEEN_MS, () => {
      store.setState((state) => ({ gestures: state.gestures.filter((one) => one !== made) }))
    })
    return true
  }

  return {
    make: (identity, gesture) =>
      show(identity, gesture) ? new TextEncoder().encode(JSON.stringify({ gesture })) : null,
    receive(identity, payload) {
      const gesture = parseSignal(payload)
      if (!gesture || !show(identity, gesture)) dropped++
    },
    dropped: () => dropped,
  }
}
