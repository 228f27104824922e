// Suggests what somebody might be called: two gentle words, chosen at random, not like anybody's name in the meeting.

import type { RandomBytes } from '../meetings/ports.ts'
import { createLookAlikes } from './names.ts'
import { GENTLE, THINGS } from './words.ts'

const PAIRS = GENTLE.length * THINGS.length

/**
 * Returns a two-word name that looks like none of `taken`. `randomBytes` decides where in the list of all pairs the search
 * begins, so two people who ask together seldom get the same. The list is far longer than any circle.
 */
export function suggestName(randomBytes: RandomBytes, taken: readonly string[]): string {
  const isTaken = createLookAlikes(taken)
  const start = randomBytes(4).reduce((sum, byte) => (sum * 256 + byte) % PAIRS, 0)
  for (let step = 0; step < PAIRS; step++) {
    const pair = (start + step) % PAIRS
    const name = `${GENTLE[pair % GENTLE.length] ?? ''} ${THINGS[Math.floor(pair / GENTLE.length)] ?? ''}`
    if (!isTaken(name)) return name
  }
  throw new RangeError('more names taken than there are pairs of words')
}
