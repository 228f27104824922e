// The soft lines: written here, shown for a while by the page, kept for the log of screen readers.

import type { Clock } from './clock.ts'
import type { Note } from './session.ts'
import type { SessionStore } from './sessionStore.ts'

/** An hour with many comings and goings fits; older ones fall off. */
const KEPT = 200
/** The same sentence within this time is said once. */
const SAME_MS = 3_000

export interface Notes {
  add(text: string, tone?: Note['tone']): void
  dismiss(id: number): void
}

/** Creates the writer of notes. */
export function createNotes(store: SessionStore, clock: Clock): Notes {
  let nextId = 1
  return {
    add(text, tone = 'calm') {
      const { notes } = store.getState()
      const last = notes.at(-1)
      const atMs = clock.nowMs()
      if (last?.text === text && atMs - last.atMs < SAME_MS) return
      store.setState({ notes: [...notes.slice(1 - KEPT), { id: nextId++, text, tone, atMs }] })
    },
    dismiss(id) {
      store.setState(({ notes }) => ({ notes: notes.filter((note) => note.id !== id) }))
    },
  }
}
