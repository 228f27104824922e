import { describe, expect, test } from 'vitest'
import {
  GIFT_FADE,
  GIFT_TRAVEL,
  giftFlight,
  RING_FADE,
  RING_ROUND,
  ringLight,
  type GiftFlight,
} from '../../../../client/space/things/giftFlight.ts'

const after = (seconds: number, over = 0, still = false): GiftFlight => {
  const flight: GiftFlight = { share: 0, lift: 0, turn: 0, size: 0, glow: 0 }
  giftFlight(seconds, over, still, flight)
  return flight
}

describe('a chip or candle that is handed over', () => {
  test('leaves the giver, goes in an arc, and stays with the receiver', () => {
    expect(after(0)).toMatchObject({ share: 0, lift: 0, turn: 0 })
    expect(after(GIFT_TRAVEL / 2).share).toBeCloseTo(0.5)
    expect(after(GIFT_TRAVEL / 2).lift).toBeGreaterThan(0.3)
    expect(after(GIFT_TRAVEL)).toMatchObject({ share: 1, size: 1 })
    expect(after(GIFT_TRAVEL).lift).toBeCloseTo(0)
    expect(after(110)).toMatchObject({ share: 1, size: 1 })
  })

  test('never jumps: no step of a fiftieth of a second is longer than a twentieth of the way', () => {
    for (let at = 0; at < GIFT_TRAVEL + 1; at += 0.02) {
      expect(Math.abs(after(at + 0.02).share - after(at).share)).toBeLessThan(0.05)
      expect(Math.abs(after(at + 0.02).lift - after(at).lift)).toBeLessThan(0.02)
      expect(Math.abs(after(at + 0.02).size - after(at).size)).toBeLessThan(0.1)
    }
  })

  test('is not there before it is given, and goes away softly when the milestone is over', () => {
    expect(after(-1).size).toBe(0)
    expect(after(60, GIFT_FADE / 2).size).toBeCloseTo(0.5)
    expect(after(60, GIFT_FADE)).toMatchObject({ size: 0, glow: 0 })
  })

  test('does not move for people who asked for less motion: it simply lies there', () => {
    for (const at of [0.6, 1, GIFT_TRAVEL]) expect(after(at, 0, true)).toMatchObject({ share: 1, size: 1 })
  })
})

describe('the closing ring of light', () => {
  test('goes round the circle from the first to the last, and then burns at everybody', () => {
    expect(ringLight(0, RING_FADE, 0, false)).toBe(1)
    expect(ringLight(0.9, RING_FADE, 0, false)).toBe(0)
    expect(ringLight(0.25, 3, 0, false)).toBeGreaterThan(ringLight(0.5, 3, 0, false))
    expect(ringLight(1, RING_ROUND + RING_FADE, 0, false)).toBe(1)
  })

  test('is lit at once everywhere for people who asked for less motion', () => {
    expect(ringLight(1, RING_FADE, 0, true)).toBe(1)
  })

  test('goes out softly', () => {
    expect(ringLight(0.5, 60, RING_FADE / 2, false)).toBeCloseTo(0.5)
    expect(ringLight(0.5, 60, RING_FADE, false)).toBe(0)
  })
})
