// Simulated company is soft, calm, told apart with closed eyes, and silent when it pauses.

import { describe, expect, test } from 'vitest'
import { createMurmur } from '../../../client/audio/murmur.ts'
import { medianPitch, modulation, spectralCentre } from '../../support/voiceAnalysis.ts'

const RATE = 24_000
/** −20 dBFS. */
const LOUDEST = 0.1
const TWELVE = Array.from({ length: 12 }, (_, i) => i + 1)

const semitones = (one: number, other: number) => 12 * Math.abs(Math.log2(one / other))
const peakOf = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

test('nobody is ever louder than −20 dBFS, at any rate, and everybody is heard', () => {
  for (const rate of [16_000, 24_000, 44_100, 48_000]) {
    for (let seed = 0; seed < 20; seed++) {
      const { samples } = createMurmur(seed).render(4, rate, seed)
      expect(samples.length).toBe(4 * rate)
      expect(samples.every(Number.isFinite)).toBe(true)
      expect(peakOf(samples)).toBeLessThan(LOUDEST)
      expect(peakOf(samples)).toBeGreaterThan(LOUDEST / 4)
    }
  }
})

test('all voices are equally loud while they speak, within 1 dB', () => {
  const levels = TWELVE.map((seed) => {
    const { samples, phrases } = createMurmur(seed).render(15, RATE)
    const seconds = phrases.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0)
    return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / (seconds * RATE))
  })
  expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(1)
})

test('a seed gives the same samples each time; another utterance and another seed give others', () => {
  const first = createMurmur(7).render(5, RATE, 2)
  expect(createMurmur(7).render(5, RATE, 2)).toEqual(first)
  expect(createMurmur(7).render(5, RATE, 3).phrases).not.toEqual(first.phrases)
  expect(createMurmur(8).render(5, RATE, 2).phrases).not.toEqual(first.phrases)
})

test('rhythm does not depend on the sample rate, so that captions keep their place', () => {
  const murmur = createMurmur(3)
  expect(murmur.render(10, 48_000).phrases).toEqual(murmur.render(10, RATE).phrases)
})

test('every seed, however strange, gives a voice between 95 and 240 Hz from a throat that people have', () => {
  const strange = [0, -1, 2 ** 31, 2 ** 32 - 1, 123_456_789]
  for (const seed of [...Array.from({ length: 500 }, (_, i) => i), ...strange]) {
    const { voice } = createMurmur(seed)
    expect(voice.pitchHz).toBeGreaterThanOrEqual(95)
    expect(voice.pitchHz).toBeLessThanOrEqual(240)
    expect(voice.tract).toBeGreaterThan(0.82)
    expect(voice.tract).toBeLessThan(1.22)
    expect(voice.syllablesPerSecond).toBeGreaterThan(3)
    expect(voice.syllablesPerSecond).toBeLessThan(6)
  }
})

describe('twelve people in a circle', () => {
  const heard = TWELVE.map((seed) => {
    const murmur = createMurmur(seed)
    const { samples } = murmur.render(20, RATE)
    return { voice: murmur.voice, pitch: medianPitch(samples, RATE), centre: spectralCentre(samples, RATE), samples }
  })

  test('speak at the pitch of their voice', () => {
    for (const { voice, pitch } of heard) expect(semitones(pitch, voice.pitchHz)).toBeLessThan(1.5)
  })

  test('are told apart: any two differ by a semitone in pitch, or by a twelfth in colour or tempo', () => {
    for (const [i, one] of heard.entries()) {
      for (const other of heard.slice(i + 1)) {
        if (semitones(one.pitch, other.pitch) >= 1) continue
        const colour = Math.abs(Math.log(one.centre / other.centre))
        const tempo = Math.abs(Math.log(one.voice.syllablesPerSecond / other.voice.syllablesPerSecond))
        expect(Math.max(colour, tempo)).toBeGreaterThan(1 / 12)
      }
    }
  })

  test('differ in pitch over more than an octave, and in colour', () => {
    const pitches = heard.map(({ pitch }) => pitch)
    const centres = heard.map(({ centre }) => centre)
    expect(Math.max(...pitches) / Math.min(...pitches)).toBeGreaterThan(1.9)
    expect(Math.max(...centres) / Math.min(...centres)).toBeGreaterThan(1.25)
  })

  test('open and close their voice 3–6 times a second, as in talking', () => {
    const rates = Array.from({ length: 109 }, (_, i) => 1.5 + i / 8)
    for (const { samples } of heard) {
      const powers = modulation(samples, RATE, rates)
      const talking = powers.filter((_, i) => rates[i]! >= 3 && rates[i]! <= 6)
      const faster = powers.filter((_, i) => rates[i]! > 7)
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
      expect(mean(talking)).toBeGreaterThan(4 * mean(faster))
      // Above the slow coming and going of phrases, the strongest rate is a talking one.
      const strongest = rates[powers.indexOf(Math.max(...powers.filter((_, i) => rates[i]! >= 2.75)))]!
      expect(strongest).toBeGreaterThan(2.7)
      expect(strongest).toBeLessThan(6)
    }
  })
})

test('pauses are silence to the last bit, and phrases are not', () => {
  for (const seed of TWELVE) {
    const { samples, phrases } = createMurmur(seed).render(20, RATE)
    let before = 0
    for (const { startSeconds, endSeconds } of phrases) {
      expect(startSeconds).toBeGreaterThan(before)
      const pause = samples.subarray(Math.ceil(before * RATE), Math.floor(startSeconds * RATE))
      expect(pause.every((sample) => sample === 0)).toBe(true)
      expect(peakOf(samples.subarray(Math.floor(startSeconds * RATE), Math.ceil(endSeconds * RATE)))).toBeGreaterThan(
        0.01,
      )
      before = endSeconds
    }
    expect(samples.subarray(Math.ceil(before * RATE)).every((sample) => sample === 0)).toBe(true)
    const speaking = phrases.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0)
    expect(speaking / 20).toBeGreaterThan(0.5)
    expect(speaking / 20).toBeLessThan(0.9)
  }
})

test('a phrase begins and ends without a click', () => {
  const { samples, phrases } = createMurmur(5).render(20, RATE)
  for (const { startSeconds, endSeconds } of phrases) {
    const [from, to] = [Math.round(startSeconds * RATE), Math.floor(endSeconds * RATE)]
    expect(peakOf(samples.subarray(from, from + 0.004 * RATE))).toBeLessThan(0.004)
    expect(peakOf(samples.subarray(to - 0.004 * RATE, to))).toBeLessThan(0.004)
  }
})

test('where there is no time for two syllables there is silence', () => {
  for (const seconds of [0, 0.1, 0.4]) {
    const { samples, phrases } = createMurmur(1).render(seconds, RATE)
    expect(phrases).toEqual([])
    expect(samples.every((sample) => sample === 0)).toBe(true)
  }
})
