// Remembers where a person was, so that they can be drawn slightly in the past.
//
// Poses arrive late, early or never; the buffer answers "where were they at t?" It does not guess for long:
// a missing pose lets a person come to rest, which is kinder than a drifting one.

import type { Pose } from '#protocol/pose.ts'
import { copyPose, mixPoses, restPose, type Mix } from './mixPoses.ts'

/** Poses kept: more than half a second at 15 Hz. */
const KEPT = 12
const LEAST_DELAY_MS = 90
const FIRST_DELAY_MS = 120
const MOST_DELAY_MS = 300
/** How long a movement is continued when nothing new comes, and how long it then takes to stop. */
const EXTRAPOLATE_MS = 150
/** A gap longer than this (the sender rests at 1 Hz) is no movement: the person goes over in this time, not in the gap's. */
const LONGEST_MOVE_MS = 200
/** Poses closer than this (nobody sends so often) say nothing about speed. */
const LEAST_SPAN_MS = 20
/** Packets that a network may deliver late: four seconds of them. */
const LATEST_STEPS = 60
const HALF_CYCLE = 32_768
const CYCLE = 65_536

export interface PoseBuffer {
  /**
   * Takes a pose that arrived at `nowMs`. Late ones (older than the newest) and duplicates are refused: false.
   * @param sequence,timeMs the sender's own, modulo 65536
   */
  add(pose: Pose, sequence: number, timeMs: number, nowMs: number): boolean
  /** Writes where the person is drawn at `nowMs`; false while nothing has arrived. Allocates nothing once hands have been seen. */
  sample(nowMs: number, out: Pose): boolean
  /** How far in the past people are drawn now, ms. */
  delayMs(): number
}

interface Entry {
  readonly pose: Pose
  /** When it happened, on our clock as far as arrivals tell, ms. */
  atMs: number
}

/** Difference of two numbers that wrap at 65536, in −32768…32767. */
function wrapped(difference: number): number {
  return ((((difference + HALF_CYCLE) % CYCLE) + CYCLE) % CYCLE) - HALF_CYCLE
}

/** Creates an empty buffer for one person. */
export function createPoseBuffer(): PoseBuffer {
  const ring: readonly Entry[] = Array.from({ length: KEPT }, () => ({ pose: restPose(), atMs: 0 }))
  let count = 0
  let newest = -1
  let lastSequence = 0
  // Fractions in one object are written in place; as variables of their own each write would be a piece of garbage.
  const at = {
    /** The sender's newest time as it was sent, and when it arrived. */
    lastTime: 0,
    lastArrivalMs: 0,
    /** The sender's clock without wrap, ms since its first pose. */
    senderMs: 0,
    /** Our clock minus the sender's: the smallest seen lately, so that only true delay is left in the rest. */
    offsetMs: 0,
    jitterMs: 0,
    delayMs: FIRST_DELAY_MS,
  }

  const mix: Mix = { share: 0 }
  const spare = { pose: restPose(), atMs: 0 }
  const entry = (back: number) => ring[(newest - back + 2 * KEPT) % KEPT] ?? spare

  function restart(nowMs: number) {
    count = 0
    at.senderMs = 0
    at.offsetMs = nowMs
    at.jitterMs = 0
  }

  return {
    add(pose, sequence, timeMs, nowMs) {
      const step = wrapped(sequence - lastSequence)
      // After a long silence, or far behind what any late packet could be, the sender has begun anew (a page loaded again).
      const fresh = count === 0 || nowMs - at.lastArrivalMs > 5_000 || step < -LATEST_STEPS
      if (!fresh && step <= 0) return false
      if (fresh) restart(nowMs)
      else at.senderMs += Math.max(0, wrapped(timeMs - at.lastTime))
      lastSequence = sequence
      at.lastTime = timeMs
      at.lastArrivalMs = nowMs

      const latenessMs = nowMs - at.senderMs - at.offsetMs
      // Earlier than ever: that path is the true one. Otherwise let the offset follow slowly, for clocks that drift.
      at.offsetMs += latenessMs < 0 ? latenessMs : latenessMs * 0.01
      const late = Math.max(0, latenessMs)
      at.jitterMs += (late - at.jitterMs) * (late > at.jitterMs ? 0.3 : 0.02)
      const wanted = Math.max(LEAST_DELAY_MS, Math.min(MOST_DELAY_MS, 70 + 2 * at.jitterMs))
      at.delayMs += (wanted - at.delayMs) * 0.1

      newest = (newest + 1) % KEPT
      count = Math.min(count + 1, KEPT)
      const into = entry(0)
      copyPose(pose, into.pose)
      into.atMs = at.offsetMs + at.senderMs
      return true
    },

    sample(nowMs, out) {
      if (count === 0) return false
      const t = nowMs - at.delayMs
      let back = 0
      while (back < count && entry(back).atMs > t) back++
      if (back === count) {
        copyPose(entry(count - 1).pose, out)
        return true
      }
      const before = entry(back)
      if (back > 0) {
        const after = entry(back - 1)
        const startMs = Math.max(before.atMs, after.atMs - LONGEST_MOVE_MS)
        const span = after.atMs - startMs
        mix.share = span > 0 ? Math.max(0, (t - startMs) / span) : 1
        mixPoses(before.pose, after.pose, mix, out)
        return true
      }
      const overMs = t - before.atMs
      const previous = count > 1 ? entry(1) : null
      const spanMs = previous ? before.atMs - previous.atMs : 0
      if (!previous || spanMs < LEAST_SPAN_MS || spanMs > LONGEST_MOVE_MS) {
        copyPose(before.pose, out)
        return true
      }
      // Goes on for a moment, ever slower, then stays: x − x²/2 reaches its rest, half the way, without a jerk.
      const x = Math.min(1, overMs / EXTRAPOLATE_MS)
      const onMs = EXTRAPOLATE_MS * (x - (x * x) / 2)
      mix.share = 1 + Math.min(onMs / spanMs, 1)
      mixPoses(previous.pose, before.pose, mix, out)
      return true
    },

    delayMs: () => at.delayMs,
  }
}
