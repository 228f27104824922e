// What is written down about meetings: load, apply, save. Each entry is made in one go, so inputs to a meeting never overlap, and an
// outcome that is returned is on disk. Knows nothing of the media server.

import type { Identity } from '#protocol/meeting.ts'
import { createMeetingId } from '../admissions/identity.ts'
import { apply, createMeeting } from './meeting.ts'
import type { Clock, MeetingStore, RandomBytes } from './ports.ts'
import type { MeetingInput, MeetingRecord, Outcome } from './record.ts'
import { roomOf, sidesOf } from './snapshot.ts'
import type { Side } from './snapshot.ts'

/** How often a save that somebody else overtook is tried again. */
const SAVE_TRIES = 5

/** `before` is the record as it was when the outcome changed it; null when nothing changed. */
export interface Entry {
  readonly outcome: Outcome
  readonly before: MeetingRecord | null
}

/** A room of a running meeting; `side` null: the circle's own. */
export interface Found {
  readonly record: MeetingRecord
  readonly side: Side
}

export interface Ledger {
  /** The group's meeting; a new one with closed doors when there is none. */
  forGroup(group: string): MeetingRecord
  /** The running meeting whose present epoch, or open side room, a room carries. */
  forRoom(room: string): Found | null
  enter(id: string, input: MeetingInput, ifRevision?: number): Entry
}

export interface LedgerOptions {
  readonly store: MeetingStore
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  /** Seats of a new meeting of a group. */
  readonly seats: (group: string) => number
  /** Whether a group is there for practice alone. */
  readonly practice: (group: string) => boolean
  readonly newIdentity: () => Identity
}

/** A circle in which nobody sits yet follows the host's setting; a running one keeps its chairs. */
function withSeats(record: MeetingRecord, seats: number): MeetingRecord {
  return record.phase === 'closed' && record.people.length === 0 ? { ...record, seats } : record
}

export function createLedger({ store, clock, randomBytes, seats, practice, newIdentity }: LedgerOptions): Ledger {
  return {
    forGroup(group) {
      const running = store.list(group).find((record) => record.phase !== 'ended')
      if (running) return withSeats(running, seats(group))
      const id = createMeetingId(randomBytes)
      const record = createMeeting({ id, group, seats: seats(group), practice: practice(group) })
      store.insert(record)
      return record
    },
    forRoom(room) {
      const record = store.load(room.split('.')[0] ?? '')
      if (!record || record.phase === 'ended') return null
      const side = sidesOf(record).find((one) => roomOf(record, one) === room)
      return side === undefined ? null : { record, side }
    },
    enter(id, input, ifRevision) {
      for (let attempt = 0; attempt < SAVE_TRIES; attempt++) {
        const stored = store.load(id)
        if (!stored) return { outcome: { ok: false, code: 'not-found' }, before: null }
        const before = withSeats(stored, seats(stored.group))
        if (ifRevision !== undefined && ifRevision !== before.revision) {
          return { outcome: { ok: false, code: 'stale' }, before: null }
        }
        const outcome = apply(before, input, clock.now(), { identity: newIdentity })
        if (!outcome.ok || outcome.record === before) return { outcome, before: null }
        if (store.save(outcome.record, before.revision)) return { outcome, before }
      }
      return { outcome: { ok: false, code: 'unavailable' }, before: null }
    },
  }
}
