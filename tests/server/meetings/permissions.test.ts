// Every standing and every command through the whole core: who is refused because of who they are.

import { describe, expect, test } from 'vitest'
import type { CommandType, MeetingCommand } from '#protocol/commands.ts'
import { commandSchema } from '#protocol/commands.ts'
import type { Role } from '#protocol/roles.ts'
import { can } from '#protocol/permissions.ts'
import { ROLES } from '#protocol/roles.ts'
import { createOpenCircle, join, sessionOf } from './circle.ts'
import type { Circle } from './circle.ts'

const ONESELF: readonly CommandType[] = [
  'raise-hand',
  'lower-hand',
  'pass',
  'rest',
  'return',
  'not-now',
  'stand',
  'hand-piece',
  'step-out',
  'ask-word',
  'accept-word',
  'decline-word',
  'withdraw-word',
  'leave-word',
  'ask-help',
  'withdraw-help',
  'understand',
  'answer-poll',
  'ask-milestone',
  'withdraw-milestone',
  'check-out',
]
const OPENING: readonly CommandType[] = ['open-doors']
const DOOR: readonly CommandType[] = ['close-doors', 'admit', 'decline', 'decline-all', 'lock', 'unlock']
const RUNNING: readonly CommandType[] = [
  'set-floor',
  'call',
  'call-next',
  'reverse-piece',
  'hold',
  'release',
  'hush',
  'unhush',
  'remove',
  'free-chair',
  'hand-role',
  'set-succession',
  'set-share',
  'give-time',
  'invite',
  'set-environment',
  'start-closing',
  'start-after',
  'end',
  'start-script',
  'next-step',
  'previous-step',
  'repeat-step',
  'extend-step',
  'go-to-step',
  'skip-step',
  'assign-step',
  'adjust-step',
  'pause-script',
  'resume-script',
  'stop-script',
  'see-help',
  'nudge',
  'seat-by-door',
  'seat-back',
  'block',
  'vouch',
  'unvouch',
  'care-pause',
  'end-care-pause',
  'set-chat',
  'start-poll',
  'close-poll',
  'call-milestone',
  'end-milestone',
  'start-checkout',
  'end-checkout',
  'light-ring',
  'put-out-ring',
  'keep-silence',
  'end-silence',
]
const KEEPING_TIME: readonly CommandType[] = ['set-lamp', 'extend-lamp', 'put-out-lamp']
/** One's own role, to a member. Who runs the meeting hands on any role, by `hand-role`. */
const OWN_ROLE: readonly CommandType[] = ['hand-on']
const RUNS = [...ONESELF, ...DOOR, ...RUNNING, ...KEEPING_TIME]
const ALL = [...RUNS, ...OPENING, ...OWN_ROLE]

/** What each standing may ever do; written out here and nowhere derived. */
const MAY: readonly [role: Role, keyHolder: boolean, readonly CommandType[]][] = [
  ['member', false, ONESELF],
  ['reader', false, [...ONESELF, ...OWN_ROLE]],
  ['timekeeper', false, [...ONESELF, ...OWN_ROLE, ...KEEPING_TIME]],
  ['greeter', false, [...ONESELF, ...OWN_ROLE]],
  ['co-facilitator', false, RUNS],
  ['facilitator', false, RUNS],
  ['member', true, [...ONESELF, ...OPENING, ...DOOR]],
  ['reader', true, [...ONESELF, ...OWN_ROLE, ...OPENING, ...DOOR]],
  ['timekeeper', true, [...ONESELF, ...OWN_ROLE, ...OPENING, ...DOOR, ...KEEPING_TIME]],
  ['greeter', true, [...ONESELF, ...OWN_ROLE, ...OPENING, ...DOOR]],
  ['co-facilitator', true, [...RUNS, ...OPENING]],
  ['facilitator', true, [...RUNS, ...OPENING]],
]

function commandOf(type: CommandType, circle: Circle): MeetingCommand {
  const to = circle.id('Fern')
  const knock = circle.record.knocks[0]?.id ?? ''
  switch (type) {
    case 'admit':
    case 'decline':
      return { type, knock }
    case 'decline-all':
      return { type, knocks: [knock] }
    case 'hand-piece':
    case 'call':
    case 'hold':
    case 'release':
    case 'remove':
    case 'free-chair':
    case 'invite':
    case 'hand-on':
    case 'block':
    case 'see-help':
    case 'seat-by-door':
    case 'seat-back':
    case 'vouch':
    case 'unvouch':
      return { type, to }
    case 'call-milestone':
      return { type, to }
    case 'answer-poll':
      return { type, poll: 1, answer: 1 }
    case 'ask-milestone':
      return { type, kind: 'chip', words: 'One month' }
    case 'set-chat':
      return { type, mode: 'all' }
    case 'start-poll':
      return { type, kind: 'hands', question: 'A break?', seconds: 60 }
    case 'keep-silence':
      return { type, seconds: 60 }
    case 'nudge':
      return { type, to, agreement: 0 }
    case 'ask-word':
      return { type, to: circle.id('Ada'), crisis: false }
    case 'accept-word':
    case 'decline-word':
      return { type, from: to }
    case 'stand':
      return { type, place: 0 }
    case 'set-succession':
      return { type, order: [] }
    case 'set-share':
      return { type, seconds: 180 }
    case 'assign-step':
      return { type, step: 1, to }
    case 'adjust-step':
      return { type, step: 1, minutes: 3 }
    case 'set-floor':
      return { type, mode: 'piece' }
    case 'hand-role':
      return { type, to, role: 'reader' }
    case 'start-script':
      return { type, script: 'hour' }
    case 'go-to-step':
      return { type, step: 1 }
    case 'skip-step':
      return { type, step: 1, skip: true }
    case 'set-lamp':
      return { type, seconds: 60 }
    case 'set-environment':
      return { type, environment: 'forest', dim: false }
    default:
      return commandSchema.parse({ type })
  }
}

/** Sam in the given standing beside Ada, who opened, Fern, who is a member, and Reed, who waits. */
function createWith(role: Role, keyHolder: boolean): Circle {
  const circle = createOpenCircle('Fern')
  if (keyHolder) circle.knock('Sam', { key: true })
  else join(circle, 'Sam')
  circle.send('Ada', { type: 'hand-role', to: circle.id('Sam'), role })
  circle.knock('Reed')
  expect(circle.who('Sam')).toMatchObject({ role, keyHolder })
  return circle
}

describe.each(MAY)('a %s (key-holder: %s)', (role, keyHolder, allowed) => {
  test.each(ALL)('is answered as their standing says to %s', (type) => {
    const circle = createWith(role, keyHolder)
    const before = circle.record
    const answer = circle.send('Sam', commandOf(type, circle))
    expect(can({ role, keyHolder }, type)).toBe(allowed.includes(type))
    if (allowed.includes(type)) {
      expect(answer).not.toBe('not-allowed')
    } else {
      expect(answer).toBe('not-allowed')
      expect(circle.record).toBe(before)
    }
  })
})

describe('somebody who has no seat', () => {
  test.each(ALL)('may not %s without a key', (type) => {
    const circle = createWith('member', false)
    const before = circle.record
    for (const name of ['Reed', 'a stranger']) {
      expect(circle.send(name, commandOf(type, circle), { key: false })).toBe('not-admitted')
    }
    expect(circle.record).toBe(before)
  })

  test.each(ALL)('is heard about the door and nothing else with a key: %s', (type) => {
    const circle = createWith('member', false)
    const answer = circle.send('Kay', commandOf(type, circle), { key: true })
    if ([...OPENING, ...DOOR].includes(type)) expect(answer).not.toBe('not-admitted')
    else expect(answer).toBe('not-admitted')
  })
})

test('a key that was taken back in the middle of the meeting opens nothing any more', () => {
  const circle = createWith('member', true)
  const speaker = { session: sessionOf('Sam'), keyHolder: false }
  expect(circle.take({ type: 'command', by: speaker, command: { type: 'lock' } })).toBe('not-allowed')
})

test('the table names every role', () => {
  expect(new Set(MAY.map(([role]) => role))).toEqual(new Set(ROLES))
})
