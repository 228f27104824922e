// Who has not been heard yet, and the private invitation to one of them: told to those who run the meeting and to the one invited.
// Nothing of it is in the snapshot.

import type { PersonalEvent } from '#protocol/api.ts'
import type { Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { Step } from './door.ts'
import { person } from './people.ts'
import type { Admission, MeetingRecord } from './record.ts'

/** Asks somebody privately whether they would like to speak: once, until a step or a floor begins anew. */
export function invite(record: MeetingRecord, to: Identity): Step {
  const { mode, speaker } = record.floor
  if (mode === 'silence') return 'wrong-mode'
  const one = person(record, to)
  if (!one || one.resting) return 'unknown-person'
  const asked = record.invitations.some((invitation) => invitation.to === to)
  if (asked || speaker === to || record.hands.includes(to)) return 'already-so'
  return { ...record, invitations: [...record.invitations, { to, open: true }] }
}

/** Closes somebody's invitation, whatever they answered; without one the record is returned as it is. */
export function answerInvitation(record: MeetingRecord, by: Identity): MeetingRecord {
  if (!isInvited(record, by)) return record
  const invitations = record.invitations.map((one) => (one.to === by ? { ...one, open: false } : one))
  return { ...record, invitations }
}

export function notNow(record: MeetingRecord, by: Admission): Step {
  const answered = answerInvitation(record, by.identity)
  return answered === record ? 'already-so' : answered
}

export function isInvited(record: MeetingRecord, identity: Identity): boolean {
  return record.invitations.some((one) => one.to === identity && one.open)
}

/** Whoever gets the turn need not be asked any more. */
export function tendInvitations(record: MeetingRecord): MeetingRecord {
  const { speaker } = record.floor
  return speaker === null ? record : answerInvitation(record, speaker)
}

type NotYetHeard = Extract<PersonalEvent, { type: 'not-yet-heard' }>

/** Whose turn has not been, for those who run the meeting; nobody for all others. An answer to an invitation is not told. */
export function notYetHeardFor(record: MeetingRecord, reader: Admission): NotYetHeard {
  const type = 'not-yet-heard'
  if (!runsMeeting(reader)) return { type, step: [], meeting: [], invited: [] }
  const silent = (heard: readonly Identity[]) =>
    record.people.map((one) => one.identity).filter((one) => !heard.includes(one) && one !== record.floor.speaker)
  const { step, meeting } = record.heard
  return { type, step: silent(step), meeting: silent(meeting), invited: record.invitations.map((one) => one.to) }
}
