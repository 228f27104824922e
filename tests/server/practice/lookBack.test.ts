import { expect, test } from 'vitest'
import { lookBack, sayDuration } from '../../../server/practice/lookBack.ts'

const RULE = { watch: ['hush'], after: 'attack', done: 'You hushed after {after}.', missed: 'Nobody hushed.' } as const
const rules = [{ ...RULE, watch: [...RULE.watch] }]
const moments = new Map([
  ['start', 0],
  ['attack', 10_000],
])

test('a look back says what was done and after how long', () => {
  const deeds = [{ deed: 'hush', who: null, at: 14_000 } as const]
  expect(lookBack(rules, deeds, moments)).toEqual([{ text: 'You hushed after 4 s.', done: true }])
})

test('what was done before the moment does not count, and what was missed is said without blame', () => {
  const deeds = [{ deed: 'hush', who: null, at: 4_000 } as const]
  expect(lookBack(rules, deeds, moments)).toEqual([{ text: 'Nobody hushed.', done: false }])
})

test('of a moment that never came nothing is said', () => {
  expect(lookBack(rules, [], new Map([['start', 0]]))).toEqual([])
})

test('durations are said as people say them', () => {
  expect([200, 4_000, 60_000, 80_000].map(sayDuration)).toEqual(['1 s', '4 s', '1 min', '1 min 20 s'])
})
