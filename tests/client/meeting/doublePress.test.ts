import { expect, test } from 'vitest'
import { createDoublePress } from '../../../client/meeting/doublePress.ts'

test('two presses in a short while are one wish, and a third begins anew', () => {
  const press = createDoublePress()
  expect([1_000, 1_400, 1_800, 2_100].map(press)).toEqual([false, true, false, true])
})

test('two presses far apart are two', () => {
  const press = createDoublePress()
  expect([1_000, 1_701, 3_000].map(press)).toEqual([false, false, false])
})
