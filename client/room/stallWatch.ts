// Notices a media server that says nothing any more without an event (a stalled process, a dead path): whatever arrives is
// counted once a second, consent checks included, so that a silent circle is not taken for a stall.

import { type Clock, startEvery } from '../meeting/clock.ts'

const PERIOD_MS = 1_000
/** Consent checks come every 2.5 s at the latest on a good path; two missing ones are a stall. */
export const STALLED_AFTER_MS = 6_000
/** After this long the link is given up and a new one opened. */
export const DEAD_AFTER_MS = 15_000

export interface StallWatchOptions {
  readonly clock: Clock
  /** As RoomLink.received. */
  readonly received: () => Promise<number | null>
  /** Nothing has come for some time; told once a second. */
  readonly onQuiet: (quietMs: number) => void
  readonly onStalled: () => void
  readonly onFlowing: () => void
  readonly onDead: () => void
}

/** Starts watching one link; returns what stops it. `onDead` is the last word. */
export function startStallWatch({
  clock,
  received,
  onQuiet,
  onStalled,
  onFlowing,
  onDead,
}: StallWatchOptions): () => void {
  let last = -1
  let lastGrowthMs = clock.nowMs()
  let lastLookMs = clock.nowMs()
  let stalled = false
  let stopped = false
  let looking = false

  function judge(sum: number | null) {
    if (stopped || sum === null) return
    const nowMs = clock.nowMs()
    // A page that slept has not looked: the gap says nothing about the path.
    if (nowMs - lastLookMs > 3 * PERIOD_MS) lastGrowthMs = nowMs
    lastLookMs = nowMs
    if (sum !== last) {
      last = sum
      lastGrowthMs = nowMs
      if (stalled) onFlowing()
      stalled = false
      return
    }
    const quietMs = nowMs - lastGrowthMs
    onQuiet(quietMs)
    if (quietMs >= DEAD_AFTER_MS) {
      stop()
      onDead()
    } else if (quietMs >= STALLED_AFTER_MS && !stalled) {
      stalled = true
      onStalled()
    }
  }

  const stopTimer = startEvery(clock, PERIOD_MS, () => {
    if (looking) return
    looking = true
    void received()
      .catch(() => null)
      .then(judge)
      .finally(() => {
        looking = false
      })
  })
  function stop() {
    stopped = true
    stopTimer()
  }
  return stop
}
