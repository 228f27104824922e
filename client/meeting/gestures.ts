// Small signals of others and one's own: gestures, a few seconds each, then gone; and what whoever runs the meeting asks of all.

import type { Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { type Gesture, type Signal, SIGNAL_BYTES, signalSchema } from '#protocol/signals.ts'
import type { Clock } from './clock.ts'
import type { SessionStore } from './sessionStore.ts'

/** How long a gesture is to be seen. */
const SEEN_MS = 4_000
/** A person makes at most one gesture in this time; more is a flood. */
const LEAST_GAP_MS = 250
/** Everybody is asked to sit down anew at most so often. */
const LEAST_ASK_GAP_MS = 5_000

export interface Gestures {
  /** One's own, at once; returns the bytes to send, or null when it came too soon after the last. */
  make(identity: Identity, gesture: Gesture): Uint8Array<ArrayBuffer> | null
  /** Asks everybody to sit down in the middle anew; the bytes to send, or null for somebody who does not run the meeting. */
  askToRecentre(identity: Identity): Uint8Array<ArrayBuffer> | null
  /** Somebody's packet, named by the media server. Oversized, malformed and too many are dropped and counted. */
  receive(identity: Identity, payload: Uint8Array): void
  dropped(): number
}

function parseSignal(payload: Uint8Array): Signal | null {
  if (payload.length > SIGNAL_BYTES) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload)
    return signalSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Not UTF-8 or not JSON: counted by the caller.
    return null
  }
}

/** Creates the writer of gestures. */
export function createGestures(store: SessionStore, clock: Clock): Gestures {
  let dropped = 0
  let askedAtMs = -Infinity

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

  const encode = (signal: Signal) => new TextEncoder().encode(JSON.stringify(signal))

  function runs(identity: Identity): boolean {
    const person = store.getState().snapshot?.participants.find((one) => one.identity === identity)
    return person !== undefined && runsMeeting(person)
  }

  /** Only from whoever runs the meeting, and not again and again. */
  function ask(identity: Identity): boolean {
    const atMs = clock.nowMs()
    if (!runs(identity) || atMs - askedAtMs < LEAST_ASK_GAP_MS) return false
    askedAtMs = atMs
    store.setState(({ recentreAsked }) => ({ recentreAsked: recentreAsked + 1 }))
    return true
  }

  return {
    make: (identity, gesture) => (show(identity, gesture) ? encode({ gesture }) : null),
    askToRecentre: (identity) => (ask(identity) ? encode({ ask: 'recentre' }) : null),
    receive(identity, payload) {
      const signal = parseSignal(payload)
      const taken = signal && ('gesture' in signal ? show(identity, signal.gesture) : ask(identity))
      if (!taken) dropped++
    },
    dropped: () => dropped,
  }
}
