// How far the server's clock is from ours, from the times that come with its answers.

/** A difference of more than this is a clock that was set, not a slow answer. */
const CLOCK_SET_MS = 5_000

/**
 * Gives the better of what was known and what an answer says, server minus ours in ms. An answer that took long makes the offset
 * too small, so the largest is nearest. `known` is null before the first answer.
 */
export function betterOffset(known: number | null, serverMs: number, wallMs: number): number {
  const offsetMs = serverMs - wallMs
  return known !== null && Math.abs(offsetMs - known) < CLOCK_SET_MS ? Math.max(offsetMs, known) : offsetMs
}
