// A lap goes round: whatever is done to it, going round twice must be the same as going round once.

import { expect, test } from 'vitest'
import { createRandom } from '#protocol/seededRandom.ts'
import {
  add,
  createWander,
  filter,
  level,
  whiteLap,
  type FilterSettings,
} from '../../../../client/audio/soundscape/lap.ts'
import { tail } from '../../../../client/audio/soundscape/place.ts'

/** A lap of whole slow steps, so that two laps have the same steps as one. */
const RATE = 8_192

function twice(lap: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(2 * lap.length)
  both.set(lap)
  both.set(lap, lap.length)
  return both
}

function worstDifference(one: Float32Array, other: Float32Array): number {
  return one.reduce((worst, sample, i) => Math.max(worst, Math.abs(sample - other[i]!)), 0)
}

const FILTERS: readonly FilterSettings[] = [
  { kind: 'low', hz: 60 },
  { kind: 'high', hz: 50 },
  { kind: 'band', hz: 900, q: 4 },
  { kind: 'low', hz: (turn) => 400 + 300 * Math.sin(2 * Math.PI * turn) },
]

test.each(FILTERS)('a filtered lap continues into itself as the second lap does: $kind $hz', (settings) => {
  const noise = whiteLap(createRandom(5), 2 * RATE)
  const { hz } = settings
  const inTwoLaps = { ...settings, hz: typeof hz === 'number' ? hz : (turn: number) => hz((2 * turn) % 1) }
  const second = filter(twice(noise), RATE, inTwoLaps).subarray(noise.length)
  expect(worstDifference(filter(noise.slice(), RATE, settings), second)).toBeLessThan(1e-5)
})

test('the echo of the end is heard at the beginning', () => {
  const dry = { left: new Float32Array(4 * RATE), right: new Float32Array(4 * RATE), sampleRate: RATE }
  dry.left[4 * RATE - 1] = 1
  const wet = tail(dry, { seconds: 0.5, firstSeconds: 0.02, softAboveHz: 2000 })
  const early = wet.left.subarray(0, RATE / 2).reduce((sum, sample) => sum + sample * sample, 0)
  const before = wet.left.subarray(RATE, 3 * RATE).reduce((sum, sample) => sum + sample * sample, 0)
  expect(early).toBeGreaterThan(0.01)
  expect(before).toBeLessThan(1e-6 * early)
})

test('what is added at the end goes on at the beginning', () => {
  const lap = add(new Float32Array(4), new Float32Array([1, 2, 3]), 10, 3)
  expect([...lap]).toEqual([20, 30, 0, 10])
})

test('a wandering value comes back to where it began', () => {
  const wander = createWander(createRandom(9), 7)
  expect(wander(1)).toBeCloseTo(wander(0), 9)
  expect(wander(0.9999)).toBeCloseTo(wander(0), 3)
})

test('a levelled lap has the level', () => {
  const lap = level(whiteLap(createRandom(1), RATE), 0.2)
  expect(Math.sqrt(lap.reduce((sum, sample) => sum + sample * sample, 0) / RATE)).toBeCloseTo(0.2, 5)
})

test('silence stays silence', () => {
  expect(level(new Float32Array(3), 1)).toEqual(new Float32Array(3))
})
