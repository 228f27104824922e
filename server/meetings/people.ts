// Who sits in the circle: finding, changing and parting. Floor and roles that depended on somebody are tended afterwards (settle.ts).

import type { Identity, Participant } from '#protocol/meeting.ts'
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
  return one.resting ? 'resting' : 'present'
}

/** Changes one person; everybody else, and their order, stays. */
export function change(record: MeetingRecord, identity: Identity, part: Partial<Admission>): MeetingRecord {
  return { ...record, people: record.people.map((one) => (one.identity === identity ? { ...one, ...part } : one)) }
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
