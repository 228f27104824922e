// What may happen to a meeting in random tests: acts that shrink well and read well, and the input that each makes of a record.

import * as fc from 'fast-check'
import type { Environment, FloorMode, Identity } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import { STEP_CHATS } from '#protocol/scriptRun.ts'
import { MILESTONE_KINDS, POLL_KINDS } from '#protocol/together.ts'
import type { Role } from '#protocol/roles.ts'
import { ENVIRONMENTS, FLOOR_MODES } from '#protocol/meeting.ts'
import { ROLES } from '#protocol/roles.ts'
import type { MeetingInput, MeetingRecord } from '../../../server/meetings/record.ts'
import { AVATAR, sessionOf } from './circle.ts'
import { HOUR } from './scripts.ts'

/** The first two hold keys. More people than seats. */
export const NAMES = ['Ada', 'Ben', 'Fern', 'Lark', 'Moss', 'Reed', 'Wren']
export const SEATS = 5
export const ANSWER = 'something between me and the facilitator'

const oneOf = fc.constantFrom
const whom = fc.nat(NAMES.length - 1)
/** Mostly the facilitator, so that most commands are somebody's to give. */
const runner = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: whom })
const SIMPLE = [
  ...(['raise-hand', 'lower-hand', 'pass', 'pass', 'rest', 'return', 'call-next', 'reverse-piece'] as const),
  ...(['open-doors', 'close-doors', 'lock', 'unlock', 'hush', 'unhush', 'start-closing'] as const),
  ...(['not-now', 'give-time'] as const),
] as const
const TARGETED = [
  'hand-piece',
  'call',
  'hold',
  'release',
  'remove',
  'free-chair',
  'admit',
  'decline',
  'decline-all',
  'invite',
  'hand-on',
] as const
const place = fc.nat(HOUR.steps.length)
const from = fc.option(place, { nil: undefined, freq: 4 })
/** More often on than back, so that random hours come to their end. */
const onScript: fc.Arbitrary<MeetingCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<MeetingCommand>({ type: 'start-script', script: HOUR.id }) },
  { weight: 1, arbitrary: fc.constant<MeetingCommand>({ type: 'start-script', script: 'none' }) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom('next-step', 'next-step', 'previous-step', 'repeat-step', 'extend-step'), from)
      .map(([type, at]): MeetingCommand => (at === undefined ? { type } : { type, from: at })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(place, from)
      .map(([step, at]) => ({ type: 'go-to-step' as const, step, ...(at === undefined ? {} : { from: at }) })),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('skip-step'), step: place, skip: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<MeetingCommand>(
      { type: 'pause-script' },
      { type: 'pause-script', words: 'We stay with what was said.' },
      { type: 'resume-script' },
      { type: 'resume-script' },
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(place, oneOf({ minutes: 4 }, { title: 'Something else' }, { title: ' ' }, { title: '  ' }))
      .map(([step, change]): MeetingCommand => ({ type: 'adjust-step', step, ...change })),
  },
  {
    weight: 2,
    arbitrary: oneOf<MeetingCommand>({ type: 'set-share', seconds: 60 }, { type: 'set-share', seconds: null }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<MeetingCommand>(
      { type: 'set-lamp', seconds: 30 },
      { type: 'extend-lamp' },
      { type: 'put-out-lamp' },
    ),
  },
  { weight: 1, arbitrary: fc.constant<MeetingCommand>({ type: 'stop-script' }) },
)
/** For care; `to` is the one asked, reminded or answered. */
const CARE_FOR = [
  'call-milestone',
  'see-help',
  'seat-by-door',
  'seat-by-door',
  'seat-back',
  'block',
  'vouch',
  'unvouch',
] as const
const CARE_ALONE = [
  ...(['step-out', 'return', 'withdraw-word', 'leave-word', 'leave-word', 'ask-help', 'withdraw-help'] as const),
  ...(['understand', 'care-pause', 'end-care-pause', 'end-care-pause', 'end-care-pause'] as const),
] as const
const CARE_FROM = ['accept-word', 'accept-word', 'accept-word', 'decline-word'] as const

const words = fc.constantFrom('One month', '\u202E')
/** What is done together. */
const together: fc.Arbitrary<MeetingCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<MeetingCommand>(
      { type: 'withdraw-milestone' },
      { type: 'close-poll' },
      { type: 'end-milestone' },
      { type: 'start-checkout' },
      { type: 'end-checkout' },
      { type: 'light-ring' },
      { type: 'put-out-ring' },
      { type: 'keep-silence', seconds: 60 },
      { type: 'end-silence' },
      { type: 'check-out' },
    ),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('set-chat'), mode: fc.constantFrom(...STEP_CHATS) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('start-poll'),
      kind: fc.constantFrom(...POLL_KINDS),
      question: words,
      seconds: fc.constant(60),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('answer-poll'),
      poll: fc.integer({ min: 1, max: 2 }),
      answer: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('ask-milestone'), kind: fc.constantFrom(...MILESTONE_KINDS), words }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('check-out'), word: words }) },
)

const COMING = ['knock', 'knock', 'withdraw', 'leave', 'connect', 'connect', 'lose'] as const

/** `who` and `to` are places in NAMES. */
export type Act =
  | { does: 'simple'; who: number; type: (typeof SIMPLE)[number] }
  | { does: 'targeted'; who: number; type: (typeof TARGETED)[number]; to: number }
  | { does: 'care'; who: number; type: (typeof CARE_ALONE)[number] }
  | { does: 'care-for'; who: number; type: (typeof CARE_FOR)[number]; to: number }
  | { does: 'answer'; who: number; type: (typeof CARE_FROM)[number]; to: number }
  | { does: 'ask-word'; who: number; to: number | null; crisis: boolean }
  | { does: 'vouch-all'; who: number }
  | { does: 'nudge'; who: number; to: number; agreement: number }
  | { does: 'floor'; who: number; mode: FloorMode; to: number | null }
  | { does: 'role'; who: number; to: number; role: Role }
  | { does: 'assign'; who: number; step: number; to: number | null }
  | { does: 'order'; who: number; order: number[] }
  | { does: 'stand'; who: number; place: number | null }
  | { does: 'later'; who: number }
  | { does: 'environment'; who: number; environment: Environment }
  | { does: 'script'; who: number; command: MeetingCommand }
  | { does: 'after' | 'end'; who: number }
  | { does: (typeof COMING)[number]; who: number }
  | { does: 'wait'; seconds: number }
  | { does: 'renew' }
  | { does: 'crash' }

const does = <T extends Act['does']>(name: T) => fc.constant(name)

export const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 40, arbitrary: fc.record({ does: does('simple'), who: runner, type: oneOf(...SIMPLE) }) },
  { weight: 40, arbitrary: fc.record({ does: does('targeted'), who: runner, type: oneOf(...TARGETED), to: whom }) },
  { weight: 40, arbitrary: fc.record({ does: oneOf(...COMING), who: whom }) },
  { weight: 16, arbitrary: fc.record({ does: does('care'), who: runner, type: oneOf(...CARE_ALONE) }) },
  { weight: 12, arbitrary: fc.record({ does: does('care-for'), who: runner, type: oneOf(...CARE_FOR), to: whom }) },
  {
    weight: 20,
    arbitrary: fc.record({ does: does('ask-word'), who: whom, to: fc.option(whom, { freq: 2 }), crisis: fc.boolean() }),
  },
  { weight: 30, arbitrary: fc.record({ does: does('answer'), who: runner, type: oneOf(...CARE_FROM), to: whom }) },
  { weight: 2, arbitrary: fc.record({ does: does('vouch-all'), who: runner }) },
  { weight: 5, arbitrary: fc.record({ does: does('nudge'), who: runner, to: whom, agreement: fc.nat(1) }) },
  {
    weight: 20,
    arbitrary: fc.record({ does: does('floor'), who: runner, mode: oneOf(...FLOOR_MODES), to: fc.option(whom) }),
  },
  { weight: 20, arbitrary: fc.record({ does: does('wait'), seconds: oneOf(0.5, 1, 20, 61, 181) }) },
  { weight: 10, arbitrary: fc.record({ does: does('role'), who: runner, to: whom, role: oneOf(...ROLES) }) },
  { weight: 40, arbitrary: fc.record({ does: does('script'), who: runner, command: onScript }) },
  { weight: 24, arbitrary: fc.record({ does: does('script'), who: runner, command: together }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: does('assign'), who: runner, step: place, to: fc.option(whom, { freq: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ does: does('order'), who: runner, order: fc.array(whom, { maxLength: 3 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({ does: does('stand'), who: whom, place: fc.option(oneOf(0, 1, 2, 63), { freq: 4 }) }),
  },
  { weight: 10, arbitrary: fc.record({ does: does('later'), who: whom }) },
  { weight: 5, arbitrary: fc.record({ does: does('environment'), who: runner, environment: oneOf(...ENVIRONMENTS) }) },
  { weight: 5, arbitrary: oneOf<Act>({ does: 'renew' }, { does: 'crash' }) },
  { weight: 2, arbitrary: fc.record({ does: does('after'), who: runner }) },
  { weight: 1, arbitrary: fc.record({ does: does('end'), who: whom }) },
)

/** A meeting with everybody whom it seats, to begin in the middle of things. */
export const UNDER_WAY: readonly Act[] = [
  { does: 'knock', who: 0 },
  { does: 'connect', who: 0 },
  { does: 'simple', who: 0, type: 'open-doors' },
  ...[2, 3, 4].flatMap((who): Act[] => [
    { does: 'knock', who },
    { does: 'targeted', who: 0, type: 'admit', to: who },
    { does: 'connect', who },
  ]),
]

/** The same, with a script that has begun. */
export const WITH_SCRIPT: readonly Act[] = [
  ...UNDER_WAY,
  { does: 'script', who: 0, command: { type: 'start-script', script: HOUR.id } },
]

const sessionAt = (index: number) => sessionOf(NAMES[index] ?? '')

/** What an act means for a record; null for a crash, after which the record is read from disk again. `fresh` returns 16 new letters. */
export function inputOf(act: Act, record: MeetingRecord, fresh: () => string): MeetingInput | null {
  const sitting = (index: number): Identity =>
    record.people.find((one) => one.session === sessionAt(index))?.identity ?? 'p_0000000nobody000'
  const command = (who: number, command: MeetingCommand): MeetingInput => ({
    type: 'command',
    by: { session: sessionAt(who), keyHolder: who < 2 },
    command,
  })
  switch (act.does) {
    case 'simple':
      return command(act.who, { type: act.type })
    case 'targeted': {
      const { type } = act
      const knock = record.knocks.find((one) => one.session === sessionAt(act.to))?.id ?? 'k_none'
      if (type === 'admit' || type === 'decline') return command(act.who, { type, knock })
      if (type === 'decline-all') return command(act.who, { type, knocks: [knock] })
      return command(act.who, { type, to: sitting(act.to) })
    }
    case 'care':
      return command(act.who, { type: act.type })
    case 'care-for':
      return command(act.who, { type: act.type, to: sitting(act.to) })
    case 'answer':
      return command(act.who, { type: act.type, from: sitting(act.to) })
    case 'ask-word': {
      const asked = { type: 'ask-word', crisis: act.crisis } as const
      return command(act.who, act.to === null ? asked : { ...asked, to: sitting(act.to) })
    }
    case 'vouch-all':
      return command(act.who, { type: 'vouch' })
    case 'nudge':
      return command(act.who, { type: 'nudge', to: sitting(act.to), agreement: act.agreement })
    case 'floor': {
      const floor = { type: 'set-floor', mode: act.mode } as const
      return command(act.who, act.to === null ? floor : { ...floor, speaker: sitting(act.to) })
    }
    case 'role':
      return command(act.who, { type: 'hand-role', to: sitting(act.to), role: act.role })
    case 'assign':
      return command(act.who, { type: 'assign-step', step: act.step, to: act.to === null ? null : sitting(act.to) })
    case 'order':
      return command(act.who, { type: 'set-succession', order: act.order.map(sitting) })
    case 'stand':
      return command(act.who, { type: 'stand', place: act.place })
    case 'later':
      return command(act.who, { type: 'pass', later: true })
    case 'environment':
      return command(act.who, { type: 'set-environment', environment: act.environment, dim: false })
    case 'script': {
      const { type } = act.command
      const script = type === 'start-script' && act.command.script === HOUR.id ? HOUR : null
      return {
        type: 'command',
        by: { session: sessionAt(act.who), keyHolder: act.who < 2 },
        command: act.command,
        script,
      }
    }
    case 'after':
      return command(act.who, { type: 'start-after' })
    case 'end':
      return command(act.who, { type: 'end' })
    case 'knock': {
      const knock = { name: NAMES[act.who] ?? '', avatar: AVATAR, firstTime: false, answer: ANSWER }
      const names = { id: `k_${fresh()}`, identity: `p_${fresh()}` }
      return { type: 'knock', session: sessionAt(act.who), keyHolder: act.who < 2, knock, ...names }
    }
    case 'withdraw':
    case 'leave':
      return { type: act.does, session: sessionAt(act.who) }
    case 'connect':
      return { type: 'connected', identity: sitting(act.who) }
    case 'lose':
      return { type: 'disconnected', identity: sitting(act.who) }
    case 'wait':
      return { type: 'tick' }
    case 'renew':
      return { type: 'renew-epoch' }
    default:
      return null
  }
}
