import { describe, expect, test } from 'vitest'
import {
  CHIP_FADE,
  CHIP_REST,
  CHIP_TRAVEL,
  chipFlight,
  type ChipFlight,
} from '../../../../client/space/things/chipFlight.ts'

const after = (seconds: number, still = false): ChipFlight => {
  const flight: ChipFlight = { share: 0, lift: 0, turn: 0, size: 0, glow: 0 }
  chipFlight(seconds, still, flight)
  return flight
}

describe('a milestone chip that is handed over', () => {
  test('leaves the giver, goes in an arc, and comes to the receiver', () => {
    expect(after(0)).toMatchObject({ share: 0, lift: 0, turn: 0, size: 1 })
    expect(after(CHIP_TRAVEL / 2).share).toBeCloseTo(0.5)
    expect(after(CHIP_TRAVEL / 2).lift).toBeGreaterThan(0.3)
    expect(after(CHIP_TRAVEL).share).toBe(1)
    expect(after(CHIP_TRAVEL).lift).toBeCloseTo(0)
  })

  test('never jumps: no step of a fiftieth of a second is longer than a twentieth of the way', () => {
    for (let at = 0; at < CHIP_TRAVEL + 1; at += 0.02) {
      expect(Math.abs(after(at + 0.02).share - after(at).share)).toBeLessThan(0.05)
      expect(Math.abs(after(at + 0.02).lift - after(at).lift)).toBeLessThan(0.02)
    }
  })

  test('lies with the receiver for a while, then goes away softly and is gone for good', () => {
    expect(after(CHIP_TRAVEL + CHIP_REST).size).toBe(1)
    expect(after(CHIP_TRAVEL + CHIP_REST + CHIP_FADE / 2).size).toBeCloseTo(0.5)
    expect(after(CHIP_TRAVEL + CHIP_REST + CHIP_FADE)).toMatchObject({ size: 0, glow: 0 })
    expect(after(1000).size).toBe(0)
    expect(after(-1).size).toBe(0)
  })

  test('does not move for people who asked for less motion: it simply lies there', () => {
    for (const at of [0, 0.5, CHIP_TRAVEL]) expect(after(at, true)).toMatchObject({ share: 1, size: 1 })
  })
})
