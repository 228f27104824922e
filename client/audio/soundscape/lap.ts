// One lap of a sound that goes round for ever. Everything here treats the last sample as the neighbour of the first: noise is
// periodic, filters start in the state that they end in, envelopes close. So a lap has no seam to hide.

import { between } from '#protocol/seededRandom.ts'

export type Lap = Float32Array<ArrayBuffer>

export interface StereoLap {
  readonly left: Lap
  readonly right: Lap
  readonly sampleRate: number
}

/** A value that changes slowly: `turn` is the place in the lap, 0–1, and 1 is 0 again. */
export type Slow = (turn: number) => number

/** Slow values are computed once per so many samples (8 ms at 32 kHz) and joined by lines. */
const SLOW_STEP = 256
const WARM_UP_SECONDS = 0.6
/** Its multiples, without the whole, keep as far from each other as can be. */
const GOLDEN = 0.6180339887498949

/** White noise, −1 to 1. */
export function whiteLap(random: () => number, length: number): Lap {
  const lap = new Float32Array(length)
  for (let i = 0; i < length; i++) lap[i] = 2 * random() - 1
  return lap
}

/** Creates a source of white laps that are new to the ear: one noise, each time begun at another place, seconds from the others. */
export function createNoise(random: () => number, length: number): () => Lap {
  const noise = whiteLap(random, length)
  let taken = 0
  return () => {
    const from = Math.floor(((taken++ * GOLDEN) % 1) * length)
    const lap = new Float32Array(length)
    lap.set(noise.subarray(from))
    lap.set(noise.subarray(0, from), length - from)
    return lap
  }
}

/** Creates a slow, smooth wandering in −1 to 1 that passes `knots` random places in a lap. */
export function createWander(random: () => number, knots: number): Slow {
  const places = Array.from({ length: knots }, () => between(random, -1, 1))
  return (turn) => {
    const at = turn * knots
    const from = Math.floor(at)
    const ease = (1 - Math.cos(Math.PI * (at - from))) / 2
    return places[from % knots]! * (1 - ease) + places[(from + 1) % knots]! * ease
  }
}

/** Calls `each(from, to, fromTurn, toTurn)` for the steps of a lap. */
function everyStep(length: number, each: (from: number, to: number, fromTurn: number, toTurn: number) => void): void {
  for (let from = 0; from < length; from += SLOW_STEP) {
    const to = Math.min(length, from + SLOW_STEP)
    each(from, to, from / length, to / length)
  }
}

/** Multiplies the lap in place by a slowly changing factor. */
export function shape(lap: Lap, factor: Slow): Lap {
  everyStep(lap.length, (from, to, fromTurn, toTurn) => {
    let now = factor(fromTurn)
    const slope = (factor(toTurn) - now) / (to - from)
    for (let i = from; i < to; i++, now += slope) lap[i]! *= now
  })
  return lap
}

export interface FilterSettings {
  readonly kind: 'low' | 'band' | 'high'
  /** Cut-off or centre. */
  readonly hz: number | Slow
  /** 0.7: no resonance. A band has the gain 1 at its centre. */
  readonly q?: number
}

/**
 * Filters the lap in place, 12 dB per octave, as if it had always been going round.
 * The state-variable form stays stable while its frequency moves (A. Simper, "Linear trapezoidal state variable filter", 2013).
 */
export function filter(lap: Lap, sampleRate: number, { kind, hz, q = 0.7 }: FilterSettings): Lap {
  const k = 1 / q
  const slow: Slow = typeof hz === 'number' ? () => hz : hz
  // How much of the input and of the two states is let out.
  const ofInput = kind === 'high' ? 1 : 0
  const ofBand = kind === 'low' ? 0 : kind === 'band' ? k : -k
  const ofLow = kind === 'low' ? 1 : kind === 'band' ? 0 : -1
  // An array, because engines box a captured number at every change.
  const state = new Float64Array(2)
  function run(from: number, to: number, turn: number, write: boolean) {
    const g = Math.tan((Math.PI * Math.min(slow(turn), 0.45 * sampleRate)) / sampleRate)
    const a1 = 1 / (1 + g * (g + k))
    const a2 = g * a1
    const a3 = g * a2
    let [state1, state2] = [state[0]!, state[1]!]
    for (let i = from; i < to; i++) {
      const input = lap[i]!
      const v3 = input - state2
      const v1 = a1 * state1 + a2 * v3
      const v2 = state2 + a2 * state1 + a3 * v3
      state1 = 2 * v1 - state1
      state2 = 2 * v2 - state2
      if (write) lap[i] = ofInput * input + ofBand * v1 + ofLow * v2
    }
    state[0] = state1
    state[1] = state2
  }
  const warmUp = lap.length - Math.min(lap.length, Math.round(WARM_UP_SECONDS * sampleRate))
  everyStep(lap.length, (from, to, turn) => {
    if (from >= warmUp) run(from, to, turn, false)
  })
  everyStep(lap.length, (from, to, turn) => run(from, to, turn, true))
  return lap
}

/** Scales the lap in place to a root mean square of `level`. */
export function level(lap: Lap, level: number): Lap {
  let sum = 0
  for (let i = 0; i < lap.length; i++) sum += lap[i]! * lap[i]!
  const factor = level / Math.sqrt(sum / lap.length || 1)
  for (let i = 0; i < lap.length; i++) lap[i]! *= factor
  return lap
}

/** Adds `part` into `lap`, from sample `at`, round the end if need be. */
export function add(lap: Lap, part: Float32Array, gain = 1, at = 0): Lap {
  for (let i = 0, j = at % lap.length; i < part.length; i++, j = j + 1 === lap.length ? 0 : j + 1) {
    lap[j]! += gain * part[i]!
  }
  return lap
}
