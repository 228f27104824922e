// A stick pushed aside turns once, and again only after it came back to the middle. Either hand, so that one is enough. Pure.

const PUSHED = 0.7
const BACK = 0.4

export interface SnapTurn {
  /** Sticks' x, −1…1, right positive; answers 1 for a turn to the left, −1 to the right, 0 for none. */
  update(leftX: number, rightX: number): 1 | 0 | -1
}

/** Creates it with both sticks in the middle. */
export function createSnapTurn(): SnapTurn {
  let ready = true
  return {
    update(leftX, rightX) {
      const x = Math.abs(leftX) > Math.abs(rightX) ? leftX : rightX
      if (Math.abs(x) < BACK) ready = true
      if (!ready || Math.abs(x) < PUSHED) return 0
      ready = false
      return x < 0 ? 1 : -1
    },
  }
}
