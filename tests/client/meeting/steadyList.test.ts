import { expect, test } from 'vitest'
import { GAP_MS, settle } from '../../../client/meeting/steadyList.ts'

const self = (item: string) => item
const shown = (slots: ReturnType<typeof settle<string>>) =>
  slots.map(({ item, goneAt }) => (goneAt === null ? item : `(${item})`))

test('who is let in leaves an empty place, so that the next one does not slip under the finger', () => {
  const first = settle([], ['fern', 'birch', 'ash'], self, 0)
  const after = settle(first, ['birch', 'ash'], self, 100)
  expect(shown(after)).toEqual(['(fern)', 'birch', 'ash'])
})

test('who comes is put at the end and never into an empty place', () => {
  const first = settle([], ['fern', 'birch'], self, 0)
  const after = settle(settle(first, ['birch'], self, 100), ['birch', 'ash'], self, 200)
  expect(shown(after)).toEqual(['(fern)', 'birch', 'ash'])
})

test('empty places close together, a while after the last one became so', () => {
  const first = settle([], ['fern', 'birch', 'ash'], self, 0)
  const one = settle(first, ['birch', 'ash'], self, 1_000)
  const two = settle(one, ['ash'], self, 3_000)
  expect(shown(settle(two, ['ash'], self, 1_000 + GAP_MS))).toEqual(['(fern)', '(birch)', 'ash'])
  expect(shown(settle(two, ['ash'], self, 3_000 + GAP_MS))).toEqual(['ash'])
})

test('somebody who is back before that has the same place', () => {
  const first = settle([], ['fern', 'birch'], self, 0)
  const back = settle(settle(first, ['birch'], self, 100), ['birch', 'fern'], self, 200)
  expect(shown(back)).toEqual(['fern', 'birch'])
})
