// Private words: asked by one, accepted by the other, two in a side room of their own, and back in one press. A crisis is one that
// pauses the circle and leaves the lamp with a co-facilitator. Invariant: a side room has exactly the two who agreed to it.

import type { ErrorCode } from '#protocol/errors.ts'
import { LOST_WORD_SECONDS, MAX_SEATS } from '#protocol/limits.ts'
import type { Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { change, isOutOfRound, person } from './people.ts'
import type { Admission, Aside, AskedWord, MeetingRecord } from './record.ts'

const LOST_MS = LOST_WORD_SECONDS * 1000

/** Tells whether somebody may be the one who helps in a private word. A crisis is for those who run the meeting. */
function mayLead(one: Admission, crisis: boolean): boolean {
  return runsMeeting(one) || (one.role === 'greeter' && !crisis)
}

function faultOfWord(
  record: MeetingRecord,
  by: Admission,
  to: Identity | undefined,
  crisis: boolean,
): ErrorCode | null {
  if (record.phase === 'closed') return 'wrong-phase'
  if (by.aside !== null) return 'already-so'
  if (to === undefined) {
    const somebody = record.people.some((one) => one !== by && one.connected && mayLead(one, crisis))
    return somebody && !mayLead(by, crisis) ? null : 'unknown-person'
  }
  const other = person(record, to)
  if (!other || other === by) return 'unknown-person'
  return mayLead(by, crisis) || mayLead(other, crisis) ? null : 'not-allowed'
}

/** Asks for a private word. One person asks for one at a time: the newest. */
export function askWord(record: MeetingRecord, by: Admission, to: Identity | undefined, crisis: boolean): Step {
  const fault = faultOfWord(record, by, to, crisis)
  if (fault) return fault
  const asked: AskedWord = { from: by.identity, to: to ?? null, crisis }
  const same = record.words.some((one) => one.from === asked.from && one.to === asked.to && one.crisis === crisis)
  if (same) return 'already-so'
  return { ...record, words: [...record.words.filter((one) => one.from !== by.identity), asked] }
}

/** What is asked of somebody, first asked first: by name, or of anybody who could lead. */
export function wordsFor({ words }: MeetingRecord, reader: Admission): AskedWord[] {
  return words.filter(({ from, to, crisis }) =>
    to === null ? from !== reader.identity && mayLead(reader, crisis) : to === reader.identity,
  )
}

/** Leaves the lamp with a co-facilitator who is in the circle, for as long as its bearer is away; null when there is none. */
function lendLamp(record: MeetingRecord, bearer: Admission): MeetingRecord | null {
  const free = (one: Admission) => one.role === 'co-facilitator' && one.connected && !isOutOfRound(one)
  const turn = ({ identity }: Admission) =>
    record.succession.includes(identity) ? record.succession.indexOf(identity) : MAX_SEATS
  // In the order in which the facilitator named them, then by seat.
  const heir = record.people.filter((one) => one !== bearer && free(one)).sort((a, b) => turn(a) - turn(b))[0]
  if (bearer.role !== 'facilitator' || !heir) return null
  const lent = change(record, bearer.identity, { role: 'co-facilitator' })
  return change(lent, heir.identity, { role: 'facilitator' })
}

/** Says yes to somebody who asked: both are in a side room from now on, and out of the round. */
export function acceptWord(record: MeetingRecord, by: Admission, from: Identity, now: number): Step {
  const asked = wordsFor(record, by).find((one) => one.from === from)
  if (!asked) return 'no-word'
  const other = person(record, from)
  if (by.aside !== null) return 'already-so'
  if (!other?.connected || other.aside !== null) return 'unknown-person'
  const lead = mayLead(by, asked.crisis) ? by : other
  const room = record.asideCount + 1
  const gone = [by, other].reduce(
    (changed, { identity }) => change(changed, identity, { aside: room, resting: false, porch: false }),
    { ...record, asideCount: room, words: record.words.filter((one) => one.from !== by.identity && one.from !== from) },
  )
  const lent = asked.crisis ? lendLamp(gone, lead) : null
  const aside: Aside = { room, crisis: asked.crisis, lead: lead.identity, lamp: lent && lead.identity, since: now }
  const opened = { ...(lent ?? gone), asides: [...record.asides, aside] }
  if (!asked.crisis) return announce(opened, 'aside')
  return announce({ ...opened, carePause: true, crises: record.crises + 1 }, 'care-pause')
}

/** Says no, softly: nobody else hears of it. */
export function declineWord(record: MeetingRecord, by: Admission, from: Identity): Step {
  const asked = wordsFor(record, by).find((one) => one.from === from)
  return asked ? { ...record, words: record.words.filter((one) => one !== asked) } : 'no-word'
}

export function withdrawWord(record: MeetingRecord, by: Admission): Step {
  const words = record.words.filter((one) => one.from !== by.identity)
  return words.length === record.words.length ? 'no-word' : { ...record, words }
}

/** Ends a side room. A lamp that was lent goes back, unless it has been handed on since. A pause stays until somebody ends it. */
function close(record: MeetingRecord, aside: Aside): MeetingRecord {
  const people = record.people.map((one) => (one.aside === aside.room ? { ...one, aside: null } : one))
  const closed = { ...record, people, asides: record.asides.filter((one) => one !== aside) }
  const bearer = person(closed, aside.lamp)
  const holder = closed.people.find((one) => one.role === 'facilitator')
  if (bearer?.role !== 'co-facilitator' || !bearer.connected || !holder) return closed
  return change(change(closed, holder.identity, { role: 'co-facilitator' }), bearer.identity, { role: 'facilitator' })
}

export function leaveWord(record: MeetingRecord, by: Admission): Step {
  const aside = record.asides.find((one) => one.room === by.aside)
  return aside ? announce(close(record, aside), 'aside-over') : 'no-word'
}

const pairOf = (record: MeetingRecord, { room }: Aside) => record.people.filter((one) => one.aside === room)

/** When somebody in a side room is missed enough for it to be over, in ms of the server's clock. */
export function asidesDueAt(record: MeetingRecord): number | null {
  const lost = record.people.flatMap(({ aside, lostSince }) =>
    aside === null || lostSince === null ? [] : [lostSince],
  )
  return lost.length === 0 ? null : Math.min(...lost) + LOST_MS
}

/** Brings somebody back whose other has left, was removed or is lost; forgets what was asked by or of people who are gone. */
export function tendAsides(record: MeetingRecord, now: number): MeetingRecord {
  const ended = record.phase === 'ended'
  const over = record.asides.filter((aside) => {
    const pair = pairOf(record, aside)
    return ended || pair.length < 2 || pair.some(({ lostSince }) => lostSince !== null && now >= lostSince + LOST_MS)
  })
  const open = over.reduce(close, record)
  const here = (identity: Identity | null) => identity === null || person(open, identity) !== undefined
  const words = ended ? [] : open.words.filter(({ from, to }) => here(from) && here(to))
  const paused = open.carePause && !ended
  if (open === record && words.length === record.words.length && paused === record.carePause) return record
  return { ...open, words, carePause: paused }
}
