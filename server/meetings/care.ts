// What care asks for beside private words: the ladder before a removal, vouching, a quiet call for help, and a pause for all.
// To the person humane words, to the room only what it needs.

import type { MeetingCommand } from '#protocol/commands.ts'
import type { Care } from '#protocol/care.ts'
import type { Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { announce } from './announce.ts'
import { acceptWord, askWord, declineWord, leaveWord, withdrawWord, wordsFor } from './asides.ts'
import type { Step } from './door.ts'
import { change, isVouched, person } from './people.ts'
import type { Admission, MeetingRecord } from './record.ts'
import { mayUnseat, remove } from './roles.ts'

/** Reminds somebody in private. The room hears nothing of it. */
function nudge(record: MeetingRecord, by: Admission, to: Identity, agreement: number): Step {
  const other = person(record, to)
  if (!other || other === by) return 'unknown-person'
  return other.nudge === agreement ? 'already-so' : change(record, to, { nudge: agreement })
}

function seatByDoor(record: MeetingRecord, by: Admission, to: Identity): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  if (other === by || runsMeeting(other) || !mayUnseat(by, other)) return 'not-allowed'
  return other.byDoor ? 'already-so' : announce(change(record, to, { byDoor: true }), 'by-door', other.name)
}

function seatBack(record: MeetingRecord, to: Identity): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  return other.byDoor ? announce(change(record, to, { byDoor: false }), 'from-door', other.name) : 'already-so'
}

/** A removal that outlives the meeting: whoever keeps the groups is told the session. */
function block(record: MeetingRecord, by: Admission, to: Identity): Step {
  const session = person(record, to)?.session
  const removed = remove(record, by, to)
  if (typeof removed === 'string' || session === undefined) return removed
  return { ...removed, barred: [...removed.barred, session] }
}

function vouch(record: MeetingRecord, to: Identity | undefined): Step {
  if (to !== undefined && !person(record, to)) return 'unknown-person'
  const meant = (one: Admission) => (to === undefined || one.identity === to) && !isVouched(one)
  if (!record.people.some(meant)) return 'already-so'
  return { ...record, people: record.people.map((one) => (meant(one) ? { ...one, vouched: true } : one)) }
}

function unvouch(record: MeetingRecord, to: Identity): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  return other.vouched ? change(record, to, { vouched: false }) : 'already-so'
}

function setHelp(record: MeetingRecord, whose: Admission | undefined, help: Admission['help']): Step {
  if (!whose) return 'unknown-person'
  return whose.help === help ? 'already-so' : change(record, whose.identity, { help })
}

function seeHelp(record: MeetingRecord, to: Identity): Step {
  const other = person(record, to)
  return other?.help === 'none' ? 'already-so' : setHelp(record, other, 'seen')
}

function setPause(record: MeetingRecord, carePause: boolean): Step {
  if (record.carePause === carePause) return 'already-so'
  if (record.phase === 'closed') return 'wrong-phase'
  return announce({ ...record, carePause }, carePause ? 'care-pause' : 'care-over')
}

/** What is done for care; null for any other command. */
export function actForCare(record: MeetingRecord, by: Admission, command: MeetingCommand, now: number): Step | null {
  switch (command.type) {
    case 'step-out':
      return by.porch ? 'already-so' : change(record, by.identity, { porch: true, resting: false })
    case 'ask-word':
      return askWord(record, by, command.to, command.crisis)
    case 'accept-word':
      return acceptWord(record, by, command.from, now)
    case 'decline-word':
      return declineWord(record, by, command.from)
    case 'withdraw-word':
      return withdrawWord(record, by)
    case 'leave-word':
      return leaveWord(record, by)
    case 'ask-help':
      return setHelp(record, by, 'asked')
    case 'withdraw-help':
      return setHelp(record, by, 'none')
    case 'see-help':
      return seeHelp(record, command.to)
    case 'understand':
      return by.nudge === null ? 'already-so' : change(record, by.identity, { nudge: null })
    case 'nudge':
      return nudge(record, by, command.to, command.agreement)
    case 'seat-by-door':
      return seatByDoor(record, by, command.to)
    case 'seat-back':
      return seatBack(record, command.to)
    case 'block':
      return block(record, by, command.to)
    case 'vouch':
      return vouch(record, command.to)
    case 'unvouch':
      return unvouch(record, command.to)
    case 'care-pause':
    case 'end-care-pause':
      return setPause(record, command.type === 'care-pause')
    default:
      return null
  }
}

/** One person's own part of what is asked and answered in private. */
export function careFor(record: MeetingRecord, reader: Admission): Care {
  const aside = record.asides.find((one) => one.room === reader.aside)
  const other = record.people.find((one) => one !== reader && one.aside === aside?.room)
  const asking = record.words.find((one) => one.from === reader.identity)
  const runs = runsMeeting(reader)
  const all = (which: (one: Admission) => boolean) =>
    runs ? record.people.filter((one) => one !== reader && which(one)).map((one) => one.identity) : []
  return {
    nudge: reader.nudge,
    asked: wordsFor(record, reader).map(({ from, crisis }) => ({ from, crisis })),
    asking: asking ? { to: asking.to, crisis: asking.crisis } : null,
    aside:
      aside && other
        ? {
            room: aside.room,
            with: other.identity,
            crisis: aside.crisis,
            leads: aside.lead === reader.identity,
            since: aside.since,
          }
        : null,
    help: reader.help,
    needHelp: all((one) => one.help === 'asked'),
    nudged: all((one) => one.nudge !== null),
  }
}
