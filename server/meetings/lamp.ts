// The shared timer, for those who keep time. It tells and never cuts anybody off; each step of a script lights it anew.

import { EXTEND_LAMP_SECONDS } from '#protocol/scriptRun.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import type { MeetingRecord } from './record.ts'

/** Lights it for so many seconds. */
export function setLamp(record: MeetingRecord, seconds: number, now: number): Step {
  if (record.phase === 'closed') return 'wrong-phase'
  return announce({ ...record, lamp: { startedAt: now, endsAt: now + seconds * 1000, counts: 'hand' } }, 'lamp-lit')
}

/** A little more; when it has burned down already, so much from now. */
export function extendLamp(record: MeetingRecord, now: number): Step {
  const { lamp } = record
  if (!lamp) return 'already-so'
  const endsAt = Math.max(lamp.endsAt, now) + EXTEND_LAMP_SECONDS * 1000
  return announce({ ...record, lamp: { ...lamp, endsAt } }, 'lamp-longer')
}

export function putOutLamp(record: MeetingRecord): Step {
  return record.lamp ? announce({ ...record, lamp: null }, 'lamp-out') : 'already-so'
}
