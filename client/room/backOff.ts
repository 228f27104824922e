// How long to wait before trying again: soon at first, then slower, never longer than a person can bear to watch.

const FIRST_MS = 300
const LONGEST_MS = 8_000

export interface BackOff {
  /** Milliseconds until the next try: 300 doubling to 8000, each ±20 % so that a whole circle does not knock at once. */
  next(): number
  reset(): void
}

/** Creates a back-off; `random` gives 0–1. */
export function createBackOff(random: () => number): BackOff {
  let tries = 0
  return {
    next: () => Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries++, 10)) * (0.8 + 0.4 * random()),
    reset() {
      tries = 0
    },
  }
}
