// How a simulated person sits: breathes, turns to who speaks, nods a little, moves their hands while speaking. Pure: the same seed
// at the same time gives the same pose. Sent through the same bytes as a real person's, so it is clamped and drawn in the same way.

import type { Pose } from '#protocol/pose.ts'

export interface Attention {
  readonly speaking: boolean
  readonly resting: boolean
}

const TAU = 2 * Math.PI
/** Radians that a head turns at most; the rest is done by the eyes. */
const MOST_YAW = 1.1

/** A number in 0–1 that belongs to a seed and a purpose. */
function trait(seed: number, purpose: number): number {
  const mixed = Math.imul((seed ^ Math.imul(purpose, 0x9e3779b1)) >>> 0, 0x85ebca6b) >>> 0
  return mixed / 4_294_967_296
}

/** Two slow waves that never quite repeat, −1…1. */
function drift(seconds: number, seed: number, purpose: number): number {
  const phase = TAU * trait(seed, purpose)
  return 0.6 * Math.sin(seconds * 0.31 + phase) + 0.4 * Math.sin(seconds * 0.173 + 2.3 * phase)
}

/** Writes the pose at a time into `out`. `yaw` is the eased turn of the head, see turnTowards. */
export function simulatedPose(seed: number, seconds: number, yaw: number, attention: Attention, out: Pose): void {
  const { speaking, resting } = attention
  const breath = Math.sin(TAU * (0.19 + 0.04 * trait(seed, 1)) * seconds + TAU * trait(seed, 2))
  // Now and then somebody who listens nods; who speaks moves a little more.
  const nodding = Math.max(0, Math.sin(seconds * 0.23 + TAU * trait(seed, 3)) - 0.8) * 5
  const nod = speaking ? 0.05 * Math.sin(seconds * 2.1 + seed) : 0.09 * nodding * Math.max(0, Math.sin(seconds * 5.2))
  const pitch = (resting ? -0.45 : -0.03) - nod + 0.03 * drift(seconds, seed, 4)
  const turn = yaw + 0.06 * drift(seconds, seed, 5)
  out.x = 0.02 * drift(seconds, seed, 6)
  out.y = 0.004 * breath - (resting ? 0.05 : 0)
  out.z = 0.015 * drift(seconds, seed, 7) - (speaking ? 0.03 : 0)
  // Turn about y, then bow about the own x.
  const [sy, cy, sx, cx] = [Math.sin(turn / 2), Math.cos(turn / 2), Math.sin(pitch / 2), Math.cos(pitch / 2)]
  out.qx = cy * sx
  out.qy = sy * cx
  out.qz = -sy * sx
  out.qw = cy * cx
  out.left = null
  out.right = null
  if (!speaking || resting) return
  const beat = seconds * (1.1 + 0.5 * trait(seed, 8))
  out.right = hand(1, beat, seed)
  if (trait(seed, 9) > 0.5) out.left = hand(-1, beat + 1.3, seed)
}

/** A hand that says along, in front of the body. */
function hand(side: 1 | -1, beat: number, seed: number): NonNullable<Pose['right']> {
  const [x, y, z] = [
    side * 0.24 + 0.03 * Math.sin(beat),
    -0.42 + 0.05 * Math.sin(1.7 * beat),
    -0.3 - 0.04 * drift(beat, seed, 10),
  ]
  const [dx, dy, dz] = [-side * 0.35, 0.25, -0.9]
  const length = Math.hypot(dx, dy, dz)
  return { x, y, z, dx: dx / length, dy: dy / length, dz: dz / length, shape: 'open' }
}

/** Eases a head towards where it wants to look; `seconds` have passed. */
export function turnTowards(now: number, wanted: number, seconds: number): number {
  const target = Math.max(-MOST_YAW, Math.min(MOST_YAW, wanted))
  return now + (target - now) * (1 - Math.exp(-2.2 * seconds))
}

/** The turn from one seat's forward direction to another place in the circle, radians, positive to the left. */
export function yawBetween(
  from: { readonly x: number; readonly z: number; readonly yaw: number },
  to: { readonly x: number; readonly z: number },
): number {
  const turn = Math.atan2(-(to.x - from.x), -(to.z - from.z)) - from.yaw
  return Math.atan2(Math.sin(turn), Math.cos(turn))
}
