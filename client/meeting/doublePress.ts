// Two presses of the same key in a short while, which nobody makes by chance. A key that is held down is one press.

/** Slow enough for a shaking hand, quick enough not to be two separate wishes. */
const WITHIN_MS = 700

/** Creates the counter; `press` gets each press with its time in ms, and tells whether it was the second of two. */
export function createDoublePress(): (atMs: number) => boolean {
  let last: number | null = null
  return (atMs) => {
    const second = last !== null && atMs - last <= WITHIN_MS
    last = second ? null : atMs
    return second
  }
}
