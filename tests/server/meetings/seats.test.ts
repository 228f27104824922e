// Which chair a newcomer gets.

import { expect, test } from 'vitest'
import { MAX_SEATS } from '#protocol/limits.ts'
import { freeSeat } from '../../../server/meetings/seats.ts'

test.each([
  [12, [], 0],
  [12, [0], 6],
  [12, [0, 6], 3],
  [12, [0, 3, 6], 9],
  [12, [0, 3, 6, 9], 1],
  [12, [5], 11],
  [5, [0], 2],
  [4, [0, 1, 3], 2],
  [4, [3, 2, 1, 0], null],
])('of %i seats with %j taken it is %j', (seats, taken, seat) => {
  expect(freeSeat(seats, taken)).toBe(seat)
})

test('every chair is filled before anybody is refused, and none twice', () => {
  for (let seats = 4; seats <= MAX_SEATS; seats++) {
    const taken: number[] = []
    for (let n = 0; n < seats; n++) taken.push(freeSeat(seats, taken) ?? -1)
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: seats }, (_, n) => n))
    expect(freeSeat(seats, taken)).toBeNull()
  }
})

test('people who come one by one never sit in one half of the circle', () => {
  for (let count = 2; count <= 12; count++) {
    const taken: number[] = []
    for (let n = 0; n < count; n++) taken.push(freeSeat(12, taken) ?? -1)
    const sorted = taken.toSorted((a, b) => a - b)
    const gaps = sorted.map((seat, n) => ((sorted[(n + 1) % count] ?? 0) - seat + 12) % 12 || 12)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6)
  }
})
