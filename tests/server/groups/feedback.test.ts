// Feedback at the door: who may give it, that sums grow by five at a time, and that lines carry no name.

import { expect, test } from 'vitest'
import type { FeedbackAnswer } from '#protocol/feedback.ts'
import { createFeedback } from '../../../server/groups/feedback.ts'
import { createOpenCircle, sessionOf } from '../meetings/circle.ts'

const NAMES = ['Fern', 'Lark', 'Moss', 'Reed', 'Wren']
const GOOD: FeedbackAnswer = { good: 'yes', safe: 'partly' }

function open() {
  const sums = new Map<string, number>()
  const feedback = createFeedback({
    sum: (group, name) => sums.get(`${group} ${name}`) ?? 0,
    add: (group, name, value) => void sums.set(`${group} ${name}`, (sums.get(`${group} ${name}`) ?? 0) + value),
  })
  const circle = createOpenCircle(...NAMES)
  feedback.notice(circle.record)
  const give = (name: string, answer: FeedbackAnswer = GOOD) => feedback.give('g_1', sessionOf(name), answer)
  return { feedback, circle, give, sums }
}

test('is taken once from everybody who sat there, also when they have left, and from nobody else', () => {
  const { circle, give, feedback } = open()
  circle.leave('Fern')
  feedback.notice(circle.record)
  expect(give('Fern')).toBeNull()
  expect(give('Fern')).toBe('already-so')
  expect(give('a stranger')).toBe('not-admitted')
})

test('is kept as sums, five answers at a time, so that no single one shows', () => {
  const { give, feedback, sums } = open()
  for (const name of NAMES.slice(0, 4)) give(name)
  expect(sums.size).toBe(0)
  give('Wren', { good: 'no', safe: 'no' })
  give('Ada')
  expect(feedback.sums('g_1')).toEqual({
    answers: 5,
    good: { yes: 4, partly: 0, no: 1 },
    safe: { yes: 0, partly: 4, no: 1 },
  })
})

test('may bring a line to those who run the meeting, cleaned and without a name', () => {
  const { give, feedback } = open()
  expect(give('Fern', { ...GOOD, line: ' Thank\u202E you\n' })).toBeNull()
  expect(give('Lark', { ...GOOD, line: '\u200B' })).toBe('text-not-usable')
  expect(feedback.lines('g_1')).toEqual(['Thank you'])
})

test('of one evening is over when the doors open for the next', () => {
  const { circle, give, feedback } = open()
  give('Fern', { ...GOOD, line: 'Thank you' })
  feedback.notice({ ...circle.record, id: 'm_bbbbbbbbbbbb', phase: 'closed', people: [] })
  expect(give('Lark')).toBeNull()
  feedback.notice({ ...circle.record, id: 'm_bbbbbbbbbbbb', people: [] })
  expect(give('Moss')).toBe('not-admitted')
  expect(feedback.lines('g_1')).toEqual([])
})
