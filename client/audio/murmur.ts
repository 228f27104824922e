// The voice of somebody simulated: a soft wordless murmur with the melody and rhythm of talk, and nothing that could be taken for a
// language. Pure: a seed gives the same samples in a page, a worker and a test. What it "says" is a caption written by a scenario.

import { type Formants, type Phrase, planMurmur, RELEASE_SECONDS, type Syllable } from './murmuring/murmurPlan.ts'
import { createMurmurVoice, type MurmurVoice } from './murmuring/murmurVoice.ts'
import { createThroat } from './murmuring/vocalTract.ts'
import { createRandom } from '#protocol/seededRandom.ts'

/** When something is heard; a caption is shown along these. */
export interface MurmurPhrase {
  readonly startSeconds: number
  readonly endSeconds: number
}

export interface Murmuring {
  /** Mono, never above −20 dBFS, exactly 0 between phrases. */
  readonly samples: Float32Array<ArrayBuffer>
  readonly phrases: readonly MurmurPhrase[]
}

export interface Murmur {
  readonly voice: MurmurVoice
  /**
   * Murmurs for `seconds` at `sampleRate` Hz (16,000 or more). `utterance` tells one's sentences apart; the same gives the same.
   * Rhythm and melody do not depend on the rate.
   */
  render(seconds: number, sampleRate: number, utterance?: number): Murmuring
}

/** −20 dBFS less a little. */
const CEILING = 0.097
/** Root mean square while speaking, −36 dBFS: all voices are equally loud. */
const LEVEL = 0.016
const STEP_SECONDS = 0.0025
const ATTACK_SECONDS = 0.07

function ease(turn: number): number {
  return (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, turn)))) / 2
}

/** Between two shapes of the mouth. */
function blend(from: Formants, to: Formants, share: number): Formants {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share]
}

/** The mouth at a place in a syllable, 0–1: opens from the onset to the vowel, then goes towards what comes next. */
function mouth(syllable: Syllable, next: Syllable | undefined, place: number): Formants {
  if (place < 0.45) return blend(syllable.onset, syllable.vowel, ease(place / 0.45))
  return blend(syllable.vowel, next?.onset ?? syllable.vowel, ease((place - 0.7) / 0.3))
}

/** Loudness at a place in a syllable: from its own dip to the next one's. */
function opening(syllable: Syllable, next: Syllable | undefined, place: number): number {
  const top = 0.7 + 0.3 * syllable.weight
  const [dip, share] =
    place < 0.4 ? [syllable.dip, ease(place / 0.4)] : [next?.dip ?? 0.3, 1 - ease((place - 0.55) / 0.45)]
  return dip + (top - dip) * share
}

/** Melody in semitones from the voice's own pitch: it falls along the phrase, rises on weight, turns at the end. */
function melody({ syllables, startSeconds, ending }: Phrase, index: number, place: number, seconds: number): number {
  const whole = syllables.at(-1)!.startSeconds + syllables.at(-1)!.seconds - startSeconds
  const fall = 1 - (2 * (seconds - startSeconds)) / whole
  const bump = syllables[index]!.weight * Math.sin(Math.PI * Math.min(1, place)) ** 2
  return 0.8 * fall + 1.1 * bump - 0.25 + (index === syllables.length - 1 ? 0.5 * ending * ease(place) : 0)
}

function renderPhrase(phrase: Phrase, voice: MurmurVoice, random: () => number, sampleRate: number): Float32Array {
  const { startSeconds, endSeconds, syllables, effort } = phrase
  const out = new Float32Array(Math.floor((endSeconds - startSeconds) * sampleRate))
  const throat = createThroat(random, { sampleRate, ...voice })
  const step = Math.round(STEP_SECONDS * sampleRate)
  let index = 0
  for (let from = 0; from < out.length; from += step) {
    const seconds = startSeconds + from / sampleRate
    while (index < syllables.length - 1 && seconds >= syllables[index + 1]!.startSeconds) index++
    const syllable = syllables[index]!
    const next = syllables[index + 1]
    const place = Math.min(1, (seconds - syllable.startSeconds) / syllable.seconds)
    const edge = ease((seconds - startSeconds) / ATTACK_SECONDS) * ease((endSeconds - 0.04 - seconds) / RELEASE_SECONDS)
    throat(out, from, Math.min(out.length, from + step), {
      pitchHz: voice.pitchHz * 2 ** ((voice.melody * melody(phrase, index, place, seconds)) / 12),
      loudness: effort * edge * opening(syllable, next, place),
      formants: mouth(syllable, next, place),
    })
  }
  // What still rings is faded into real silence.
  const fade = Math.round(0.03 * sampleRate)
  for (let i = Math.max(0, out.length - fade); i < out.length; i++) out[i]! *= (out.length - 1 - i) / fade
  return out
}

/** Creates the murmur of a seed. */
export function createMurmur(seed: number): Murmur {
  const voice = createMurmurVoice(seed)
  return {
    voice,
    render(seconds, sampleRate, utterance = 0) {
      const kind = Math.imul(seed, 0x9e3779b1) ^ Math.imul(utterance + 1, 0x85ebca6b)
      const phrases = planMurmur(createRandom(kind), voice, seconds)
      const random = createRandom(kind + 1)
      const samples = new Float32Array(Math.max(0, Math.round(seconds * sampleRate)))
      let [power, heard, peak] = [0, 0, 0]
      for (const phrase of phrases) {
        const part = renderPhrase(phrase, voice, random, sampleRate)
        samples.set(part, Math.round(phrase.startSeconds * sampleRate))
        heard += part.length
        for (const sample of part) {
          power += sample * sample
          peak = Math.max(peak, Math.abs(sample))
        }
      }
      if (peak > 0) {
        const gain = Math.min(LEVEL / Math.sqrt(power / heard), CEILING / peak)
        for (let i = 0; i < samples.length; i++) samples[i]! *= gain
      }
      return { samples, phrases: phrases.map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds })) }
    },
  }
}
