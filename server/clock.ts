// The machine's own time.

import type { Clock } from './meetings/ports.ts'

export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    after(delayMs, run) {
      // setTimeout takes longer delays for none at all; a due time that far off is looked at again by the sweep.
      const timer = setTimeout(run, Math.min(delayMs, 2 ** 31 - 1))
      return () => clearTimeout(timer)
    },
  }
}
