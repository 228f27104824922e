// What has happened in a practice circle, by name and time: the moments that beats hang on and the deeds that a look back asks about.
// Read off two records that follow each other, so that it does not matter by which button or key something was done. What the company
// may do as well (the floor, a hush) is the trainee's deed only when they gave the command; the cast is told of those.

import type { Watched } from '#protocol/scenario.ts'
import { personOf } from '../meetings/people.ts'
import type { MeetingRecord, SessionHash } from '../meetings/record.ts'

export interface Happening {
  /** The moment's name, as scenarios write it; null when no beat can hang on it. */
  readonly moment: string | null
  /** What somebody did, as look backs ask for it. */
  readonly deed: Watched | null
  /** To whom: a key of the cast. */
  readonly who: string | null
}

export interface Sessions {
  readonly trainee: SessionHash
  /** By key. */
  readonly company: ReadonlyMap<string, SessionHash>
}

function about(sessions: Sessions, session: SessionHash): string | null {
  for (const [key, one] of sessions.company) if (one === session) return key
  return null
}

function happening(moment: string | null, deed: Watched | null = null, who: string | null = null): Happening {
  return { moment, deed, who }
}

function atTheDoor(before: MeetingRecord, after: MeetingRecord, sessions: Sessions): Happening[] {
  return before.knocks.flatMap(({ session }) => {
    const who = about(sessions, session)
    if (who === null || after.knocks.some((one) => one.session === session)) return []
    if (personOf(after, session)) return [happening(`admitted:${who}`, 'admit', who)]
    return after.parted[session] === 'declined' ? [happening(`declined:${who}`, 'decline', who)] : []
  })
}

function toPeople(before: MeetingRecord, after: MeetingRecord, sessions: Sessions): Happening[] {
  return before.people.flatMap((was) => {
    const who = about(sessions, was.session)
    if (who === null) return []
    const is = personOf(after, was.session)
    if (!is) return after.parted[was.session] === 'removed' ? [happening(`removed:${who}`, 'remove', who)] : []
    if (is.held === was.held) return []
    return [is.held ? happening(`held:${who}`, 'hold', who) : happening(null, 'release', who)]
  })
}

function onTheFloor(before: MeetingRecord, after: MeetingRecord): Happening[] {
  const { mode } = after.floor
  return mode === before.floor.mode ? [] : [happening(`floor-${mode}`)]
}

function byTheTrainee(before: MeetingRecord, after: MeetingRecord, { trainee }: Sessions): Happening[] {
  const [was, is] = [personOf(before, trainee), personOf(after, trainee)]
  if (!was || !is) return []
  const had = before.floor.speaker === was.identity
  const has = after.floor.speaker === is.identity
  const raised = (record: MeetingRecord) => record.hands.includes(is.identity)
  return [
    ...(has && !had ? [happening('your-turn')] : []),
    ...(had && !has && before.floor.mode === after.floor.mode ? [happening('you-passed', 'pass')] : []),
    ...(raised(after) && !raised(before) ? [happening('your-hand', 'raise-hand')] : []),
    ...(is.resting && !was.resting ? [happening('you-rested', 'rest')] : []),
    ...(was.resting && !is.resting ? [happening('you-returned', 'return')] : []),
  ]
}

function toTheRoom(before: MeetingRecord, after: MeetingRecord): Happening[] {
  const happened: Happening[] = []
  if (after.phase !== before.phase) {
    if (after.phase === 'open') happened.push(happening('doors-opened', 'open-doors'))
    if (after.phase === 'closing') happened.push(happening(null, 'start-closing'))
    if (after.phase === 'ended') happened.push(happening(null, 'end'))
  }
  if (after.hushed !== before.hushed) {
    happened.push(happening(after.hushed ? 'hushed' : 'unhushed'))
  }
  if (after.lockedByHand && !before.lockedByHand) happened.push(happening(null, 'lock'))
  if (after.lamp !== null && before.lamp === null) happened.push(happening(null, 'set-lamp'))
  return happened
}

/** Lists what is different between a record and the one after it. */
export function happenings(before: MeetingRecord, after: MeetingRecord, sessions: Sessions): Happening[] {
  return [
    ...toTheRoom(before, after),
    ...atTheDoor(before, after, sessions),
    ...toPeople(before, after, sessions),
    ...onTheFloor(before, after),
    ...byTheTrainee(before, after, sessions),
  ]
}
