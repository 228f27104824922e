import { describe, expect, test } from 'vitest'
import {
  BEAD_HIGH,
  BEAD_LOW,
  bead,
  candle,
  chairLamp,
  chip,
  piece,
  stump,
  timeLamp,
  tissues,
} from '../../../../client/space/things/thingShapes.ts'
import { timeLeft } from '../../../../client/space/things/things.ts'

const heights = (mesh: { positions: number[] }) => mesh.positions.filter((_, i) => i % 3 === 1)

const STEP = { startedAt: 0, endsAt: 300_000, counts: 'step' } as const

describe('the lamp of time', () => {
  test('is full at the start of the closing minute, empty at its end and after it', () => {
    const closing = (closesAt: number, nowMs: number) => timeLeft({ closesAt, lamp: STEP }, nowMs)
    expect(closing(60_000, 0)).toBe(1)
    expect(closing(60_000, 30_000)).toBe(0.5)
    expect(closing(60_000, 60_000)).toBe(0)
    expect(closing(60_000, 90_000)).toBe(0)
    expect(closing(600_000, 0)).toBe(1)
  })

  test('sinks over the whole of a step whose end is set', () => {
    const step = (nowMs: number) => timeLeft({ closesAt: null, lamp: STEP }, nowMs)
    expect([step(0), step(150_000), step(300_000), step(400_000)]).toEqual([1, 0.5, 0, 0])
  })

  test('shows nothing while nobody counts', () => {
    expect(timeLeft({ closesAt: null, lamp: null }, 1)).toBeNull()
  })

  test('the bead stays between the posts', () => {
    const [low, high] = [Math.min(...heights(timeLamp())), Math.max(...heights(timeLamp()))]
    expect(BEAD_LOW).toBeGreaterThan(low)
    expect(BEAD_HIGH).toBeLessThan(high)
  })
})

describe('the things of a circle', () => {
  test('stand on what is under them', () => {
    for (const thing of [candle(), tissues(), timeLamp(), chairLamp(), stump()]) {
      expect(Math.min(...heights(thing))).toBeCloseTo(0, 2)
    }
  })

  test('all together cost less than two chairs', () => {
    const all = [piece(), candle(), tissues(), timeLamp(), bead(), chip()]
    expect(all.reduce((sum, one) => sum + one.index.length / 3, 0)).toBeLessThan(2000)
  })

  test('the chip is a coin on its edge: as wide as high, thinner than a finger, the same on both faces', () => {
    const mesh = chip()
    const reach = (axis: number) => mesh.positions.filter((_, i) => i % 3 === axis)
    const [x, y, z] = [0, 1, 2].map((axis) => [Math.min(...reach(axis)), Math.max(...reach(axis))] as const)
    expect(x![1] - x![0]).toBeCloseTo(y![1] - y![0], 3)
    expect(z![1] - z![0]).toBeLessThan(0.015)
    expect(z![0]).toBeCloseTo(-z![1], 4)
  })
})
