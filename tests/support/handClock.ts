// A clock that a test moves by hand. Timers fire in order, and what they set free (promises) happens before the next one.

import type { Clock } from '../../client/meeting/clock.ts'

export interface HandClock extends Clock {
  /** Lets `ms` go by. */
  pass(ms: number): Promise<void>
  /** Timers that have not fired. */
  pending(): number
}

/** Lets everything that is ready happen. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

/** Creates a clock that stands at `startMs`; its wall shows the same. */
export function createHandClock(startMs = 1_000_000): HandClock {
  let nowMs = startMs
  let nextId = 0
  const timers = new Map<number, { atMs: number; act: () => void }>()
  return {
    nowMs: () => nowMs,
    wallMs: () => nowMs,
    after(delayMs, act) {
      const id = nextId++
      timers.set(id, { atMs: nowMs + Math.max(0, delayMs), act })
      return () => timers.delete(id)
    },
    async pass(ms) {
      const end = nowMs + ms
      await settle()
      for (;;) {
        const due = [...timers]
          .filter(([, one]) => one.atMs <= end)
          .sort((a, b) => a[1].atMs - b[1].atMs || a[0] - b[0])[0]
        if (!due) break
        timers.delete(due[0])
        nowMs = Math.max(nowMs, due[1].atMs)
        due[1].act()
        await settle()
      }
      nowMs = end
      await settle()
    },
    pending: () => timers.size,
  }
}
