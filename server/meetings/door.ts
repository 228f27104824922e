// The door: who may knock, who waits, who is let in, and when nobody is. A step returns the new record or the code of a refusal.

import { isDeepStrictEqual } from 'node:util'
import { DENIALS_TO_BLOCK, MAX_WAITING_KNOCKS } from '#protocol/limits.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import type { Identity } from '#protocol/meeting.ts'
import { cleanName, isTaken } from '../admissions/names.ts'
import { announce } from './announce.ts'
import { change, personOf } from './people.ts'
import type { Admission, MeetingInput, MeetingRecord, SessionHash, WaitingKnock } from './record.ts'
import { bringBack } from './safe.ts'
import { freeSeat } from './seats.ts'

export type Step = MeetingRecord | ErrorCode
type KnockInput = Extract<MeetingInput, { type: 'knock' }>

/** Tells whether newcomers are kept out for now, for whatever reason: a lock, a hush, or no key-holder. */
export function isLocked(record: MeetingRecord): boolean {
  return record.lockedByHand || record.hushed || record.phase === 'safe' || record.phase === 'after'
}

export function isFull(record: MeetingRecord): boolean {
  return record.people.length >= record.seats
}

function forget(parted: MeetingRecord['parted'], session: SessionHash): MeetingRecord['parted'] {
  return Object.fromEntries(Object.entries(parted).filter(([one]) => one !== session))
}

/** Gives somebody the chair farthest from everybody. */
export function seat(
  record: MeetingRecord,
  knock: WaitingKnock,
  identity: Identity,
  role: Admission['role'],
  keyHolder: boolean,
): Step {
  const { session, name, avatar, firstTime, simulated } = knock
  const place = freeSeat(
    record.seats,
    record.people.map((one) => one.seat),
  )
  if (place === null) return 'circle-full'
  const admission: Admission = {
    identity,
    session,
    seat: place,
    name,
    avatar,
    role,
    keyHolder,
    firstTime,
    simulated,
    resting: false,
    porch: false,
    held: false,
    // Who is simulated has no connection that could be missing.
    connected: simulated,
    byDoor: false,
    vouched: false,
    nudge: null,
    help: 'none',
    aside: null,
    lostSince: null,
  }
  const seated = {
    ...record,
    people: [...record.people, admission].sort((a, b) => a.seat - b.seat),
    knocks: record.knocks.filter((one) => one.session !== session),
    parted: forget(record.parted, session),
    // Whoever comes into a round has the piece at its end.
    floor: record.floor.mode === 'piece' ? { ...record.floor, later: [...record.floor.later, identity] } : record.floor,
  }
  return announce(seated, 'joined', name)
}

function knockAgain(record: MeetingRecord, known: Admission, keyHolder: boolean): Step {
  const keyed = keyHolder && !known.keyHolder ? change(record, known.identity, { keyHolder }) : record
  const back = keyHolder ? bringBack(keyed) : keyed
  return back === record ? 'already-so' : back
}

/**
 * Lets a key-holder in at once, as facilitator when there is none; everybody else waits, also while the doors are closed or locked.
 * Somebody who is already in keeps seat and identity; somebody who already waits keeps their place in the queue.
 */
export function knock(record: MeetingRecord, input: KnockInput, now: number): Step {
  const { session, keyHolder, simulated = false } = input
  // Simulated company is never where real members come by a link, and nobody real joins it from a door.
  if (simulated !== record.practice) return 'not-allowed'
  if (record.blocked.includes(session)) return 'blocked'
  const known = personOf(record, session)
  if (known) return knockAgain(record, known, keyHolder)
  const waiting = record.knocks.find((one) => one.session === session)
  const name = cleanName(input.knock.name)
  if (name === null) return 'name-not-usable'
  const others = [...record.people, ...record.knocks.filter((one) => one !== waiting)]
  const taken = others.map((one) => one.name)
  if (isTaken(name, taken)) return 'name-taken'
  const entry: WaitingKnock = {
    id: waiting?.id ?? input.id,
    session,
    name,
    avatar: input.knock.avatar,
    firstTime: input.knock.firstTime,
    simulated,
    answer: input.knock.answer,
    since: waiting?.since ?? now,
  }
  if (keyHolder) {
    const role = record.people.some((one) => one.role === 'facilitator') ? 'co-facilitator' : 'facilitator'
    return seat(bringBack(record), entry, input.identity, role, true)
  }
  if (record.phase === 'closing' || record.phase === 'after') return 'doors-closed'
  if (waiting && isDeepStrictEqual(waiting, entry)) return 'already-so'
  if (waiting) return { ...record, knocks: record.knocks.map((one) => (one === waiting ? entry : one)) }
  if (record.knocks.length >= MAX_WAITING_KNOCKS) return 'too-many'
  return { ...record, knocks: [...record.knocks, entry], parted: forget(record.parted, session) }
}

export function withdraw(record: MeetingRecord, session: SessionHash): Step {
  const knocks = record.knocks.filter((one) => one.session !== session)
  return knocks.length === record.knocks.length ? 'already-so' : { ...record, knocks }
}

export function admit(record: MeetingRecord, id: string, identity: Identity): Step {
  if (record.phase === 'closed') return 'doors-closed'
  if (record.phase === 'closing' || record.phase === 'after') return 'wrong-phase'
  if (isLocked(record)) return 'door-locked'
  const waiting = record.knocks.find((one) => one.id === id)
  return waiting ? seat(record, waiting, identity, 'member', false) : 'unknown-person'
}

function declineOne(record: MeetingRecord, { session }: WaitingKnock): MeetingRecord {
  const denials = (record.denials[session] ?? 0) + 1
  return {
    ...record,
    knocks: record.knocks.filter((one) => one.session !== session),
    denials: { ...record.denials, [session]: denials },
    parted: { ...record.parted, [session]: 'declined' },
    blocked: denials >= DENIALS_TO_BLOCK ? [...record.blocked, session] : record.blocked,
  }
}

/** Says no, kindly, to one or to many; a second no to the same session is final for this meeting. */
export function decline(record: MeetingRecord, ids: readonly string[]): Step {
  const waiting = record.knocks.filter((one) => ids.includes(one.id))
  return waiting.length === 0 ? 'unknown-person' : waiting.reduce(declineOne, record)
}

/** Also calls off the closing minute, and what is after the meeting: pressed too early, both are undone by opening the doors again. */
export function openDoors(record: MeetingRecord): Step {
  if (record.phase === 'open') return 'already-so'
  if (record.phase === 'safe') return 'wrong-phase'
  return announce({ ...record, phase: 'open', closesAt: null, standing: [] }, 'doors-opened')
}

/**
 * Closes before anybody came. While members sit in the circle it is refused, because *closed* also means that nobody may speak:
 * what a facilitator means then is *lock* (no newcomers) or *end*, and the client offers both.
 */
export function closeDoors(record: MeetingRecord): Step {
  if (record.phase === 'closed') return 'already-so'
  if (record.phase !== 'open' || record.people.some((one) => !one.keyHolder)) return 'wrong-phase'
  return announce({ ...record, phase: 'closed' }, 'doors-closed')
}

export function lock(record: MeetingRecord): Step {
  return record.lockedByHand ? 'already-so' : announce({ ...record, lockedByHand: true }, 'locked')
}

/** Hush and the safe state shut the door by themselves; it is unhush or a key-holder's return that opens it then. */
export function unlock(record: MeetingRecord): Step {
  if (record.hushed) return 'wrong-mode'
  if (record.phase === 'safe' || record.phase === 'after') return 'wrong-phase'
  return record.lockedByHand ? announce({ ...record, lockedByHand: false }, 'unlocked') : 'already-so'
}
