// What makes one simulated voice another than the next: pitch, throat, tempo, softness, favourite sounds. All from a seed.

import { between, betweenOctaves, createRandom } from '#protocol/seededRandom.ts'

export interface MurmurVoice {
  /** Median pitch, 95–240. */
  readonly pitchHz: number
  /** Length of the throat, 0.85–1.2 of a middle one; every resonance is lower by as much. */
  readonly tract: number
  /** 3.6–4.9, before phrases slow it down at their ends. */
  readonly syllablesPerSecond: number
  /** How much air is in the voice, 0–1. */
  readonly breath: number
  /** How far the melody moves, in semitones. */
  readonly melody: number
  /** The voice is heard as through wool: what is above falls off. */
  readonly softAboveHz: number
  /** How clear the upper resonances are, 0.6–1.7: the difference between a dark and a bright voice. */
  readonly clarity: number
  /** Usual number of syllables in a phrase. */
  readonly phrase: number
  /** How much each of VOWELS is liked. */
  readonly likings: readonly number[]
}

/** First three resonances of a middle throat, Hz: rounded and half-open sounds, as behind closed lips. */
export const VOWELS = [
  [500, 1400, 2450],
  [450, 930, 2400],
  [350, 820, 2300],
  [640, 1150, 2500],
  [470, 1680, 2500],
  [390, 1250, 2350],
] as const

/** The golden ratio spreads pitches evenly, however many voices there are; where it comes near itself again, throats differ. */
const PITCH_STEP = 0.6180339887498949
const TRACT_STEP = 0.3416407864998738

/** Creates the voice of a seed, any whole number; seeds that follow each other are easily told apart. */
export function createMurmurVoice(seed: number): MurmurVoice {
  const whole = seed >>> 0
  const random = createRandom(whole)
  const height = (0.5 + whole * PITCH_STEP) % 1
  const build = (0.5 + whole * TRACT_STEP) % 1
  return {
    pitchHz: 97 * (236 / 97) ** height,
    // High voices mostly come from short throats, but not always.
    tract: (1.1 - 0.16 * height) * (0.91 + 0.18 * build),
    syllablesPerSecond: between(random, 3.6, 4.9),
    breath: between(random, 0.15, 0.8),
    melody: between(random, 1.6, 3.6),
    softAboveHz: between(random, 2400, 4200),
    clarity: betweenOctaves(random, 0.6, 1.7),
    phrase: between(random, 4.5, 8),
    likings: VOWELS.map(() => between(random, 0.2, 1) ** 2),
  }
}
