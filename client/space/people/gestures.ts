// The five gestures as curves over time, readable at four metres: where the hands go, what head, face and light do with them.
// Metres in the seat's own frame; pure.

import type { Gesture } from '#protocol/signals.ts'
import { aim, copyBearing, place, RESTING, type Bearing } from './handPoses.ts'

/** How long each gesture takes, seconds. */
export const GESTURE_SECONDS: Readonly<Record<Gesture, number>> = {
  wave: 2.8,
  heart: 3.4,
  'warm-light': 3.8,
  'open-palm': 3,
  clap: 2.8,
}

const smooth = (t: number) => {
  const x = Math.min(1, Math.max(0, t))
  return x * x * (3 - 2 * x)
}

/** How much of a gesture there is at `seconds`: rises in 0.4 s, settles in 0.6 s, 0 outside. */
export function gestureWeight(gesture: Gesture, seconds: number): number {
  const left = GESTURE_SECONDS[gesture] - seconds
  return seconds < 0 ? 0 : smooth(seconds / 0.4) * smooth(left / 0.6)
}

/** Writes a gesture at its full strength `seconds` after it began. */
export function gestureBearing(gesture: Gesture, seconds: number, out: Bearing): void {
  copyBearing(out, RESTING)
  const { left, right } = out
  if (gesture === 'wave') {
    const swing = Math.sin(seconds * 2 * Math.PI * 1.35)
    place(right, 0.325 + swing * 0.04, 1.26, -0.2)
    aim(right, 0.12 + swing * 0.42, 1, -0.12, 0, 0.1, -1)
    out.smile = 1
  } else if (gesture === 'heart') {
    place(right, -0.012, 0.885, -0.262)
    aim(right, -0.9, 0.34, -0.12, -0.1, -0.1, 1)
    out.bow = 0.2
    out.smile = 1
    out.warmth = 0.55 + 0.25 * Math.sin(seconds * 2.4)
  } else if (gesture === 'warm-light') {
    const lift = 0.06 * smooth(seconds / 1.6)
    place(right, 0.07, 0.9 + lift, -0.37)
    aim(right, -0.3, 0.3, -0.9, -0.45, 1, 0.1)
    place(left, -0.07, 0.9 + lift, -0.37)
    aim(left, 0.3, 0.3, -0.9, 0.45, 1, 0.1)
    out.bow = 0.1
    out.warmth = 1
  } else if (gesture === 'open-palm') {
    const open = 0.05 * smooth(seconds / 1.4)
    place(right, 0.2 + open, 0.83, -0.37)
    aim(right, 0.74, 0.16, -0.5, 0, 0.8, -0.7)
    place(left, -0.2 - open, 0.83, -0.37)
    aim(left, -0.74, 0.16, -0.5, 0, 0.8, -0.7)
    out.bow = 0.06
  } else {
    const apart = 0.03 + 0.075 * Math.abs(Math.cos(seconds * Math.PI * 2.1))
    place(right, apart, 0.955, -0.36)
    aim(right, -0.12, 0.62, -0.78, -1, 0, 0)
    place(left, -apart, 0.955, -0.36)
    aim(left, 0.12, 0.62, -0.78, 1, 0, 0)
    out.smile = 1
  }
}
