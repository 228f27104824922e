// How long a share is, as the circle agreed: the lamp begins with each turn. It tells, and nobody is cut off by it.

import type { Identity } from '#protocol/meeting.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import type { MeetingRecord } from './record.ts'

/** Whose share it is; null where nobody shares. */
function sharer({ floor }: MeetingRecord): Identity | null {
  return floor.mode === 'piece' || floor.mode === 'hands' ? floor.speaker : null
}

function withoutShareLamp(record: MeetingRecord): MeetingRecord {
  return record.lamp?.counts === 'share' ? { ...record, lamp: null } : record
}

/** Agrees on a length, or with null that nobody counts. It holds from the next share on. */
export function setShare(record: MeetingRecord, seconds: number | null): Step {
  if (record.phase === 'closed' || record.phase === 'after') return 'wrong-phase'
  if (record.shareSeconds === seconds) return 'already-so'
  return announce(
    withoutShareLamp({ ...record, shareSeconds: seconds }),
    seconds === null ? 'share-free' : 'share-length',
  )
}

/** "Take the time you need": no lamp burns for this turn. */
export function giveTime(record: MeetingRecord): Step {
  const { floor, people } = record
  if (record.hushed || floor.speaker === null) return 'wrong-mode'
  if (floor.unhurried) return 'already-so'
  const name = people.find((one) => one.identity === floor.speaker)?.name
  const given = {
    ...record,
    floor: { ...floor, unhurried: true },
    lamp: record.lamp?.counts === 'step' ? record.lamp : null,
  }
  return announce(given, 'take-your-time', name)
}

/** Lights the lamp for a turn that has begun since `before`, and puts it out when a share has ended. */
export function tendShare(record: MeetingRecord, before: MeetingRecord, now: number): MeetingRecord {
  const whose = sharer(record)
  const stepped = record.script !== null && record.script.startedAt !== before.script?.startedAt
  if (whose === sharer(before) && !stepped) return record
  if (whose === null || record.shareSeconds === null) return withoutShareLamp(record)
  if (record.floor.unhurried) return record
  return { ...record, lamp: { startedAt: now, endsAt: now + record.shareSeconds * 1000, counts: 'share' } }
}
