// The measures of the plain room, and what its builders share: a round house, larger for two rings, always the same.

import type { Point } from '../shapes/solids.ts'
import type { PaintedMesh } from './paintedMesh.ts'

export const TAU = 2 * Math.PI
/** Height of the wall, metres, and of the boards on its lower part. */
export const WALL = 2.55
export const WAINSCOT = 0.98
const WINDOWS = 5
const LAMPS = 5

export interface Plan {
  readonly radius: number
  readonly rug: number
  readonly lamps: readonly Point[]
  /** Turns about +y at which windows are. */
  readonly windows: readonly number[]
}

export type Builder = (mesh: PaintedMesh, plan: Plan) => void

/** A number in 0–1 that is always the same for the same seed. */
export function chance(seed: number): number {
  const x = Math.sin(seed * 127.1 + 311.7) * 43758.5453
  return x - Math.floor(x)
}

export const up = (): Point => [0, 1, 0]

/** A point at a turn from +z towards +x, metres from the middle. */
export const polar = (turn: number, radius: number, y: number): Point => [
  Math.sin(turn) * radius,
  y,
  Math.cos(turn) * radius,
]

/** Plans the house for a number of rings. */
export function planFor(rings: 1 | 2): Plan {
  const radius = rings === 2 ? 7.4 : 4.7
  return {
    radius,
    rug: rings === 2 ? 3.1 : 1.62,
    lamps: Array.from({ length: LAMPS }, (_, i) => polar(((i + 0.5) / LAMPS) * TAU + 0.3, radius - 0.25, 1.62)),
    windows: Array.from({ length: WINDOWS }, (_, i) => (i / WINDOWS) * TAU + 0.3),
  }
}
