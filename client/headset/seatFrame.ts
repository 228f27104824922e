// Where a headset's own space lies in the seat's: turned and shifted so that one's eyes are where everybody's eyes are, whatever
// the height of the body or of the chair at home, standing or seated. Pure; metres and radians, the seat's frame (-z: the middle).

import { EYE_HEIGHT } from '#protocol/circle.ts'

export interface Point {
  x: number
  y: number
  z: number
}

export interface Turned extends Point {
  qx: number
  qy: number
  qz: number
  qw: number
}

export interface SeatFrame {
  /** The headset's space in the seat's: first turned by `yaw` about +y, then shifted. */
  readonly yaw: number
  readonly shift: Readonly<Point>
  /** From now on, this head (in the headset's space) sits in the middle of its seat and looks at the middle of the circle. */
  recentre(head: Turned): void
  /** Turns the person on the spot; positive: to the left. */
  turn(head: Point, radians: number): void
  /** Writes a pose of the headset's space into the seat's; `out` may be `from`. */
  toSeat(from: Turned, out: Turned): void
}

/** The turn about +y of a head or hand, radians, positive to the left; from where its -z goes on the ground. */
export function yawOf({ qx, qy, qz, qw }: Pick<Turned, 'qx' | 'qy' | 'qz' | 'qw'>): number {
  const forwardX = -2 * (qx * qz + qw * qy)
  const forwardZ = -(1 - 2 * (qx * qx + qy * qy))
  if (Math.hypot(forwardX, forwardZ) > 1e-3) return Math.atan2(-forwardX, -forwardZ)
  // Straight up or down: the top of the head tells.
  return Math.atan2(2 * (qx * qy - qw * qz), 2 * (qy * qz + qw * qx))
}

/** How far a head looks up, radians. */
export function pitchOf({ qx, qy, qz, qw }: Pick<Turned, 'qx' | 'qy' | 'qz' | 'qw'>): number {
  return Math.asin(Math.max(-1, Math.min(1, 2 * (qw * qx - qy * qz))))
}

/** Creates a frame in which nobody has sat down yet: the headset's origin is the seat's eye point. */
export function createSeatFrame(): SeatFrame {
  let yaw = 0
  const shift: Point = { x: 0, y: EYE_HEIGHT, z: 0 }

  /** Shifts so that `at` (headset's space) is drawn at x, y, z of the seat. */
  function place(at: Point, x: number, y: number, z: number) {
    const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
    shift.x = x - (at.x * cos + at.z * sin)
    shift.y = y - at.y
    shift.z = z - (at.z * cos - at.x * sin)
  }

  return {
    get yaw() {
      return yaw
    },
    shift,
    recentre(head) {
      yaw = -yawOf(head)
      place(head, 0, EYE_HEIGHT, 0)
    },
    turn(head, radians) {
      const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
      const x = head.x * cos + head.z * sin + shift.x
      const y = head.y + shift.y
      const z = head.z * cos - head.x * sin + shift.z
      yaw += radians
      place(head, x, y, z)
    },
    toSeat(from, out) {
      const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
      const { x, y, z, qx, qy, qz, qw } = from
      out.x = x * cos + z * sin + shift.x
      out.y = y + shift.y
      out.z = z * cos - x * sin + shift.z
      const [s, c] = [Math.sin(yaw / 2), Math.cos(yaw / 2)]
      out.qx = c * qx + s * qz
      out.qy = c * qy + s * qw
      out.qz = c * qz - s * qx
      out.qw = c * qw - s * qy
    },
  }
}
