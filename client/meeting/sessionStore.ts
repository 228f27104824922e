// The store that both faces read, at human speed; who writes which part is said at each writer.

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionState } from './session.ts'
import { NOTHING_TOLD } from './told.ts'

export type SessionStore = StoreApi<SessionState>

/** Creates the store of a page that has not asked the server yet. */
export function createSessionStore(microphoneWanted: boolean): SessionStore {
  return createStore<SessionState>(() => ({
    place: 'loading',
    out: null,
    chairAt: null,
    me: null,
    snapshot: null,
    identity: null,
    door: [],
    ...NOTHING_TOLD,
    practice: null,
    feedback: [],
    connection: 'idle',
    asideConnection: 'idle',
    microphone: { status: 'off', wanted: microphoneWanted, trouble: null, talkingWhileOff: false },
    sound: 'idle',
    speaking: new Set(),
    gestures: [],
    notes: [],
    recentreAsked: 0,
    quieter: {},
    clockOffsetMs: 0,
  }))
}
