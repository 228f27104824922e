// The four sounds of the rooms, judged on their samples: calm, soft, without a seam, the same for the same seed.

import { describe, expect, test } from 'vitest'
import type { StereoLap } from '../../../../client/audio/soundscape/lap.ts'
import { renderSoundscape } from '../../../../client/audio/soundscape/renderSoundscape.ts'
import { SOUNDSCAPES, type Soundscape } from '../../../../client/audio/soundscape/soundscapes.ts'
import { integratedLoudness, kWeighted, momentaryLoudness } from '../../../support/loudness.ts'
import { bandLevels, seamFault } from '../../../support/seam.ts'

const LOUDEST_LUFS = -34

const rendered = new Map<Soundscape, StereoLap>()

/** A lap of seed 1; computed once, it takes a while. */
function lapOf(kind: Soundscape): StereoLap {
  const lap = rendered.get(kind) ?? renderSoundscape(kind, 1)
  rendered.set(kind, lap)
  return lap
}

function bytes(side: Float32Array): Buffer {
  return Buffer.from(side.buffer, side.byteOffset, side.byteLength)
}

test('the meter reads −3.01 LUFS for a full-scale tone of 997 Hz on one side, at any sample rate', () => {
  for (const rate of [24_000, 32_000, 48_000]) {
    const tone = new Float32Array(5 * rate).map((_, i) => Math.sin((2 * Math.PI * 997 * i) / rate))
    const silence = new Float32Array(5 * rate)
    expect(integratedLoudness([tone, silence], rate), `${rate} Hz`).toBeCloseTo(-3.01, 1)
    expect(integratedLoudness([tone, tone], rate), `${rate} Hz, both sides`).toBeCloseTo(0, 1)
    expect(integratedLoudness([silence], rate)).toBe(-Infinity)
  }
})

describe.each(SOUNDSCAPES)('%s', (kind) => {
  const lap = lapOf(kind)
  const sides = () => [lap.left, lap.right] as const

  test('lasts 24–40 s, so that nobody learns it by heart', () => {
    expect(lap.left.length / lap.sampleRate).toBeGreaterThanOrEqual(24)
    expect(lap.left.length / lap.sampleRate).toBeLessThanOrEqual(40)
    expect(lap.right.length).toBe(lap.left.length)
  })

  test('is softer than −34 LUFS at full slider, and is there', () => {
    const loudness = integratedLoudness(sides(), lap.sampleRate)
    expect(loudness).toBeLessThan(LOUDEST_LUFS)
    expect(loudness).toBeGreaterThan(kind === 'air' ? -52 : LOUDEST_LUFS - 4)
  })

  test('has nothing sudden: no peak 12 dB above its mean, no rise of 3 dB in 300 ms, no 5 ms that stand out by 12 dB', () => {
    for (const side of sides()) {
      const rms = Math.sqrt(side.reduce((sum, sample) => sum + sample * sample, 0) / side.length)
      const peak = side.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
      expect(20 * Math.log10(peak / rms)).toBeLessThanOrEqual(12.5)
      expect(peak).toBeLessThan(10 ** (-24 / 20))

      const weighted = kWeighted(side, lap.sampleRate)
      const window = Math.round(0.005 * lap.sampleRate)
      const mean = weighted.reduce((sum, sample) => sum + sample * sample, 0) / weighted.length
      let loudest = 0
      for (let from = window; from + window <= weighted.length; from += window) {
        let power = 0
        for (let i = from; i < from + window; i++) power += weighted[i]! ** 2
        loudest = Math.max(loudest, power / window)
      }
      expect(10 * Math.log10(loudest / mean)).toBeLessThan(12)
    }
    const momentary = momentaryLoudness(sides(), lap.sampleRate)
    const rises = momentary.slice(3).map((value, i) => value - momentary[i]!)
    expect(Math.max(...rises)).toBeLessThan(3)
  })

  test('goes round without a seam: no step, no kink, no colour of its own', () => {
    for (const side of sides()) expect(seamFault(side, lap.sampleRate)).toBeNull()
  })

  test('is as loud on the left as on the right, and neither one point nor two worlds', () => {
    const power = (side: Float32Array) => side.reduce((sum, sample) => sum + sample * sample, 0)
    const together = lap.left.reduce((sum, sample, i) => sum + sample * lap.right[i]!, 0)
    expect(Math.abs(10 * Math.log10(power(lap.left) / power(lap.right)))).toBeLessThan(1)
    const likeness = together / Math.sqrt(power(lap.left) * power(lap.right))
    expect(likeness).toBeGreaterThan(0.4)
    expect(likeness).toBeLessThan(0.95)
  })

  test('is the same for the same seed, and as loud for another', () => {
    const again = renderSoundscape(kind, 1)
    expect(bytes(again.left).equals(bytes(lap.left)) && bytes(again.right).equals(bytes(lap.right))).toBe(true)
    const other = renderSoundscape(kind, 2)
    expect(bytes(other.left).equals(bytes(lap.left))).toBe(false)
    const [one, two] = [lap, other].map(({ left, right, sampleRate }) => integratedLoudness([left, right], sampleRate))
    expect(Math.abs(one! - two!)).toBeLessThan(1)
  })
})

test('a lap that was cut carelessly is noticed', () => {
  const { left, sampleRate } = lapOf('waves')
  const shortened = left.subarray(0, left.length - Math.round(3.7 * sampleRate))
  const stepped = left.slice()
  for (let i = 0; i < 200; i++) stepped[i]! += 0.03 * (1 - i / 200)
  const hissing = left.slice()
  for (let i = 0; i < 0.05 * sampleRate; i++) hissing[i]! += i % 2 === 0 ? 0.004 : -0.004
  expect(seamFault(shortened, sampleRate)).toContain('colour')
  expect(seamFault(stepped, sampleRate)).toContain('step')
  expect(seamFault(hissing, sampleRate)).toContain('colour')
})

test('the waves come every 7–9 s', () => {
  const waves = lapOf('waves')
  const momentary = momentaryLoudness([waves.left, waves.right], waves.sampleRate)
  // Over 1.5 s, as one hears a swell and not its grain.
  const swell = momentary.slice(14).map((_, i) => momentary.slice(i, i + 15).reduce((sum, value) => sum + value, 0))
  const inside = (i: number) => i >= 30 && i < swell.length - 30
  const crests = swell.flatMap((value, i) =>
    inside(i) && value === Math.max(...swell.slice(i - 30, i + 31)) ? [i / 10] : [],
  )
  const gaps = crests.slice(1).map((crest, i) => crest - crests[i]!)
  expect(gaps.length).toBeGreaterThanOrEqual(3)
  for (const gap of gaps) {
    expect(gap).toBeGreaterThan(6.5)
    expect(gap).toBeLessThan(9.5)
  }
})

test('the fire crackles: short bright events, often enough to be a fire and never like a clock', () => {
  const { left, sampleRate } = lapOf('fire')
  const bright = bandLevels(left, sampleRate, 1200, 6000, 0.005)
  const usual = [...bright].sort((a, b) => a - b)[bright.length >> 1]!
  const events = bright.flatMap((value, i) =>
    value > usual + 9 && (bright[i - 1] ?? 0) <= usual + 9 ? [i * 0.005] : [],
  )
  expect(events.length / 40).toBeGreaterThan(0.7)
  expect(events.length / 40).toBeLessThan(5)
  const gaps = events.slice(1).map((event, i) => event - events[i]!)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  expect(spread / mean).toBeGreaterThan(0.7)
})
