// What a body says without a button: a hand on the heart, the side of the wrist that one looks at, a hand that reaches out. Pure;
// everything in the seat's own frame, metres.

import { EYE_HEIGHT } from '#protocol/circle.ts'
import type { Point, Turned } from './seatFrame.ts'

/** The heart of a seated body, from its eyes. */
const HEART = { x: -0.04, y: -0.38, z: -0.08 } as const
const HEART_REACH = 0.17
/** A hand at rest on the lap is nearer than this to the body. */
const REACHED = 0.52
const WRIST_NEAR = 0.55
/** Cosines: how squarely a side of the wrist faces the eyes, and how near the middle of the view it is. */
const FACES = 0.6
const LOOKED_AT = 0.86

/** Tells whether a hand lies on the heart. */
export function isOnHeart(head: Point, hand: Point): boolean {
  const [x, y, z] = [hand.x - head.x - HEART.x, hand.y - head.y - HEART.y, hand.z - head.z - HEART.z]
  return Math.hypot(x, y, z) < HEART_REACH
}

/** Turns a direction by a pose's quaternion, into `out`. */
export function turned({ qx, qy, qz, qw }: Turned, x: number, y: number, z: number, out: Point): Point {
  const tx = 2 * (qy * z - qz * y)
  const ty = 2 * (qz * x - qx * z)
  const tz = 2 * (qx * y - qy * x)
  out.x = x + qw * tx + qy * tz - qz * ty
  out.y = y + qw * ty + qz * tx - qx * tz
  out.z = z + qw * tz + qx * ty - qy * tx
  return out
}

const palm: Point = { x: 0, y: 0, z: 0 }
const ahead: Point = { x: 0, y: 0, z: 0 }

/**
 * Tells which side of a wrist somebody looks at: inner (the palm's) or outer; null when they look elsewhere.
 * In WebXR's grip space +x leaves the palm of a left hand and the back of a right one.
 */
export function wristSeen(head: Turned, grip: Turned, side: 'left' | 'right'): 'inner' | 'outer' | null {
  const [x, y, z] = [head.x - grip.x, head.y - grip.y, head.z - grip.z]
  const far = Math.hypot(x, y, z)
  if (far > WRIST_NEAR || far < 0.12) return null
  turned(head, 0, 0, -1, ahead)
  if (-(ahead.x * x + ahead.y * y + ahead.z * z) / far < LOOKED_AT) return null
  turned(grip, side === 'left' ? 1 : -1, 0, 0, palm)
  const faces = (palm.x * x + palm.y * y + palm.z * z) / far
  if (faces > FACES) return 'inner'
  return faces < -FACES ? 'outer' : null
}

/** Where a hand reaches out to: the turn about +y from straight ahead, radians, positive to the left; null while it does not. */
export function reachOf(hand: Point): number | null {
  const along = Math.hypot(hand.x, hand.z)
  return along > REACHED && hand.y > EYE_HEIGHT - 0.6 ? Math.atan2(-hand.x, -hand.z) : null
}
