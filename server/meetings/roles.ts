// What those who run the meeting do with people: hold, release, remove, free a chair, hand a role on. Exactly one facilitator while anybody runs it.

import { MAX_SEATS } from '#protocol/limits.ts'
import type { Identity } from '#protocol/meeting.ts'
import type { Role } from '#protocol/roles.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { change, part, person } from './people.ts'
import type { Admission, MeetingRecord } from './record.ts'

/**
 * A key outranks no key, and among equals nobody unseats a facilitator who is connected: so a role that was handed to somebody
 * in trust cannot be turned against those who opened the doors.
 */
export function mayUnseat(by: Admission, other: Admission): boolean {
  if (by === other) return true
  if (other.keyHolder !== by.keyHolder) return by.keyHolder
  return other.role !== 'facilitator' || !other.connected
}

function setHeld(record: MeetingRecord, to: Identity, held: boolean): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  if (other.held === held) return 'already-so'
  return announce(change(record, to, { held }), held ? 'held' : 'released', other.name)
}

/** Holds one microphone, whatever the floor says. The piece stays with a held holder: what follows is for who held it to say. */
export function hold(record: MeetingRecord, to: Identity): Step {
  return setHeld(record, to, true)
}

export function release(record: MeetingRecord, to: Identity): Step {
  return setHeld(record, to, false)
}

/** Takes somebody out for the rest of the meeting. One leaves oneself by leaving. */
export function remove(record: MeetingRecord, by: Admission, to: Identity): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  if (other === by || !mayUnseat(by, other)) return 'not-allowed'
  return announce(part(record, other, 'removed'), 'removed', other.name)
}

/** Gives the chair of somebody whose connection is gone to whoever comes next. They may knock again: nobody sent them away. */
export function freeChair(record: MeetingRecord, by: Admission, to: Identity): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  if (other === by || !mayUnseat(by, other)) return 'not-allowed'
  if (other.connected) return 'wrong-phase'
  return announce(part(record, other, 'freed'), 'chair-freed', other.name)
}

/** Who would carry the lamp if nobody did: those who run the meeting first, then key-holders; the connected before the others. */
function heir({ people, succession }: MeetingRecord): Admission | undefined {
  const rank = (one: Admission) => (runsMeeting(one) ? 4 : 0) + (one.connected ? 2 : 0) + (one.keyHolder ? 1 : 0)
  const turn = ({ identity }: Admission) => (succession.includes(identity) ? succession.indexOf(identity) : MAX_SEATS)
  return people
    .filter((one) => runsMeeting(one) || one.keyHolder)
    .sort((a, b) => rank(b) - rank(a) || turn(a) - turn(b) || a.seat - b.seat)[0]
}

export function handRole(record: MeetingRecord, by: Admission, to: Identity, role: Role): Step {
  const other = person(record, to)
  if (!other) return 'unknown-person'
  if (other.role === role) return 'already-so'
  if (!mayUnseat(by, other)) return 'not-allowed'
  const lamp = record.people.find((one) => one.role === 'facilitator')
  if (role === 'facilitator' && lamp && !mayUnseat(by, lamp)) return 'not-allowed'
  // The last one who runs the meeting hands the lamp to somebody first.
  if (other === lamp && !record.people.some((one) => one !== other && runsMeeting(one))) return 'not-allowed'
  const freed = role === 'facilitator' && lamp ? change(record, lamp.identity, { role: 'co-facilitator' }) : record
  // What somebody says by hand about the chair is no standing in any more.
  const byHand = role === 'facilitator' || other === lamp || to === record.standsInFor
  const standsInFor = byHand ? null : record.standsInFor
  return announce({ ...change(freed, to, { role }), standsInFor }, 'role-handed', other.name)
}

/** A reader, timekeeper or greeter hands their own role on to a member, and is a member then. */
export function handOn(record: MeetingRecord, by: Admission, to: Identity): Step {
  const other = person(record, to)
  if (!other || other === by) return 'unknown-person'
  if (other.role !== 'member') return 'not-allowed'
  const handed = change(change(record, by.identity, { role: 'member' }), to, { role: by.role })
  return announce(handed, 'role-handed', other.name)
}

/** Hands the lamp on by itself when the facilitator is gone and somebody can carry it. */
export function tendLamp(record: MeetingRecord): MeetingRecord {
  if (record.people.some((one) => one.role === 'facilitator')) return record
  const next = heir(record)
  return next ? change(record, next.identity, { role: 'facilitator' }) : record
}
