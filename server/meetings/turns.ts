// Whose turn it is and whose is next: the ring of the piece, the row of hands, and what follows when a speaker is gone.
// Invariant: whoever has a turn sits in the circle; the piece lies unheld only while nobody present could take it.

import { BREATH_SECONDS, LOST_HOLDER_SECONDS } from '#protocol/limits.ts'
import type { Floor, Identity } from '#protocol/meeting.ts'
import { announce } from './announce.ts'
import { isOutOfRound, person } from './people.ts'
import type { Admission, MeetingRecord } from './record.ts'

const LOST_MS = LOST_HOLDER_SECONDS * 1000

function takeable(one: Admission): boolean {
  return one.connected && !isOutOfRound(one) && !one.held
}

/** Tells whether somebody could take a turn now: here, in the round, not held. */
export function isTakeable(record: MeetingRecord, identity: Identity | null): boolean {
  const one = person(record, identity)
  return one !== undefined && takeable(one)
}

/** The next person round the circle from a seat (-1: from its beginning) who could take the piece; null when there is nobody else. */
function nextInRing(record: MeetingRecord, seat: number, direction: 1 | -1): Identity | null {
  const steps = (one: Admission) => (direction * (one.seat - seat) + 2 * record.seats - 1) % record.seats
  const others = record.people.filter((one) => takeable(one) && one.seat !== seat)
  return others.sort((a, b) => steps(a) - steps(b))[0]?.identity ?? null
}

/** The first raised hand of somebody who is here. */
export function nextHand(record: MeetingRecord): Identity | null {
  return record.hands.find((hand) => isTakeable(record, hand)) ?? null
}

/** Gives somebody the turn, or nobody; a hand that is called goes down. */
export function giveTurn(record: MeetingRecord, speaker: Identity | null): MeetingRecord {
  const hands = record.floor.mode === 'hands' ? record.hands.filter((hand) => hand !== speaker) : record.hands
  const given = { ...record, hands, floor: { ...record.floor, speaker, fading: null }, fadingUntil: null }
  if (speaker === null || record.floor.mode === 'one-voice') return given
  return announce(given, record.floor.mode === 'piece' ? 'piece-passed' : 'called', person(record, speaker)?.name)
}

/** Hands the piece to somebody; the one before is still heard for a breath, so that a last word is not cut. */
export function passPiece(record: MeetingRecord, to: Identity, now: number): MeetingRecord {
  const before = record.floor.speaker
  const given = giveTurn(record, to)
  if (!isTakeable(record, before)) return given
  return { ...given, floor: { ...given.floor, fading: before }, fadingUntil: now + BREATH_SECONDS * 1000 }
}

/** When a speaker who lost the connection is missed enough for the turn to go on, in ms of the server's clock. */
export function speakerDueAt(record: MeetingRecord): number | null {
  const lostSince = person(record, record.floor.speaker)?.lostSince ?? null
  // Under a hush nobody is waiting for the turn, and unhush gives back what was.
  return lostSince === null || record.hushed ? null : lostSince + LOST_MS
}

function successor(record: MeetingRecord): Identity | null {
  const { floor } = record
  if (floor.mode === 'hands') return nextHand(record)
  if (floor.mode === 'one-voice') {
    const facilitator = record.people.find((one) => one.role === 'facilitator' && takeable(one))
    return facilitator?.identity ?? null
  }
  // `next` was worked out while the speaker still had a seat, so it is right even when that seat is empty now.
  if (floor.next !== null && isTakeable(record, floor.next)) return floor.next
  const seat = person(record, floor.speaker)?.seat
  return seat === undefined ? nextInRing(record, -1, 1) : nextInRing(record, seat, floor.direction)
}

function tendSpeaker(record: MeetingRecord, now: number): MeetingRecord {
  const { mode, speaker } = record.floor
  if (mode === 'open' || mode === 'silence') return record
  if (speaker === null) {
    const first = mode === 'piece' ? nextInRing(record, -1, 1) : null
    return first === null ? record : giveTurn(record, first)
  }
  const one = person(record, speaker)
  const due = speakerDueAt(record)
  const lost = due !== null && now >= due
  const there = one !== undefined && !isOutOfRound(one)
  if (there && !lost) return record
  const to = successor(record)
  // Somebody lost with nobody to take over keeps the turn: it is theirs when they are back.
  return to === null && there ? record : giveTurn(record, to)
}

function tendFloor(record: MeetingRecord, now: number): MeetingRecord {
  const { floor, fadingUntil } = record
  const breathes =
    floor.mode === 'piece' && fadingUntil !== null && now < fadingUntil && person(record, floor.fading) !== undefined
  const fading = breathes ? floor.fading : null
  const holder = floor.mode === 'piece' ? person(record, floor.speaker) : undefined
  const next = holder ? nextInRing(record, holder.seat, floor.direction) : null
  if (fading === floor.fading && next === floor.next && (breathes || fadingUntil === null)) return record
  const tended: Floor = { ...floor, fading, next }
  return { ...record, floor: tended, fadingUntil: breathes ? fadingUntil : null }
}

/** Lets turns follow what happened to people and what time has done: lowers hands, ends breaths, passes lost turns on. */
export function tendTurns(record: MeetingRecord, now: number): MeetingRecord {
  if (record.phase === 'ended') return record
  const hands = record.hands.filter((hand) => {
    const one = person(record, hand)
    return one !== undefined && !isOutOfRound(one)
  })
  const raised = hands.length === record.hands.length ? record : { ...record, hands }
  return tendFloor(tendSpeaker(raised, now), now)
}
