// Which free chair a newcomer gets: the one farthest from everybody, so that a small circle does not sit in a clump.

/** Steps between two seats the shorter way round. */
function distance(a: number, b: number, seats: number): number {
  const steps = Math.abs(a - b)
  return Math.min(steps, seats - steps)
}

/**
 * Returns the free seat (0 to `seats` - 1) whose nearest neighbour is farthest away, the lowest of equals; 0 in an empty circle;
 * null when every seat is taken.
 */
export function freeSeat(seats: number, taken: readonly number[]): number | null {
  let best: number | null = null
  let widest = 0
  for (let seat = 0; seat < seats; seat++) {
    const room = Math.min(seats, ...taken.map((other) => distance(seat, other, seats)))
    if (room > widest) [best, widest] = [seat, room]
  }
  return best
}
