// After the meeting: it is over and people stay, in small groups at marked places with real distances, while a key-holder is there.

import { CLOSING_SECONDS } from '#protocol/limits.ts'
import { standingPlaces } from '#protocol/circle.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import type { Admission, MeetingRecord } from './record.ts'

const CLOSING_MS = CLOSING_SECONDS * 1000

/** Ends the hour and lets people stay. Everybody may speak; those nearby are heard best. */
export function startAfter(record: MeetingRecord): Step {
  if (record.phase === 'after') return 'already-so'
  if (record.phase !== 'open' && record.phase !== 'closing') return 'wrong-phase'
  if (record.hushed) return 'wrong-mode'
  // While a key-holder stays, and only then.
  if (!record.people.some((one) => one.keyHolder && one.connected)) return 'wrong-phase'
  const { direction } = record.floor
  const over: MeetingRecord = {
    ...record,
    phase: 'after',
    closesAt: null,
    floor: { mode: 'open', speaker: null, fading: null, next: null, direction, later: [], unhurried: false },
    fadingUntil: null,
    hands: [],
    invitations: [],
    script: null,
    lamp: null,
    shareSeconds: null,
    standing: [],
  }
  return announce(over, 'after')
}

/** Goes to a marked place where nobody stands, or back to one's own chair. */
export function stand(record: MeetingRecord, by: Admission, place: number | null): Step {
  if (record.phase !== 'after') return 'wrong-phase'
  const here = record.standing.find((one) => one.identity === by.identity)
  if ((here?.place ?? null) === place) return 'already-so'
  const others = record.standing.filter((one) => one !== here)
  if (place === null) return { ...record, standing: others }
  if (place >= standingPlaces(record.seats).length) return 'not-found'
  if (others.some((one) => one.place === place)) return 'place-taken'
  return { ...record, standing: [...others, { identity: by.identity, place }] }
}

/** Begins the last minute, in which people stay where they stand. */
export function closeAfter(record: MeetingRecord, now: number): Step {
  if (record.closesAt !== null) return 'already-so'
  return announce({ ...record, closesAt: now + CLOSING_MS }, 'closing')
}
