// What a murmur will do before it is heard: phrases and pauses, syllables with their sounds, weight and melody. No language: the
// sounds are drawn by liking, never by grammar.

import { between } from '#protocol/seededRandom.ts'
import { VOWELS, type MurmurVoice } from './murmurVoice.ts'

export type Formants = readonly [number, number, number]

export interface Syllable {
  readonly startSeconds: number
  readonly seconds: number
  /** What it begins with: resonances and how far the voice dips there, 0–1. */
  readonly onset: Formants
  readonly dip: number
  readonly vowel: Formants
  /** 0–1: how much louder and higher than its neighbours. */
  readonly weight: number
}

export interface Phrase {
  readonly startSeconds: number
  /** The voice is silent from here on until the next phrase. */
  readonly endSeconds: number
  readonly syllables: readonly Syllable[]
  /** Semitones at the last syllable against the phrase's own fall: mostly down, sometimes up, as a question. */
  readonly ending: number
  /** Loudness of the whole, 0.75–1. */
  readonly effort: number
}

/** The voice rings out after the last syllable. */
export const RELEASE_SECONDS = 0.14
const LEAD_SECONDS = 0.06
const FEWEST = 2

/** Soft beginnings: lips, rounding, tongue, or only a smaller opening of what follows. */
const ONSETS: readonly { readonly formants: Formants | null; readonly dip: number }[] = [
  { formants: [260, 1000, 2250], dip: 0.22 },
  { formants: [300, 700, 2200], dip: 0.24 },
  { formants: [330, 1300, 2450], dip: 0.3 },
  { formants: [290, 1750, 2500], dip: 0.28 },
  { formants: null, dip: 0.2 },
]

function pick<T>(random: () => number, from: readonly T[], likings: readonly number[]): T {
  let rest = random() * likings.reduce((sum, liking) => sum + liking, 0)
  for (const [i, one] of from.entries()) {
    rest -= likings[i]!
    if (rest < 0) return one
  }
  return from.at(-1)!
}

function createSyllable(random: () => number, voice: MurmurVoice, startSeconds: number, seconds: number): Syllable {
  const vowel = pick(random, VOWELS, voice.likings)
  const { formants, dip } = pick(random, ONSETS, [3, 2, 2, 1.2, 1.4])
  // Nobody says the same sound twice in quite the same way.
  const slip = () => between(random, 0.95, 1.05)
  const near = ([one, two, three]: Formants): Formants => [one * slip(), two * slip(), three * slip()]
  const closed: Formants = [0.8 * vowel[0], vowel[1], vowel[2]]
  return { startSeconds, seconds, onset: near(formants ?? closed), dip, vowel: near(vowel), weight: random() ** 2 }
}

/** Plans phrases that fill `seconds` and end before them; none when there is no room for two syllables. */
export function planMurmur(random: () => number, voice: MurmurVoice, seconds: number): readonly Phrase[] {
  const phrases: Phrase[] = []
  let at = LEAD_SECONDS
  for (;;) {
    const wanted = Math.max(FEWEST, Math.round(voice.phrase * between(random, 0.5, 1.4)))
    const tempo = voice.syllablesPerSecond * between(random, 0.93, 1.07)
    const lengths = Array.from({ length: wanted }, () => between(random, 0.82, 1.22) / tempo)
    const room = seconds - at - RELEASE_SECONDS - 0.02
    let [count, sum] = [0, 0]
    // The last syllable of a phrase is drawn out, so it needs more room.
    while (count < wanted && sum + 1.45 * lengths[count]! <= room) sum += lengths[count++]!
    if (count < FEWEST) return phrases

    const startSeconds = at
    const syllables: Syllable[] = []
    for (let i = 0; i < count; i++) {
      const length = lengths[i]! * (i === count - 1 ? 1.45 : 1)
      syllables.push(createSyllable(random, voice, at, length))
      at += length
    }
    const ending = random() < 0.22 ? between(random, 1.5, 3) : between(random, -2.5, -1)
    const effort = between(random, 0.75, 1)
    phrases.push({ startSeconds, endSeconds: at + RELEASE_SECONDS, syllables, ending, effort })
    at += RELEASE_SECONDS + betweenPauses(random)
  }
}

/** Mostly a breath, now and then a thought. */
function betweenPauses(random: () => number): number {
  return random() < 0.25 ? between(random, 0.8, 1.5) : between(random, 0.3, 0.65)
}
