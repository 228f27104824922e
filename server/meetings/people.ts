// Who sits in the circle: finding, changing and parting. Floor and roles that depended on somebody are tended afterwards (settle.ts).

import type { Identity, Participant } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { Admission, MeetingRecord, SessionHash } from './record.ts'

export function personOf(record: MeetingRecord, session: SessionHash): Admission | undefined {
  return record.people.find((one) => one.session === session)
}

export function person(record: MeetingRecord, identity: Identity | null): Admission | undefined {
  return record.people.find((one) => one.identity === identity)
}

/** A person who was just admitted counts as away until their connection is there. */
export function presenceOf(one: Admission): Participant['presence'] {
  if (!one.connected) return 'away'
  if (one.porch) return 'porch'
  return one.resting ? 'resting' : 'present'
}

/** Tells whether somebody is known here: by a key, by running the meeting, or because somebody who does has said so. */
export function isVouched(one: Admission): boolean {
  return one.vouched || one.keyHolder || runsMeeting(one)
}

/** Tells whether somebody is out of the round by themselves or by care: resting, on the porch, aside, by the door. */
export function isOutOfRound(one: Admission): boolean {
  return one.resting || one.porch || one.aside !== null || one.byDoor
}

/** Changes one person; everybody else, and their order, stays. */
export function change(record: MeetingRecord, identity: Identity, part: Partial<Admission>): MeetingRecord {
  return { ...record, people: record.people.map((one) => (one.identity === identity ? { ...one, ...part } : one)) }
}

/** Lets go of what was noted about people who are not there any more. */
export function forgetGone(record: MeetingRecord): MeetingRecord {
  const { heard, floor, invitations, standing } = record
  const here = (identity: Identity) => person(record, identity) !== undefined
  const noted = [...heard.meeting, ...heard.step, ...heard.round, ...floor.later]
  const placed = [...invitations.map((one) => one.to), ...standing.map((one) => one.identity)]
  if ([...noted, ...placed].every(here)) return record
  const kept = (list: readonly Identity[]) => list.filter(here)
  return {
    ...record,
    heard: { ...heard, meeting: kept(heard.meeting), step: kept(heard.step), round: kept(heard.round) },
    floor: { ...floor, later: kept(floor.later) },
    invitations: invitations.filter((one) => here(one.to)),
    standing: standing.filter((one) => here(one.identity)),
  }
}

/** Takes somebody out of the circle: the chair is free. A removed session may not knock again. */
export function part(record: MeetingRecord, gone: Admission, how: 'left' | 'freed' | 'removed'): MeetingRecord {
  return {
    ...record,
    people: record.people.filter((one) => one !== gone),
    parted: { ...record.parted, [gone.session]: how },
    blocked: how === 'removed' ? [...record.blocked, gone.session] : record.blocked,
  }
}
