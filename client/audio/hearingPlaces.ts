// Where voices come from: pure geometry from two places and the turn of one's head to a direction and a loudness.
// In the circle everybody is heard equally well: direction yes, loss by distance almost none. After the meeting distances are real.

import { EYE_HEIGHT, type Place } from '#protocol/circle.ts'

/** circle: almost no loss · real: as in open air, 6 dB for each doubling, so that small groups can talk beside each other. */
export type Distances = 'circle' | 'real'

/** A direction in the listener's own frame (x right, y up, −z ahead), unit length. Written to, not made anew. */
export interface Direction {
  x: number
  y: number
  z: number
}

/** Loudness falls with distance to the power of this: in the circle 1.09 m to 9 m is 2.8 dB, where open air takes 18. */
const ROLL_OFF: Readonly<Record<Distances, number>> = { circle: 0.15, real: 1 }
/** Loudness is 1 here, metres: the neighbours'. */
const NEAREST = 1.087
/** Voices come from the breast's height, a little below the ears. */
const VOICE_BELOW_EYES = EYE_HEIGHT - 1.1

/** Gives the loudness (0–1) of a voice from one place at another. */
export function loudnessBetween(own: Place, other: Place, distances: Distances): number {
  const distance = Math.max(NEAREST, Math.hypot(other.x - own.x, other.z - own.z))
  return (NEAREST / distance) ** ROLL_OFF[distances]
}

/**
 * Writes the direction in which whoever is at `own` hears `other`.
 * @param yaw,pitch of the head in the place's frame, radians; yaw turns to the left, pitch up.
 */
export function directionTo(own: Place, other: Place, yaw: number, pitch: number, out: Direction): void {
  const dx = other.x - own.x
  const dz = other.z - own.z
  const distance = Math.hypot(dx, dz) || 1
  const turn = own.yaw + yaw
  // The world turned by −turn about +y, then by −pitch about +x, is the world as the head has it.
  const x = (dx * Math.cos(turn) - dz * Math.sin(turn)) / distance
  const ahead = (dx * Math.sin(turn) + dz * Math.cos(turn)) / distance
  const down = -VOICE_BELOW_EYES / distance
  const y = down * Math.cos(pitch) + ahead * Math.sin(pitch)
  const z = -down * Math.sin(pitch) + ahead * Math.cos(pitch)
  const length = Math.hypot(x, y, z)
  out.x = x / length
  out.y = y / length
  out.z = z / length
}
