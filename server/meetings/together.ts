// What a circle does together: who may write, a show of hands or a temperature, a milestone, a round of check-outs, a ring of light, a
// minute of silence. A temperature is counted without ever writing down who said what.

import type { MeetingCommand } from '#protocol/commands.ts'
import {
  LEAST_ANSWERS,
  MILESTONE_LENGTH,
  MILESTONE_SECONDS,
  POLL_QUESTION_LENGTH,
  POLL_SHOWN_SECONDS,
  WORD_LENGTH,
} from '#protocol/limits.ts'
import type { Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { Milestones, Together } from '#protocol/together.ts'
import { cleanText } from '../admissions/texts.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { setFloor } from './floor.ts'
import { person } from './people.ts'
import type { Admission, MeetingRecord, Poll } from './record.ts'

const TEMPERATURES = 5
const COLDEST = 1

type Command<T extends MeetingCommand['type']> = Extract<MeetingCommand, { type: T }>

/** Who may write now: what was set, and nobody while the circle is closed, hushed, safe or over. */
export function chatOf({ chat, hushed, phase }: MeetingRecord): Together['chat'] {
  return hushed || (phase !== 'open' && phase !== 'closing') ? 'off' : chat
}

function setChat(record: MeetingRecord, chat: Together['chat']): Step {
  return record.chat === chat ? 'already-so' : announce({ ...record, chat }, `chat-${chat}`)
}

function startPoll(record: MeetingRecord, { kind, question, seconds }: Command<'start-poll'>, now: number): Step {
  if (record.phase === 'closed') return 'wrong-phase'
  if (record.poll && record.poll.closedAt === null) return 'already-so'
  const cleaned = cleanText(question, POLL_QUESTION_LENGTH)
  if (cleaned === null) return 'text-not-usable'
  const id = record.pollCount + 1
  const counts = Array.from({ length: TEMPERATURES }, () => 0)
  const poll: Poll = { id, kind, question: cleaned, endsAt: now + seconds * 1000, closedAt: null, answered: [], counts }
  return announce({ ...record, poll, pollCount: id }, 'poll')
}

function answerPoll(record: MeetingRecord, by: Admission, { poll: id, answer }: Command<'answer-poll'>): Step {
  const { poll } = record
  if (!poll || poll.id !== id || poll.closedAt !== null) return 'no-poll'
  const before = poll.answered.includes(by.identity)
  if (poll.kind === 'temperature') {
    if (before) return 'already-so'
    if (answer < COLDEST) return 'bad-request'
    const counts = poll.counts.map((count, at) => (at === answer - COLDEST ? count + 1 : count))
    return { ...record, poll: { ...poll, counts, answered: [...poll.answered, by.identity] } }
  }
  if (before === answer > 0) return 'already-so'
  const answered = before ? poll.answered.filter((one) => one !== by.identity) : [...poll.answered, by.identity]
  return { ...record, poll: { ...poll, answered } }
}

/** Closes an open one, so that its result shows; puts a closed one away. */
function closePoll(record: MeetingRecord, now: number): Step {
  const { poll } = record
  if (!poll) return 'no-poll'
  if (poll.closedAt !== null) return { ...record, poll: null }
  return announce({ ...record, poll: { ...poll, closedAt: now } }, 'poll-closed')
}

function askMilestone(record: MeetingRecord, by: Admission, { kind, words }: Command<'ask-milestone'>): Step {
  const cleaned = cleanText(words, MILESTONE_LENGTH)
  if (cleaned === null) return 'text-not-usable'
  const others = record.milestones.filter((one) => one.identity !== by.identity)
  return { ...record, milestones: [...others, { identity: by.identity, kind, words: cleaned }] }
}

function withdrawMilestone(record: MeetingRecord, by: Admission): Step {
  const milestones = record.milestones.filter((one) => one.identity !== by.identity)
  return milestones.length === record.milestones.length ? 'already-so' : { ...record, milestones }
}

/** What somebody asked for in private is called for all to hear, and is asked for no more. */
function callMilestone(record: MeetingRecord, to: Identity, now: number): Step {
  const asked = record.milestones.find((one) => one.identity === to)
  if (!asked) return 'unknown-person'
  const milestones = record.milestones.filter((one) => one !== asked)
  const called = { ...record, milestones, milestone: { ...asked, since: now } }
  return announce(called, 'milestone', person(record, to)?.name)
}

function startCheckout(record: MeetingRecord, by: Admission, now: number): Step {
  if (record.checkout) return 'already-so'
  const given = record.floor.mode === 'piece' ? record : setFloor(record, by, 'piece', undefined, now)
  return typeof given === 'string' ? given : announce({ ...given, checkout: [] }, 'checkout')
}

function checkOut(record: MeetingRecord, by: Admission, word: string | undefined): Step {
  const { checkout } = record
  if (!checkout) return 'wrong-mode'
  const cleaned = word === undefined ? '' : cleanText(word, WORD_LENGTH)
  if (cleaned === null) return 'text-not-usable'
  const others = checkout.filter((one) => one.identity !== by.identity)
  return { ...record, checkout: [...others, { identity: by.identity, word: cleaned }] }
}

function keepSilence(record: MeetingRecord, by: Admission, seconds: number, now: number): Step {
  const before = record.floor
  const silent = setFloor(record, by, 'silence', undefined, now)
  if (typeof silent === 'string') return silent
  return { ...silent, quiet: { endsAt: now + seconds * 1000, floor: { ...before, fading: null } } }
}

/** The floor as it was before; turns of people who are gone are tended as everywhere. */
function endSilence(record: MeetingRecord): Step {
  const { quiet } = record
  return quiet ? announce({ ...record, floor: quiet.floor, quiet: null }, 'silence-over') : 'already-so'
}

/** What is done together; null for any other command. */
export function actTogether(record: MeetingRecord, by: Admission, command: MeetingCommand, now: number): Step | null {
  switch (command.type) {
    case 'answer-poll':
      return answerPoll(record, by, command)
    case 'ask-milestone':
      return askMilestone(record, by, command)
    case 'withdraw-milestone':
      return withdrawMilestone(record, by)
    case 'check-out':
      return checkOut(record, by, command.word)
    case 'set-chat':
      return setChat(record, command.mode)
    case 'start-poll':
      return startPoll(record, command, now)
    case 'close-poll':
      return closePoll(record, now)
    case 'call-milestone':
      return callMilestone(record, command.to, now)
    case 'end-milestone':
      return record.milestone ? { ...record, milestone: null } : 'already-so'
    case 'start-checkout':
      return startCheckout(record, by, now)
    case 'end-checkout':
      return record.checkout ? announce({ ...record, checkout: null }, 'checkout-over') : 'already-so'
    case 'light-ring':
    case 'put-out-ring': {
      const lit = command.type === 'light-ring'
      if (lit === (record.ring !== null)) return 'already-so'
      return announce({ ...record, ring: lit ? now : null }, lit ? 'ring' : 'ring-out')
    }
    case 'keep-silence':
      return keepSilence(record, by, command.seconds, now)
    case 'end-silence':
      return endSilence(record)
    default:
      return null
  }
}

const milestoneEnd = ({ milestone }: MeetingRecord) =>
  milestone === null ? null : milestone.since + MILESTONE_SECONDS * 1000

function pollDue({ poll }: MeetingRecord): number | null {
  if (!poll) return null
  return poll.closedAt === null ? poll.endsAt : poll.closedAt + POLL_SHOWN_SECONDS * 1000
}

/** When time alone will change something of it, in ms of the server's clock; null while it will not. */
export function togetherDueAt(record: MeetingRecord): number | null {
  const dues = [pollDue(record), milestoneEnd(record), record.quiet?.endsAt ?? null].filter((due) => due !== null)
  return dues.length === 0 ? null : Math.min(...dues)
}

function tendPoll(record: MeetingRecord, now: number): MeetingRecord {
  const due = pollDue(record)
  if (due === null || now < due) return record
  const closed = closePoll(record, now)
  return typeof closed === 'string' ? record : closed
}

/** Whoever holds the piece in a round of check-outs has had their turn, with or without a word. */
function tendCheckout(record: MeetingRecord): MeetingRecord {
  const { checkout, floor } = record
  if (!checkout) return record
  const here = checkout.filter(({ identity }) => person(record, identity))
  const { speaker } = floor
  const turn = floor.mode === 'piece' && speaker !== null && person(record, speaker) !== undefined
  const noted = !turn || here.some(({ identity }) => identity === speaker)
  if (noted && here.length === checkout.length) return record
  return { ...record, checkout: noted ? here : [...here, { identity: speaker, word: '' }] }
}

function tendMilestones(record: MeetingRecord, now: number): MeetingRecord {
  const end = milestoneEnd(record)
  const over = record.milestone && (!person(record, record.milestone.identity) || (end !== null && now >= end))
  const milestones = record.milestones.filter(({ identity }) => person(record, identity))
  if (!over && milestones.length === record.milestones.length) return record
  return { ...record, milestones, milestone: over ? null : record.milestone }
}

function tendSilence(record: MeetingRecord, now: number): MeetingRecord {
  const { quiet } = record
  if (!quiet) return record
  // Somebody has given the floor otherwise since: that holds.
  if (record.floor.mode !== 'silence') return { ...record, quiet: null }
  const over = now >= quiet.endsAt ? endSilence(record) : record
  return typeof over === 'string' ? record : over
}

const OVER = {
  chat: 'off',
  poll: null,
  milestones: [],
  milestone: null,
  checkout: null,
  ring: null,
  quiet: null,
} as const

/** Lets all of it follow what happened to people and what time has done. With the meeting it is gone. */
export function tendTogether(record: MeetingRecord, now: number): MeetingRecord {
  if (record.phase !== 'ended') return tendSilence(tendMilestones(tendCheckout(tendPoll(record, now)), now), now)
  const left = record.poll ?? record.milestone ?? record.checkout ?? record.ring ?? record.quiet
  return left !== null || record.chat !== 'off' || record.milestones.length > 0
    ? { ...record, ...OVER, milestones: [] }
    : record
}

function pollView(poll: Poll): NonNullable<Together['poll']> {
  const { id, kind, question, endsAt, closedAt, answered, counts } = poll
  const told = kind === 'temperature' && closedAt !== null && answered.length >= LEAST_ANSWERS
  return {
    id,
    kind,
    question,
    endsAt,
    open: closedAt === null,
    up: kind === 'hands' ? answered : [],
    answered: answered.length,
    counts: told ? counts : null,
  }
}

/** What of it everybody in the circle may know. */
export function togetherOf(record: MeetingRecord): Together {
  const { poll, milestone, checkout, ring, quiet } = record
  return {
    chat: chatOf(record),
    poll: poll && pollView(poll),
    milestone,
    checkout,
    ring,
    silenceEndsAt: quiet?.endsAt ?? null,
  }
}

/** What one has asked for oneself, and what others have, for those who run the meeting. */
export function milestonesFor(record: MeetingRecord, reader: Admission): Milestones {
  const mine = record.milestones.find((one) => one.identity === reader.identity)
  return {
    mine: mine ? { kind: mine.kind, words: mine.words } : null,
    asked: runsMeeting(reader) ? record.milestones.filter((one) => one !== mine) : [],
  }
}
