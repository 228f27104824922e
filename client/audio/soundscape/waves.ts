// A calm sea at some distance: swells that draw themselves up, break softly and run out as foam, and a farther shore between
// them, so that the sea never falls silent and nothing in it comes suddenly.

import { between, createRandom } from '#protocol/seededRandom.ts'
import { add, createNoise, filter, level, shape, type Lap, type Slow, type StereoLap } from './lap.ts'
import { drawTogether, pan } from './place.ts'

interface Wave {
  /** When it breaks, seconds into the lap. */
  readonly atSeconds: number
  readonly strength: number
  /** Where along the shore it breaks and where its foam runs to, −1 left to 1 right. */
  readonly from: number
  readonly to: number
}

/** One sound of every wave of a shore: a band of noise that rises, stays and falls round its own moment. */
interface Part {
  readonly lowHz: number
  readonly highHz: number | Slow
  readonly loudness: number
  /** Relative to the moment of breaking. */
  readonly atSeconds: number
  readonly rise: number
  readonly stay: number
  readonly fall: number
  readonly fizz?: boolean
}

/** Breaks waves 7.4–8.6 s apart, scaled by at most a few per cent so that they fill the lap. */
function createShore(random: () => number, lapSeconds: number, offset: number): readonly Wave[] {
  const gaps = Array.from({ length: Math.round(lapSeconds / 8) }, () => between(random, 7.4, 8.6))
  const scale = lapSeconds / gaps.reduce((sum, gap) => sum + gap, 0)
  let at = offset
  return gaps.map((gap) => {
    at += gap * scale
    const from = between(random, -0.6, 0.6)
    const to = -from * between(random, 0.3, 1)
    return { atSeconds: at % lapSeconds, strength: between(random, 0.65, 1), from, to }
  })
}

/** Tells how far something is, 0–1, that rises for `rise` seconds until 0, stays for `stay` and falls with the time constant `fall`. */
function course(seconds: number, { rise, stay, fall }: Pick<Part, 'rise' | 'stay' | 'fall'>): number {
  if (seconds < -rise) return 0
  if (seconds < 0) return (1 + Math.cos((Math.PI * seconds) / rise)) / 2
  const late = Math.max(0, seconds - stay)
  // An exponential that begins without a corner.
  return Math.exp((-late * late) / (fall * (late + fall)))
}

/** Seconds from the moment when a wave breaks to a place in the lap: half a lap before to half a lap after. */
function since(wave: Wave, turn: number, lapSeconds: number): number {
  const seconds = turn * lapSeconds - wave.atSeconds
  return seconds - lapSeconds * Math.round(seconds / lapSeconds)
}

/** The bursting of many small bubbles: a restless factor round 1. */
function createFizz(noise: Lap, sampleRate: number): Lap {
  const fizz = level(filter(noise, sampleRate, { kind: 'low', hz: 45 }), 0.3)
  return fizz.map((value) => Math.max(0.1, 1 + value))
}

/** Renders the sea; its loudest swells have a root mean square of about 1, the caller sets the loudness. */
export function renderWaves(seed: number, length: number, sampleRate: number): StereoLap {
  const random = createRandom(seed)
  const lapSeconds = length / sampleRate
  const noise = createNoise(random, length)
  const near = createShore(random, lapSeconds, 0)
  const far = createShore(random, lapSeconds, 4)
  const sea = { left: new Float32Array(length), right: new Float32Array(length), sampleRate }

  function put(shore: readonly Wave[], part: Part) {
    for (const ear of [0, 1] as const) {
      const lap = filter(noise(), sampleRate, { kind: 'low', hz: part.highHz })
      level(filter(lap, sampleRate, { kind: 'high', hz: part.lowHz }), part.loudness)
      if (part.fizz) {
        const fizz = createFizz(noise(), sampleRate)
        for (let i = 0; i < length; i++) lap[i]! *= fizz[i]!
      }
      shape(lap, (turn) => {
        let power = 0
        for (const wave of shore) {
          const seconds = since(wave, turn, lapSeconds)
          const height = course(seconds - part.atSeconds, part)
          if (height === 0) continue
          const run = Math.min(1, Math.max(0, (seconds + 1.5) / 6))
          const side = Math.SQRT2 * pan(0.6 * (wave.from + (wave.to - wave.from) * run))[ear]
          power += (wave.strength * side * height) ** 2
        }
        return Math.sqrt(power)
      })
      add(ear === 0 ? sea.left : sea.right, lap)
    }
  }
  /** Foam is brightest as the wave falls over and darkens while it runs out. */
  const foamHz = (turn: number) =>
    near.reduce((hz, wave) => {
      const bright = course(since(wave, turn, lapSeconds) - 0.8, { rise: 2, stay: 0.2, fall: 1.9 })
      return Math.max(hz, 1700 + 3400 * bright)
    }, 0)

  put(near, { lowHz: 50, highHz: 170, loudness: 0.55, atSeconds: -0.2, rise: 3.8, stay: 0.4, fall: 2.4 })
  put(near, { lowHz: 160, highHz: 520, loudness: 0.55, atSeconds: 0, rise: 2.6, stay: 0.3, fall: 1.7 })
  put(near, { lowHz: 450, highHz: 1300, loudness: 0.3, atSeconds: 0.4, rise: 1.7, stay: 0.3, fall: 1.8 })
  put(near, { lowHz: 1100, highHz: foamHz, loudness: 0.17, atSeconds: 1, rise: 1.5, stay: 0.7, fall: 1.9, fizz: true })
  put(near, { lowHz: 700, highHz: 2200, loudness: 0.05, atSeconds: 5, rise: 1.9, stay: 0.3, fall: 1.1, fizz: true })
  put(far, { lowHz: 60, highHz: 320, loudness: 0.3, atSeconds: 0, rise: 3.4, stay: 1.2, fall: 2.6 })
  put(far, { lowHz: 350, highHz: 1300, loudness: 0.1, atSeconds: 0.5, rise: 2.8, stay: 1, fall: 2.6 })
  drawTogether(sea, 0.3)
  return sea
}
