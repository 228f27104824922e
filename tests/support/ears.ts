// What one listener has heard, from samples alone: for every known tone, in steps of 20 ms, how strong it was and when. It does
// not ask who claims to speak: a tone is heard on whatever track it comes. Two steps in a row are needed: a tone that begins or
// breaks off in the middle of one sounds a little like its neighbours.

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
  /** Begins to listen to one track; the result takes its samples as they come, mono, at EAR_RATE_HZ. */
  listen(): (samples: Int16Array, atMs: number) => void
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

  function tonesIn(step: Int16Array, atMs: number): Map<number, Moment> {
    const all = Array.from(heard.keys(), (hz) => ({ hz, atMs, amplitude: amplitudeOf(hz, step, EAR_RATE_HZ) }))
    return new Map(all.flatMap(({ hz, ...moment }) => (moment.amplitude >= HEARD ? [[hz, moment]] : [])))
  }

  function note(hz: number, moment: Moment): void {
    const moments = momentsOf(hz)
    moments.push(moment)
    while (moments[0] && moments[0].atMs < moment.atMs - KEPT_MS) moments.shift()
  }

  return {
    listen() {
      let before = new Map<number, Moment>()
      return (samples, atMs) => {
        for (let at = 0; at + STEP_SAMPLES <= samples.length; at += STEP_SAMPLES) {
          const now = tonesIn(samples.subarray(at, at + STEP_SAMPLES), atMs)
          for (const [hz, moment] of now) {
            const first = before.get(hz)
            if (!first) continue
            if (momentsOf(hz).at(-1) !== first) note(hz, first)
            note(hz, moment)
          }
          before = now
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
    async untilHeard(hz, timeoutMs = 30_000, fromMs = performance.now()) {
      const first = () => momentsOf(hz).find((one) => one.atMs >= fromMs)?.atMs
      return until(`${hz} Hz to be heard`, first, { timeoutMs, everyMs: 5 })
    },
    async untilSilent(hz, quietMs = 400, timeoutMs = 30_000) {
      const startedAt = performance.now()
      const quiet = () => performance.now() - (momentsOf(hz).at(-1)?.atMs ?? startedAt) > quietMs
      await until(`${hz} Hz to fall silent for ${quietMs} ms`, quiet, { timeoutMs, everyMs: 5 })
      return momentsOf(hz).at(-1)?.atMs ?? null
    },
  }
}
