// What people and those who run the meeting do with the floor. A step returns the new record or the code of a refusal.

import type { Floor, FloorMode, Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { isOutOfRound, person } from './people.ts'
import type { Admission, MeetingRecord } from './record.ts'
import { answerInvitation } from './heard.ts'
import { stepOf } from './scriptRun.ts'
import { completeRound, endTurn, isTakeable, markHeard, nextHand, passForNow, passPiece, roundIsOver } from './turns.ts'

export function raiseHand(record: MeetingRecord, by: Admission): Step {
  if (record.floor.mode === 'silence' || isOutOfRound(by)) return 'wrong-mode'
  const called = record.floor.mode === 'hands' && record.floor.speaker === by.identity
  if (called || record.hands.includes(by.identity)) return 'already-so'
  return answerInvitation({ ...record, hands: [...record.hands, by.identity] }, by.identity)
}

export function lowerHand(record: MeetingRecord, by: Admission): Step {
  if (!record.hands.includes(by.identity)) return 'already-so'
  return { ...record, hands: record.hands.filter((hand) => hand !== by.identity) }
}

/** Whether a round that has nobody left is what the script waits for. */
function endsWithRound(record: MeetingRecord): boolean {
  return record.script !== null && stepOf(record.script).ends === 'round-complete'
}

/** Ends one's own turn: the piece goes to the next in the round, the floor to the next raised hand. `later`: one comes again at its end. */
export function pass(record: MeetingRecord, by: Admission, later: boolean, now: number): Step {
  const { mode, speaker, next } = record.floor
  if (record.hushed || (mode !== 'piece' && mode !== 'hands')) return 'wrong-mode'
  if (speaker !== by.identity) return 'not-your-turn'
  if (mode === 'hands') return endTurn(record, nextHand(record))
  const over = roundIsOver(record)
  if (next === null) return over && endsWithRound(record) ? completeRound(markHeard(record, speaker)) : 'already-so'
  if (!later || over) return passPiece(record, next, now)
  return announce(passForNow(record, by.identity, next, now), 'passed-for-now', by.name)
}

/** The holder hands the piece to whom they like; so does whoever runs the meeting. */
export function handPiece(record: MeetingRecord, by: Admission, to: Identity, now: number): Step {
  const { mode, speaker } = record.floor
  if (record.hushed || mode !== 'piece') return 'wrong-mode'
  if (speaker !== by.identity && !runsMeeting(by)) return 'not-your-turn'
  if (speaker === to) return 'already-so'
  return isTakeable(record, to) ? passPiece(record, to, now) : 'unknown-person'
}

export function reversePiece(record: MeetingRecord): Step {
  if (record.hushed || record.floor.mode !== 'piece') return 'wrong-mode'
  const direction = record.floor.direction === 1 ? -1 : 1
  return announce({ ...record, floor: { ...record.floor, direction } }, 'piece-reversed')
}

/** Calls somebody, whether their hand is up or not. */
export function call(record: MeetingRecord, to: Identity): Step {
  if (record.hushed || record.floor.mode !== 'hands') return 'wrong-mode'
  if (record.floor.speaker === to) return 'already-so'
  return isTakeable(record, to) ? endTurn(record, to) : 'unknown-person'
}

export function callNext(record: MeetingRecord): Step {
  if (record.hushed || record.floor.mode !== 'hands') return 'wrong-mode'
  const next = nextHand(record)
  return next === null ? 'already-so' : endTurn(record, next)
}

/** Whom a new mode begins with: the one named, else whom the mode suggests; 'unknown-person' when the one named cannot take it. */
function firstSpeaker(
  record: MeetingRecord,
  by: Admission,
  mode: FloorMode,
  named: Identity | undefined,
): Identity | null {
  if (named !== undefined) return named
  if (mode === 'one-voice') return by.identity
  const facilitator = record.people.find((one) => one.role === 'facilitator')?.identity ?? null
  return mode === 'piece' && isTakeable(record, facilitator) ? facilitator : null
}

/** Sets how the floor goes round. Raised hands stay up through every mode, so that a quiet minute costs nobody their place. */
export function setFloor(
  record: MeetingRecord,
  by: Admission,
  mode: FloorMode,
  named: Identity | undefined,
  now: number,
): Step {
  if (record.hushed) return 'wrong-mode'
  // Without a key-holder the piece goes round, whoever else runs the meeting.
  if (record.phase === 'safe' || record.phase === 'after') return 'wrong-phase'
  const turnless = mode === 'open' || mode === 'silence'
  if (named !== undefined && turnless) return 'wrong-mode'
  if (named !== undefined && named !== by.identity && !isTakeable(record, named)) return 'unknown-person'
  if (mode === record.floor.mode) {
    if (named === undefined || named === record.floor.speaker) return 'already-so'
    if (mode === 'piece') return passPiece(record, named, now)
    const given = endTurn(record, named)
    return mode === 'hands' ? given : announce(given, `floor-${mode}`, person(record, named)?.name)
  }
  const speaker = firstSpeaker(record, by, mode, named)
  const { direction } = record.floor
  const floor: Floor = { mode, speaker, fading: null, next: null, direction, later: [], unhurried: false }
  const hands = mode === 'hands' ? record.hands.filter((hand) => hand !== speaker) : record.hands
  const { heard } = markHeard(record, record.floor.speaker)
  // Within a script it is the step that begins who has not been heard yet anew.
  const fresh = { ...heard, step: record.script ? heard.step : [], round: [], rounds: 0 }
  return announce(
    { ...record, floor, fadingUntil: null, hands, heard: fresh },
    `floor-${mode}`,
    person(record, speaker)?.name,
  )
}

/** Everything in one press: all microphones held but those of who runs the meeting, the door shut. */
export function hush(record: MeetingRecord): Step {
  if (record.hushed) return 'already-so'
  const floor = { ...record.floor, fading: null }
  return announce({ ...record, hushed: true, floor, fadingUntil: null }, 'hushed')
}

/** Undone in one press: floor and lock lie unchanged under the hush. */
export function unhush(record: MeetingRecord): Step {
  return record.hushed ? announce({ ...record, hushed: false }, 'unhushed') : 'already-so'
}
