// Nothing in a headset jumps: the view goes dark, what is to change changes, the light comes back. Pure.

const CLOSE_SECONDS = 0.12
const OPEN_SECONDS = 0.28

export interface Fade {
  /** 0 open – 1 dark. */
  readonly dark: number
  /** Does `act` at the darkest moment; what comes while one waits is done in the same moment. */
  through(act: () => void): void
  update(delta: number): void
}

/** Creates a fade that begins in the dark and opens. */
export function createFade(): Fade {
  let share = 1
  let waiting: (() => void)[] = []
  return {
    get dark() {
      return share * share * (3 - 2 * share)
    },
    through: (act) => void waiting.push(act),
    update(delta) {
      if (waiting.length > 0 && share >= 1) {
        const now = waiting
        waiting = []
        for (const act of now) act()
      } else if (waiting.length > 0) share = Math.min(1, share + delta / CLOSE_SECONDS)
      else if (share > 0) share = Math.max(0, share - delta / OPEN_SECONDS)
    },
  }
}
