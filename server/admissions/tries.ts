// How often digits may be tried. Wrong ones are counted per source and in total over the life of a code, and each one makes the next
// of its source wait longer. A try that comes too early is not looked at, so it tells nothing. The odds are in decision 14.

import { PAIR_CODE_SECONDS } from '#protocol/limits.ts'

/** Wrong tries that all sources together have in the life of one code. */
export const TRIES_IN_ALL = 20
/** Wrong tries that one source has in the life of one code. */
export const TRIES_PER_SOURCE = 6
/** Seconds of waiting after a source's first wrong try; doubled by each further one. */
const FIRST_WAIT_SECONDS = 2
const LIFE_MS = PAIR_CODE_SECONDS * 1000

export interface Tries {
  /** Seconds that a source has to wait before its next try is looked at; 0 for none. */
  waitOf(source: string): number
  /** Counts a wrong try and returns the seconds to wait after it. */
  wrong(source: string): number
}

/** Starts counting; `now` is a clock in ms. */
export function createTries(now: () => number): Tries {
  let log: { readonly source: string; readonly atMs: number }[] = []

  function waitOf(source: string): number {
    const time = now()
    log = log.filter(({ atMs }) => atMs > time - LIFE_MS)
    const own = log.filter((one) => one.source === source)
    const last = own.at(-1)
    const until = [
      log.length >= TRIES_IN_ALL ? (log[0]?.atMs ?? time) + LIFE_MS : 0,
      own.length >= TRIES_PER_SOURCE ? (own[0]?.atMs ?? time) + LIFE_MS : 0,
      last ? last.atMs + FIRST_WAIT_SECONDS * 1000 * 2 ** (own.length - 1) : 0,
    ]
    return Math.max(0, Math.ceil((Math.max(...until) - time) / 1000))
  }

  return {
    waitOf,
    wrong(source) {
      log.push({ source, atMs: now() })
      return waitOf(source)
    },
  }
}
