// The server's clock in tests that move time: the machine's, and ahead of it by what a file says. Stands in for server/clock.ts where
// moveClock.ts is loaded; what was waiting for a time that has come is done at once.

import { readFileSync } from 'node:fs'
import type { Clock } from '../../server/meetings/ports.ts'

const LOOK_MS = 20

interface Waiting {
  readonly at: number
  readonly run: () => void
  timer: NodeJS.Timeout | null
}

export function createSystemClock(): Clock {
  const file = process.env.AHEAD_FILE ?? ''
  const read = () => Number(readFileSync(file, 'utf8'))
  let ahead = read()
  const now = () => Date.now() + ahead
  const waiting = new Set<Waiting>()

  function arm(one: Waiting): void {
    const due = () => {
      waiting.delete(one)
      one.run()
    }
    one.timer = setTimeout(due, Math.min(Math.max(0, one.at - now()), 2 ** 31 - 1))
  }

  setInterval(() => {
    const next = read()
    if (next === ahead) return
    ahead = next
    for (const one of waiting) {
      if (one.timer) clearTimeout(one.timer)
      arm(one)
    }
  }, LOOK_MS).unref()

  return {
    now,
    after(delayMs, run) {
      const one: Waiting = { at: now() + delayMs, run, timer: null }
      waiting.add(one)
      arm(one)
      return () => {
        waiting.delete(one)
        if (one.timer) clearTimeout(one.timer)
      }
    },
  }
}
