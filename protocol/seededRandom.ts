// Chance that can be repeated: the same seed gives the same numbers in every browser and in tests.

/** Creates a source of numbers in 0–1 (1 excluded) from any 32-bit seed: mulberry32, by Tommy Ettinger, public domain. */
export function createRandom(seed: number): () => number {
  // An array, because engines box a captured number at every change.
  const state = new Int32Array([seed])
  return () => {
    const now = (state[0]! + 0x6d2b79f5) | 0
    state[0] = now
    let mixed = Math.imul(now ^ (now >>> 15), now | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Picks evenly between two bounds. */
export function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random()
}

/** Picks between two positive bounds so that every octave is as likely as the next. */
export function betweenOctaves(random: () => number, low: number, high: number): number {
  return low * (high / low) ** random()
}
