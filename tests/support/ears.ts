// What one listener has heard, from samples alone: for every known tone, in steps of 20 ms, how strong it was and when. It does
// not ask who claims to speak: a tone is heard on whatever track it comes.

import { until } from './clocks.ts'
import { amplitudeOf, HEARD } from './tone.ts'

export const EAR_RATE_HZ = 16_000
const STEP_SAMPLES = EAR_RATE_HZ / 50
const KEPT_MS = 600_000

interface Moment {
  /** performance.now() when the samples came out of the decoder. */
  readonly atMs: number
  readonly amplitude: number
}

export interface Ears {
  /** Takes 20 ms or more of one track's samples, mono, at EAR_RATE_HZ. */
  take(samples: Int16Array, atMs: number): void
  /** Tells whether a tone was heard between two moments; `toMs` defaults to now. */
  heard(hz: number, fromMs: number, toMs?: number): boolean
  /** The first moment after `fromMs` at which a tone was heard, or null. */
  firstHeard(hz: number, fromMs: number): number | null
  /** The last moment at which a tone was heard, or null. */
  lastHeard(hz: number): number | null
  /** The longest time without a tone between two moments, ms. */
  longestGap(hz: number, fromMs: number, toMs: number): number
  /** Waits until a tone is heard that comes after `fromMs` (default: now); returns the moment. */
  untilHeard(hz: number, timeoutMs?: number, fromMs?: number): Promise<number>
  /** Waits until a tone has not been heard for `quietMs`; returns the last moment at which it was, or null for never. */
  untilSilent(hz: number, quietMs?: number, timeoutMs?: number): Promise<number | null>
}

/** Makes ears that know these tones, Hz. */
export function createEars(tones: readonly number[]): Ears {
  const heard = new Map<number, Moment[]>(tones.map((hz) => [hz, []]))
  const momentsOf = (hz: number) => {
    const moments = heard.get(hz)
    if (!moments) throw new Error(`these ears do not know a tone of ${hz} Hz`)
    return moments
  }
  const between = (hz: number, fromMs: number, toMs: number) =>
    momentsOf(hz).filter((one) => one.atMs >= fromMs && one.atMs <= toMs)

  return {
    take(samples, atMs) {
      for (let at = 0; at + STEP_SAMPLES <= samples.length; at += STEP_SAMPLES) {
        const step = samples.subarray(at, at + STEP_SAMPLES)
        for (const [hz, moments] of heard) {
          const amplitude = amplitudeOf(hz, step, EAR_RATE_HZ)
          if (amplitude < HEARD) continue
          moments.push({ atMs, amplitude })
          while (moments[0] && moments[0].atMs < atMs - KEPT_MS) moments.shift()
        }
      }
    },
    heard: (hz, fromMs, toMs = Infinity) => between(hz, fromMs, toMs).length > 0,
    firstHeard: (hz, fromMs) => momentsOf(hz).find((one) => one.atMs >= fromMs)?.atMs ?? null,
    lastHeard: (hz) => momentsOf(hz).at(-1)?.atMs ?? null,
    longestGap(hz, fromMs, toMs) {
      const edges = [fromMs, ...between(hz, fromMs, toMs).map((one) => one.atMs), toMs]
      return edges.slice(1).reduce((longest, at, i) => Math.max(longest, at - (edges[i] ?? at)), 0)
    },
    async untilHeard(hz, timeoutMs = 15_000, fromMs = performance.now()) {
      const first = () => momentsOf(hz).find((one) => one.atMs >= fromMs)?.atMs
      return until(`${hz} Hz to be heard`, first, { timeoutMs, everyMs: 5 })
    },
    async untilSilent(hz, quietMs = 400, timeoutMs = 15_000) {
      const startedAt = performance.now()
      const quiet = () => performance.now() - (momentsOf(hz).at(-1)?.atMs ?? startedAt) > quietMs
      await until(`${hz} Hz to fall silent for ${quietMs} ms`, quiet, { timeoutMs, everyMs: 5 })
      return momentsOf(hz).at(-1)?.atMs ?? null
    },
  }
}
