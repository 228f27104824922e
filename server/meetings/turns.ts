// Whose turn it is and whose is next: the round of the piece, the row of hands, and what follows when a speaker is gone.
// Invariant: whoever has a turn sits in the circle; the piece lies unheld only while nobody present could take it.

import { BREATH_SECONDS, LOST_HOLDER_SECONDS } from '#protocol/limits.ts'
import type { Floor, Identity } from '#protocol/meeting.ts'
import { announce } from './announce.ts'
import { isOutOfRound, person } from './people.ts'
import type { Admission, Heard, MeetingRecord } from './record.ts'

const LOST_MS = LOST_HOLDER_SECONDS * 1000

function takeable(one: Admission): boolean {
  return one.connected && !isOutOfRound(one) && !one.held
}

/** Tells whether somebody could take a turn now: here, in the round, not held. */
export function isTakeable(record: MeetingRecord, identity: Identity | null): boolean {
  const one = person(record, identity)
  return one !== undefined && takeable(one)
}

/** The next of some people round the circle from a seat (-1: from its beginning); null when there is nobody else. */
function nextInRing(record: MeetingRecord, people: readonly Admission[], seat: number): Identity | null {
  const direction = seat < 0 ? 1 : record.floor.direction
  const steps = (one: Admission) => (direction * (one.seat - seat) + 2 * record.seats - 1) % record.seats
  const others = people.filter((one) => takeable(one) && one.seat !== seat)
  return others.sort((a, b) => steps(a) - steps(b))[0]?.identity ?? null
}

/** Who could still take the piece in this round: first round the circle, then whoever comes at its end. */
function nextInRound(record: MeetingRecord, seat: number): Identity | null {
  const { floor, heard, people } = record
  const toCome = people.filter(({ identity }) => !heard.round.includes(identity) && !floor.later.includes(identity))
  const last = () => floor.later.find((one) => one !== floor.speaker && isTakeable(record, one)) ?? null
  return nextInRing(record, toCome, seat) ?? last()
}

/** Rounds are counted while somebody runs the meeting; in a safe room the piece just goes from chair to chair. */
function countsRounds({ phase }: MeetingRecord): boolean {
  return phase !== 'safe'
}

/** To whom the piece goes from a seat: within the round, else to whoever begins the next one; null when there is nobody else. */
function nextHolder(record: MeetingRecord, seat: number): Identity | null {
  return (countsRounds(record) ? nextInRound(record, seat) : null) ?? nextInRing(record, record.people, seat)
}

/** Tells whether everybody who could take the piece in this round has had it, but for whoever holds it. */
export function roundIsOver(record: MeetingRecord): boolean {
  const seat = person(record, record.floor.speaker)?.seat
  return countsRounds(record) && nextInRound(record, seat ?? -1) === null
}

/** Ends the round and begins the next: everybody may have the piece once more. */
export function completeRound(record: MeetingRecord): MeetingRecord {
  const heard = { ...record.heard, round: [], rounds: record.heard.rounds + 1 }
  return { ...record, heard, floor: { ...record.floor, later: [] } }
}

/** The first raised hand of somebody who is here. */
export function nextHand(record: MeetingRecord): Identity | null {
  return record.hands.find((hand) => isTakeable(record, hand)) ?? null
}

/** Notes that somebody's turn is over and was theirs. */
export function markHeard(record: MeetingRecord, identity: Identity | null): MeetingRecord {
  if (!person(record, identity) || identity === null) return record
  const { heard } = record
  const add = (list: Identity[]) => (list.includes(identity) ? list : [...list, identity])
  const round = record.floor.mode === 'piece' && countsRounds(record) ? add(heard.round) : heard.round
  const marked: Heard = { ...heard, meeting: add(heard.meeting), step: add(heard.step), round }
  return { ...record, heard: marked }
}

/** Gives somebody the turn, or nobody; a hand that is called goes down. Whoever had it before is not marked as heard by this. */
export function giveTurn(record: MeetingRecord, speaker: Identity | null): MeetingRecord {
  const hands = record.floor.mode === 'hands' ? record.hands.filter((hand) => hand !== speaker) : record.hands
  const later = record.floor.later.filter((one) => one !== speaker)
  const floor: Floor = { ...record.floor, speaker, fading: null, later, unhurried: false }
  const given = { ...record, hands, floor, fadingUntil: null }
  if (speaker === null || record.floor.mode === 'one-voice') return given
  return announce(given, record.floor.mode === 'piece' ? 'piece-passed' : 'called', person(record, speaker)?.name)
}

/** Ends the present turn as one that was had, and gives the next. */
export function endTurn(record: MeetingRecord, to: Identity | null): MeetingRecord {
  return giveTurn(markHeard(record, record.floor.speaker), to)
}

/** Hands the piece to somebody; the one before is still heard for a breath, so that a last word is not cut. */
export function passPiece(record: MeetingRecord, to: Identity, now: number): MeetingRecord {
  const before = record.floor.speaker
  const marked = markHeard(record, before)
  return breathe(giveTurn(roundIsOver(record) ? completeRound(marked) : marked, to), before, now)
}

/** Passes it on without having had it: one comes again at the end of the round. */
export function passForNow(record: MeetingRecord, by: Identity, to: Identity, now: number): MeetingRecord {
  const given = giveTurn(record, to)
  const later = [...given.floor.later, by]
  return breathe({ ...given, floor: { ...given.floor, later } }, by, now)
}

function breathe(record: MeetingRecord, before: Identity | null, now: number): MeetingRecord {
  if (!isTakeable(record, before)) return record
  return { ...record, floor: { ...record.floor, fading: before }, fadingUntil: now + BREATH_SECONDS * 1000 }
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
  return nextHolder(record, person(record, floor.speaker)?.seat ?? -1)
}

/** The turn goes on without a speaker who rests or was lost; whoever was lost with the piece has it again at the end of the round. */
function goOnWithout(record: MeetingRecord, lost: Admission | undefined, to: Identity | null): MeetingRecord {
  const over = record.floor.mode === 'piece' && roundIsOver(record)
  const given = giveTurn(over ? completeRound(record) : record, to)
  if (!lost || record.floor.mode !== 'piece' || !countsRounds(record)) return given
  return { ...given, floor: { ...given.floor, later: [...given.floor.later, lost.identity] } }
}

function tendSpeaker(record: MeetingRecord, now: number): MeetingRecord {
  const { mode, speaker } = record.floor
  if (mode === 'open' || mode === 'silence') return record
  if (speaker === null) {
    const first = mode === 'piece' ? nextHolder(record, -1) : null
    return first === null ? record : giveTurn(record, first)
  }
  const one = person(record, speaker)
  const due = speakerDueAt(record)
  const lost = due !== null && now >= due
  const there = one !== undefined && !isOutOfRound(one)
  if (there && !lost) return record
  const to = successor(record)
  // Somebody lost with nobody to take over keeps the turn: it is theirs when they are back.
  return to === null && there ? record : goOnWithout(record, one, to)
}

function tendFloor(record: MeetingRecord, now: number): MeetingRecord {
  const { floor, fadingUntil } = record
  const breathes =
    floor.mode === 'piece' && fadingUntil !== null && now < fadingUntil && person(record, floor.fading) !== undefined
  const fading = breathes ? floor.fading : null
  const holder = floor.mode === 'piece' ? person(record, floor.speaker) : undefined
  const next = holder ? nextHolder(record, holder.seat) : null
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
