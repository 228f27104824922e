// The names that we suggest: gentle, usable, enough of them, and never one that is taken.

import { expect, test } from 'vitest'
import { cleanName, isTaken } from '../../../server/admissions/names.ts'
import { suggestName } from '../../../server/admissions/pseudonyms.ts'
import { skeleton } from '../../../server/admissions/skeleton.ts'
import { GENTLE, THINGS } from '../../../server/admissions/words.ts'

const bytes =
  (...values: number[]) =>
  () =>
    Uint8Array.from(values)

test('there are at least sixty of each kind of word, and no two look alike', () => {
  for (const words of [GENTLE, THINGS]) {
    expect(words.length).toBeGreaterThanOrEqual(60)
    expect(new Set(words.map(skeleton)).size).toBe(words.length)
  }
})

test('every pair of words is a name that one may have', () => {
  for (const gentle of GENTLE) {
    for (const thing of THINGS) expect(cleanName(`${gentle} ${thing}`)).toBe(`${gentle} ${thing}`)
  }
})

test('a suggestion follows the random bytes', () => {
  const names = [0, 1, 2, 3].map((value) => suggestName(bytes(value, 7, value, 9), []))
  expect(new Set(names).size).toBe(4)
  expect(suggestName(bytes(0, 0, 0, 0), [])).toBe(`${GENTLE[0]} ${THINGS[0]}`)
})

test('a name that is taken, or looks like one that is, is not suggested', () => {
  const first = suggestName(bytes(0, 0, 0, 0), [])
  const second = suggestName(bytes(0, 0, 0, 0), [first.toUpperCase()])
  expect(isTaken(second, [first])).toBe(false)
})

test('the last free name is found, and with none left it says so', () => {
  const all = THINGS.flatMap((thing) => GENTLE.map((gentle) => `${gentle} ${thing}`))
  const free = all.pop() ?? ''
  expect(suggestName(bytes(1, 2, 3, 4), all)).toBe(free)
  expect(() => suggestName(bytes(1, 2, 3, 4), [...all, free])).toThrow(RangeError)
})
