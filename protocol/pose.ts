// Where a person's head and hands are, relative to their own seat, in at most 24 bytes.

import type { POSE_BYTES } from './limits.ts'

export const HAND_SHAPES = ['open', 'fist', 'point'] as const
export type HandShape = (typeof HAND_SHAPES)[number]

export interface HandPose {
  /** Metres from the seat's eye point (0, EYE_HEIGHT, 0), in the seat's own frame (-z is towards the centre). */
  x: number
  y: number
  z: number
  /** Unit vector in which the fingers point. */
  dx: number
  dy: number
  dz: number
  shape: HandShape
}

export interface Pose {
  /** Metres from the seat's eye point, clamped to ±0.6. */
  x: number
  y: number
  z: number
  /** Unit quaternion in the seat's frame; identity looks along -z at the centre. */
  qx: number
  qy: number
  qz: number
  qw: number
  left: HandPose | null
  right: HandPose | null
}

export type PoseBytes = typeof POSE_BYTES
