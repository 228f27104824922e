// Who takes the chair when the facilitator is lost: the first present co-facilitator in the order that was agreed. Whoever was lost gets
// it back on return. The floor is not touched by it, so nobody who holds the piece loses anything.

import { SUCCESSION_SECONDS } from '#protocol/limits.ts'
import type { Identity } from '#protocol/meeting.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { change, person, presenceOf } from './people.ts'
import type { Admission, MeetingRecord } from './record.ts'

const SUCCESSION_MS = SUCCESSION_SECONDS * 1000

function facilitatorOf(record: MeetingRecord): Admission | undefined {
  return record.people.find((one) => one.role === 'facilitator')
}

/** Whoever stands in keeps their place in the order for when they step back. */
function isInOrder(record: MeetingRecord, one: Admission): boolean {
  if (one.identity === record.standsInFor) return false
  return one.role === 'co-facilitator' || (one.role === 'facilitator' && record.standsInFor !== null)
}

/** The order with everybody in it who should be and nobody else; those who are new to it come last. */
function orderOf(record: MeetingRecord, wanted: readonly Identity[]): Identity[] {
  const entitled = record.people.filter((one) => isInOrder(record, one)).map((one) => one.identity)
  const kept = wanted.filter((one, at) => entitled.includes(one) && wanted.indexOf(one) === at)
  return [...kept, ...entitled.filter((one) => !kept.includes(one))]
}

/** Agrees on the order. Those who are not named keep theirs behind the named. */
export function setSuccession(record: MeetingRecord, order: readonly Identity[]): Step {
  if (order.some((one) => !record.succession.includes(one))) return 'unknown-person'
  const succession = orderOf(record, [...order, ...record.succession])
  const same = succession.every((one, at) => one === record.succession[at])
  return same ? 'already-so' : { ...record, succession }
}

/** The first in the order who is here. */
function firstPresent(record: MeetingRecord): Admission | undefined {
  const present = record.succession.map((one) => person(record, one)).filter((one) => one !== undefined)
  return present.find((one) => one.role === 'co-facilitator' && presenceOf(one) === 'present')
}

function swap(record: MeetingRecord, from: Admission, to: Admission): MeetingRecord {
  const stepped = change(record, from.identity, { role: 'co-facilitator' })
  return change(stepped, to.identity, { role: 'facilitator' })
}

/** When the chair goes on without a facilitator who lost the connection, in ms of the server's clock; null when it does not. */
export function chairDueAt(record: MeetingRecord): number | null {
  const lostSince = facilitatorOf(record)?.lostSince ?? null
  return lostSince === null || !firstPresent(record) ? null : lostSince + SUCCESSION_MS
}

/** Gives the chair to the first present co-facilitator, to be given back when its owner returns. */
function standIn(record: MeetingRecord): MeetingRecord {
  const owner = facilitatorOf(record)
  const heir = firstPresent(record)
  if (!owner || !heir) return record
  const swapped = { ...swap(record, owner, heir), standsInFor: record.standsInFor ?? owner.identity }
  return announce(swapped, 'chair-taken', heir.name)
}

function giveBack(record: MeetingRecord): MeetingRecord {
  const owner = person(record, record.standsInFor)
  const holder = facilitatorOf(record)
  // Gone for good, or in another role by somebody's own word: then the chair is simply whoever's it is now.
  if (owner?.role !== 'co-facilitator' || !holder) return { ...record, standsInFor: null }
  if (!owner.connected) return record
  return announce({ ...swap(record, holder, owner), standsInFor: null }, 'chair-back', owner.name)
}

/** Lets the chair follow who is there. */
export function tendChair(record: MeetingRecord, now: number): MeetingRecord {
  const given = record.standsInFor === null ? record : giveBack(record)
  const due = chairDueAt(given)
  const kept = due !== null && now >= due ? standIn(given) : given
  const succession = orderOf(kept, kept.succession)
  const same =
    succession.length === kept.succession.length && succession.every((one, at) => one === kept.succession[at])
  return same ? kept : { ...kept, succession }
}
