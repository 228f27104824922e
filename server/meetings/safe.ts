// What time does to a meeting without a key-holder: made safe after a minute, closed kindly three minutes later; and given back
// whole when one returns. "A lost facilitator makes the room safe, not free."

import { CLOSE_AFTER_SAFE_SECONDS, CLOSING_SECONDS, SAFE_AFTER_SECONDS } from '#protocol/limits.ts'
import { closeAfter } from './after.ts'
import { announce } from './announce.ts'
import type { MeetingRecord } from './record.ts'
import { isTakeable } from './turns.ts'

const SAFE_AFTER_MS = SAFE_AFTER_SECONDS * 1000
const CLOSE_AFTER_SAFE_MS = CLOSE_AFTER_SAFE_SECONDS * 1000

/** Ends the meeting. Who sat there stays in the record, for a last picture, until the record is deleted. */
export function end(record: MeetingRecord): MeetingRecord {
  const over = {
    closesAt: null,
    keysGoneSince: null,
    floorBeforeSafe: null,
    knocks: [],
    hands: [],
    script: null,
    lamp: null,
    invitations: [],
    standing: [],
  }
  return announce({ ...record, ...over, phase: 'ended' }, 'ended')
}

/** Gives back what the safe state covered; any other record is returned as it is. A hush that was pressed stays pressed. */
export function bringBack(record: MeetingRecord): MeetingRecord {
  if (record.phase !== 'safe') return record
  const floor = record.floorBeforeSafe ?? record.floor
  const back = { ...record, floor, floorBeforeSafe: null, closesAt: null, keysGoneSince: null }
  return announce({ ...back, phase: 'open' }, 'facilitator-back')
}

function makeSafe(record: MeetingRecord, now: number): MeetingRecord {
  const { floor } = record
  const speaker = isTakeable(record, floor.speaker) ? floor.speaker : null
  const safe: MeetingRecord = {
    ...record,
    phase: 'safe',
    floor: { ...floor, mode: 'piece', speaker, fading: null },
    fadingUntil: null,
    floorBeforeSafe: { ...(record.quiet?.floor ?? floor), fading: null },
    quiet: null,
    closesAt: now + CLOSE_AFTER_SAFE_MS,
  }
  return announce(safe, 'facilitator-away')
}

/** Nobody sits there and nobody with a key came: after a meeting that is its end, before one the doors just close again. */
function leaveEmpty(record: MeetingRecord): MeetingRecord {
  const somebodySat = Object.values(record.parted).some((how) => how !== 'declined')
  return somebodySat ? end(record) : announce({ ...record, phase: 'closed', keysGoneSince: null }, 'doors-closed')
}

/** Before the doors opened only key-holders sit there; those who went away without a word give their chairs back, names with them. */
function clearBeforeOpening(record: MeetingRecord): MeetingRecord {
  const left = record.people.map((one) => [one.session, 'left'] as const)
  const parted = { ...record.parted, ...Object.fromEntries(left) }
  const nothing = { people: [], hands: [], script: null, lamp: null, shareSeconds: null, chat: 'off' as const }
  return { ...record, ...nothing, parted, keysGoneSince: null, announcement: null }
}

/** When missing key-holders have consequences, in ms of the server's clock; null while they have none. */
export function keysDueAt(record: MeetingRecord): number | null {
  if (record.keysGoneSince === null) return null
  if (record.phase === 'open') return record.keysGoneSince + SAFE_AFTER_MS
  // Somebody who lost the connection may come back; whoever left does not, and nobody stays without a key-holder.
  if (record.phase === 'after' && record.closesAt === null) {
    return record.keysGoneSince + (record.people.some((one) => one.keyHolder) ? SAFE_AFTER_MS : 0)
  }
  return record.phase === 'closed' ? record.keysGoneSince + SAFE_AFTER_MS + CLOSE_AFTER_SAFE_MS : null
}

/** After the meeting: the last minute that began because nobody with a key was there, and not one that somebody began before. */
function isForWantOfKeys({ phase, closesAt, keysGoneSince }: MeetingRecord): boolean {
  if (phase !== 'after' || closesAt === null || keysGoneSince === null) return false
  return closesAt - CLOSING_SECONDS * 1000 >= keysGoneSince
}

/** Keeps account of the key-holders, and does what is due because of them or because the meeting's last minute has passed. */
export function tendKeys(record: MeetingRecord, now: number): MeetingRecord {
  if (record.closesAt !== null && now >= record.closesAt) return end(record)
  if (record.people.some((one) => one.keyHolder && one.connected)) {
    const back = bringBack(record)
    if (back.keysGoneSince === null) return back
    return { ...back, closesAt: isForWantOfKeys(back) ? null : back.closesAt, keysGoneSince: null }
  }
  const missed =
    record.phase === 'open' || record.phase === 'after' || (record.phase === 'closed' && record.people.length > 0)
  if (!missed) {
    // In the safe state the account stays as it is; elsewhere nobody is missed.
    return record.phase === 'safe' || record.keysGoneSince === null ? record : { ...record, keysGoneSince: null }
  }
  const since = record.keysGoneSince ?? now
  const counted = record.keysGoneSince === null ? { ...record, keysGoneSince: since } : record
  const due = keysDueAt(counted)
  if (due === null || now < due) return counted
  if (record.phase === 'closed') return clearBeforeOpening(counted)
  if (record.phase === 'after') {
    const closing = closeAfter(counted, now)
    return typeof closing === 'string' ? counted : closing
  }
  return record.people.length === 0 ? leaveEmpty(counted) : makeSafe(counted, now)
}
