// What of the record others may see: everybody the snapshot, those who hold the door its list, each person their own knock.

import type { DoorEntry, KnockStatus } from '#protocol/api.ts'
import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { isLocked } from './door.ts'
import { isVouched, person, personOf, presenceOf } from './people.ts'
import type { Admission, MeetingRecord, SessionHash } from './record.ts'
import { viewOf } from './scriptRun.ts'
import { togetherOf } from './together.ts'

/** The number of a side room; null: the circle's own room. */
export type Side = number | null

/** The room on the media server that carries this meeting's present epoch, or one of its side rooms. */
export function roomOf(record: MeetingRecord, side: Side = null): string {
  const room = `${record.id}.${record.epoch}`
  return side === null ? room : `${room}.w${side}`
}

/** Every room that a meeting has now: the circle's own first. */
export function sidesOf({ asides }: MeetingRecord): Side[] {
  return [null, ...asides.map((one) => one.room)]
}

/** Cuts out what everybody in the meeting may know. */
export function snapshotOf(record: MeetingRecord): MeetingSnapshot {
  return {
    meeting: record.id,
    ...(record.practice ? { practice: true as const } : {}),
    epoch: record.epoch,
    revision: record.revision,
    phase: record.phase,
    locked: isLocked(record),
    hushed: record.hushed,
    carePause: record.carePause,
    floor: record.floor,
    hands: record.hands,
    seats: record.seats,
    participants: record.people.map((one) => ({
      identity: one.identity,
      seat: one.seat,
      name: one.name,
      avatar: one.avatar,
      role: one.role,
      keyHolder: one.keyHolder,
      presence: presenceOf(one),
      held: one.held,
      byDoor: one.byDoor,
      aside: one.aside !== null,
      vouched: isVouched(one),
    })),
    environment: record.environment,
    dim: record.dim,
    closesAt: record.closesAt,
    script: record.script && viewOf(record.script),
    lamp: record.lamp,
    together: togetherOf(record),
    shareSeconds: record.shareSeconds,
    succession: record.succession.filter((one) => person(record, one)?.role === 'co-facilitator'),
    standsInFor: record.standsInFor,
    standing: record.standing,
    announcement: record.announcement,
  }
}

/** How a session stands with the door. */
export function knockStatusOf(record: MeetingRecord, session: SessionHash): KnockStatus {
  if (personOf(record, session)) return 'admitted'
  const parted = record.parted[session]
  if (parted === 'removed') return 'removed'
  if (record.blocked.includes(session)) return 'blocked'
  if (record.knocks.some((one) => one.session === session)) {
    return record.phase === 'open' && !isLocked(record) ? 'waiting' : 'wait-closed'
  }
  return parted ?? 'none'
}

/** The random name under which a session sits in the circle; null while it does not. */
export function identityOf(record: MeetingRecord, session: SessionHash): Identity | null {
  return personOf(record, session)?.identity ?? null
}

/** Who waits, first come first, for those who hold the door. Under a hush nobody is asked to look at it. */
export function doorEntriesOf(record: MeetingRecord): DoorEntry[] {
  if (record.hushed) return []
  return record.knocks.map(({ id, name, avatar, firstTime, answer, since }) => ({
    knock: id,
    name,
    avatar,
    firstTime,
    answer,
    since,
  }))
}

/** Who sits in the circle for the first time, for greeters and those who run the meeting; nobody for all others. */
export function firstTimersFor(record: MeetingRecord, reader: Admission): Identity[] {
  if (reader.role !== 'greeter' && !runsMeeting(reader)) return []
  return record.people.filter((one) => one.firstTime).map((one) => one.identity)
}
