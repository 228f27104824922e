// The space about one's face is one's own: no hand of others and no panel is drawn nearer than this, and whoever leaves their own
// chair sees the room go dark instead of walking through somebody. Pure; metres.

import type { Point } from './seatFrame.ts'

/** No hand of others is drawn nearer to one's eyes. */
export const OWN_SPACE = 0.45
/** From here the view darkens, and there it is dark: the middle of the chair next to one's own is about a metre away. */
const EDGE = 0.45
const END = 0.75

/** Moves a point away from the eyes until it is `least` metres from them; straight above them when it is in them. */
export function keepAway(point: Point, eyes: Readonly<Point>, least: number): void {
  const [x, y, z] = [point.x - eyes.x, point.y - eyes.y, point.z - eyes.z]
  const far = Math.hypot(x, y, z)
  if (far >= least) return
  const out = far > 1e-6 ? least / far : 0
  point.x = eyes.x + x * out
  point.y = eyes.y + (far > 1e-6 ? y * out : least)
  point.z = eyes.z + z * out
}

/** How dark it is for a head so far from the middle of its seat, 0–1; height does not count. */
export function edgeDark(x: number, z: number): number {
  const share = Math.min(1, Math.max(0, (Math.hypot(x, z) - EDGE) / (END - EDGE)))
  return share * share * (3 - 2 * share)
}
