// Polls, milestones, check-outs, light and silence: what each does, who learns what, and that all of it ends by itself.

import { describe, expect, test } from 'vitest'
import { maySpeak } from '#protocol/meeting.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { chatOf, milestonesFor } from '../../../server/meetings/together.ts'
import { createOpenCircle } from './circle.ts'
import type { Circle } from './circle.ts'
import { createScriptedCircle, script, step } from './scripts.ts'

const seen = (circle: Circle) => snapshotOf(circle.record).together
const NAMES = ['Fern', 'Lark', 'Moss', 'Reed', 'Wren']

function startPoll(circle: Circle, kind: 'hands' | 'temperature', question = 'How are we?') {
  return circle.send('Ada', { type: 'start-poll', kind, question, seconds: 60 })
}
const answer = (circle: Circle, name: string, value: number) =>
  circle.send(name, { type: 'answer-poll', poll: circle.record.pollCount, answer: value })

describe('a show of hands', () => {
  test('is seen by all, can be changed, closes by itself and goes away', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    expect(startPoll(circle, 'hands', ' A\u202E break? ')).toBe('ok')
    expect(startPoll(circle, 'hands')).toBe('already-so')
    expect(seen(circle).poll).toMatchObject({ question: 'A break?', open: true, up: [], answered: 0 })
    expect(answer(circle, 'Fern', 1)).toBe('ok')
    expect(answer(circle, 'Lark', 1)).toBe('ok')
    expect(answer(circle, 'Fern', 0)).toBe('ok')
    expect(answer(circle, 'Fern', 0)).toBe('already-so')
    expect(seen(circle).poll?.up).toEqual([circle.id('Lark')])
    circle.wait(60)
    expect(circle.said()).toBe('poll-closed')
    expect(seen(circle).poll).toMatchObject({ open: false, up: [circle.id('Lark')] })
    expect(answer(circle, 'Fern', 1)).toBe('no-poll')
    circle.wait(60)
    expect(seen(circle).poll).toBeNull()
    expect(circle.send('Ada', { type: 'close-poll' })).toBe('no-poll')
  })
})

describe('a temperature', () => {
  test('tells nothing below five answers', () => {
    const circle = createOpenCircle(...NAMES)
    startPoll(circle, 'temperature')
    for (const name of NAMES.slice(0, 4)) answer(circle, name, 3)
    circle.send('Ada', { type: 'close-poll' })
    expect(seen(circle).poll).toMatchObject({ answered: 4, counts: null, up: [] })
  })

  test('from five on tells how many said what, and never who; each says it once', () => {
    const circle = createOpenCircle(...NAMES)
    startPoll(circle, 'temperature')
    for (const [at, name] of NAMES.entries()) expect(answer(circle, name, at + 1)).toBe('ok')
    expect(answer(circle, 'Fern', 5)).toBe('already-so')
    expect(answer(circle, 'Ada', 0)).toBe('bad-request')
    expect(seen(circle).poll?.counts).toBeNull()
    circle.wait(60)
    expect(seen(circle).poll).toMatchObject({ answered: 5, counts: [1, 1, 1, 1, 1], up: [] })
  })
})

describe('a milestone', () => {
  test('is asked for in private, called before all, and over by itself', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    const asked = (name: string) => {
      const one = circle.who(name)
      return one ? milestonesFor(circle.record, one) : null
    }
    expect(circle.send('Fern', { type: 'ask-milestone', kind: 'chip', words: 'One month' })).toBe('ok')
    expect(circle.send('Fern', { type: 'ask-milestone', kind: 'candle', words: '\u200B' })).toBe('text-not-usable')
    expect(asked('Fern')?.mine).toEqual({ kind: 'chip', words: 'One month' })
    expect(asked('Lark')).toEqual({ mine: null, asked: [] })
    expect(asked('Ada')?.asked).toEqual([{ identity: circle.id('Fern'), kind: 'chip', words: 'One month' }])
    expect(JSON.stringify(snapshotOf(circle.record))).not.toContain('One month')
    expect(circle.send('Ada', { type: 'call-milestone', to: circle.id('Lark') })).toBe('unknown-person')
    expect(circle.send('Ada', { type: 'call-milestone', to: circle.id('Fern') })).toBe('ok')
    expect(circle.said()).toBe('milestone')
    expect(seen(circle).milestone).toMatchObject({ identity: circle.id('Fern'), kind: 'chip', words: 'One month' })
    expect(asked('Ada')?.asked).toEqual([])
    circle.wait(120)
    expect(seen(circle).milestone).toBeNull()
  })

  test('can be taken back, and is forgotten with whoever leaves', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Fern', { type: 'ask-milestone', kind: 'chip', words: 'A year' })
    expect(circle.send('Fern', { type: 'withdraw-milestone' })).toBe('ok')
    expect(circle.send('Fern', { type: 'withdraw-milestone' })).toBe('already-so')
    circle.send('Lark', { type: 'ask-milestone', kind: 'candle', words: 'For my father' })
    circle.leave('Lark')
    expect(circle.record.milestones).toEqual([])
  })
})

describe('a round of check-outs', () => {
  test('goes by the piece; a word may be written instead of said, and a gesture is enough', () => {
    const circle = createScriptedCircle('Fern', 'Lark')
    expect(circle.send('Ada', { type: 'start-checkout' })).toBe('ok')
    expect(circle.record.floor.mode).toBe('piece')
    expect(circle.send('Ada', { type: 'pass' })).toBe('ok')
    expect(circle.send('Lark', { type: 'check-out', word: 'light' })).toBe('ok')
    const given = seen(circle).checkout?.map(({ identity, word }) => [circle.named(identity), word])
    expect(given).toEqual([
      ['Ada', ''],
      ['Fern', ''],
      ['Lark', 'light'],
    ])
    expect(circle.send('Ada', { type: 'end-checkout' })).toBe('ok')
    expect(seen(circle).checkout).toBeNull()
    expect(circle.send('Fern', { type: 'check-out' })).toBe('wrong-mode')
  })
})

describe('a minute of silence', () => {
  test('holds all microphones, the facilitator’s too, and gives the floor back as it was', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Lark') })
    expect(circle.send('Ada', { type: 'keep-silence', seconds: 60 })).toBe('ok')
    for (const name of ['Ada', 'Fern', 'Lark']) {
      expect(maySpeak(snapshotOf(circle.record), circle.id(name))).toBe(false)
    }
    circle.wait(59)
    expect(seen(circle).silenceEndsAt).not.toBeNull()
    circle.wait(1)
    expect(circle.said()).toBe('silence-over')
    expect(circle.record.floor.mode).toBe('piece')
    expect(circle.speaker()).toBe('Lark')
  })

  test('ends early by a press, or when the floor is given otherwise', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'keep-silence', seconds: 60 })
    expect(circle.send('Ada', { type: 'end-silence' })).toBe('ok')
    expect(circle.record.floor.mode).toBe('open')
    circle.send('Ada', { type: 'keep-silence', seconds: 60 })
    circle.send('Ada', { type: 'set-floor', mode: 'hands' })
    expect(circle.record.quiet).toBeNull()
    circle.wait(60)
    expect(circle.record.floor.mode).toBe('hands')
  })

  test('is not what a safe room gives back', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'keep-silence', seconds: 600 })
    circle.lose('Ada')
    circle.wait(60)
    expect(circle.record.phase).toBe('safe')
    circle.connect('Ada')
    expect(circle.record.floor.mode).toBe('open')
  })
})

describe('writing', () => {
  test('is off until somebody opens it, closed by a hush, and follows the steps of a script', () => {
    const circle = createScriptedCircle('Fern')
    expect(chatOf(circle.record)).toBe('off')
    expect(circle.send('Ada', { type: 'set-chat', mode: 'all' })).toBe('ok')
    expect(circle.said()).toBe('chat-all')
    circle.send('Ada', { type: 'hush' })
    expect(chatOf(circle.record)).toBe('off')
    circle.send('Ada', { type: 'unhush' })
    expect(chatOf(circle.record)).toBe('all')
    circle.start(script(step('first'), step('second', { chat: 'facilitator' })))
    expect(chatOf(circle.record)).toBe('off')
    circle.send('Ada', { type: 'next-step' })
    expect(chatOf(circle.record)).toBe('facilitator')
    circle.send('Ada', { type: 'stop-script' })
    expect(chatOf(circle.record)).toBe('off')
  })
})

test('the ring of light is lit and put out by hand, and nothing outlives the meeting', () => {
  const circle = createOpenCircle('Fern')
  expect(circle.send('Ada', { type: 'light-ring' })).toBe('ok')
  expect(circle.send('Ada', { type: 'light-ring' })).toBe('already-so')
  expect(seen(circle).ring).toBe(circle.now)
  expect(circle.send('Ada', { type: 'put-out-ring' })).toBe('ok')
  circle.send('Ada', { type: 'light-ring' })
  startPoll(circle, 'hands')
  circle.send('Ada', { type: 'keep-silence', seconds: 60 })
  circle.send('Ada', { type: 'end' })
  expect(seen(circle)).toEqual({
    chat: 'off',
    poll: null,
    milestone: null,
    checkout: null,
    ring: null,
    silenceEndsAt: null,
  })
})
