// The store that both faces read, at human speed; who writes which part is said at each writer.

import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_CARE } from '#protocol/care.ts'
import type { SessionState } from './session.ts'

export type SessionStore = StoreApi<SessionState>

/** What is told to one person alone, before anything is. */
export const NOTHING_PRIVATE: Pick<SessionState, 'scriptText' | 'firstTimers' | 'care' | 'milestones' | 'chat'> = {
  scriptText: null,
  firstTimers: [],
  care: NO_CARE,
  milestones: { mine: null, asked: [] },
  chat: [],
}

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
    ...NOTHING_PRIVATE,
    practice: null,
    connection: 'idle',
    asideConnection: 'idle',
    microphone: { status: 'off', wanted: microphoneWanted, trouble: null, talkingWhileOff: false },
    sound: 'idle',
    speaking: new Set(),
    gestures: [],
    notes: [],
    quieter: {},
    clockOffsetMs: 0,
  }))
}
