// Curved sheets over (u, v) in 0–1: tubes, cups and skins of solids, from which every mesh of a figure or chair is cut.
// u runs round, v runs along; seen from outside, u × v points outwards.

import { outward, walkTo, type Point, type Solid } from './solids.ts'

/** Writes the position at (u, v) into `out`: x, y, z in metres, then a tone: above 0 is the second tone. */
export type Sheet = (u: number, v: number, out: Float64Array) => void

export interface Skin {
  readonly sheet: Sheet
  /** Where normals come from: the solid's own slope, or the sheet's when absent. */
  readonly solid?: Solid
}

/** The skin of a solid seen from `from`, its pole towards -z: fine for heads, hands and anything round. */
export function skinAbout(solid: Solid, from: Point, gather = 1): Skin {
  const sheet: Sheet = (u, v, out) => {
    const turn = u * 2 * Math.PI
    const bow = Math.PI * v ** gather
    const [x, y, z] = [Math.sin(bow) * Math.cos(turn), Math.sin(bow) * Math.sin(turn), -Math.cos(bow)]
    const start: Point = [from[0] + x * 0.7, from[1] + y * 0.7, from[2] + z * 0.7]
    out.set(walkTo(solid, start, [-x, -y, -z], 0.7))
    out[3] = -1
  }
  return { sheet, solid }
}

/** The skin of a solid round the vertical axis through (x, z), between two heights: fine for bodies. v grows upwards. */
export function skinAround(solid: Solid, [x, z]: readonly [number, number], low: number, high: number): Skin {
  const sheet: Sheet = (u, v, out) => {
    const turn = u * 2 * Math.PI
    const [dx, dz] = [Math.cos(turn), -Math.sin(turn)]
    const y = low + (high - low) * v
    out.set(walkTo(solid, [x + dx * 0.7, y, z + dz * 0.7], [-dx, 0, -dz], 0.7))
    out[3] = -1
  }
  return { sheet, solid }
}

/** A soft cushion about `at`: flat above and below, its outline between round (`square` 0) and boxy (1). v grows upwards. */
export function pillow([x, y, z]: Point, rx: number, ry: number, rz: number, square = 0.5): Skin {
  const power = (value: number, by: number) => Math.sign(value) * Math.abs(value) ** by
  const outline = 1 - 0.5 * square
  return {
    sheet: (u, v, out) => {
      const turn = u * 2 * Math.PI
      const rise = (v - 0.5) * Math.PI
      const across = power(Math.cos(rise), 0.42)
      out[0] = x + rx * across * power(Math.cos(turn), outline)
      // A little dome keeps the light moving over the flat part.
      out[1] = y + ry * (power(Math.sin(rise), 0.6) * 0.8 + Math.sin(rise) * 0.2)
      out[2] = z - rz * across * power(Math.sin(turn), outline)
      out[3] = -1
    },
  }
}

export interface Tube {
  /** Start, a point that bends the line, end. */
  readonly line: readonly [Point, Point, Point]
  /** Half width and half thickness at v, metres. */
  readonly size: (v: number) => readonly [number, number]
  /** Which way the flat side looks. */
  readonly front: Point
  /** How deep the front is hollowed, as a share of the half width. */
  readonly cup?: number
  /** Second tone on the front between these values of v. */
  readonly inner?: readonly [number, number]
}

const cross = (a: Point, b: Point): [number, number, number] => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const unit = ([x, y, z]: Point): [number, number, number] => {
  const length = Math.sqrt(x * x + y * y + z * z) || 1
  return [x / length, y / length, z / length]
}

/** A sheet round a bent line: ears, horns, tails, stems. */
export function tube({ line: [a, b, c], size, front, cup = 0, inner }: Tube): Skin {
  const sheet: Sheet = (u, v, out) => {
    const t = 1 - v
    const along = (i: 0 | 1 | 2) => 2 * t * (b[i] - a[i]) + 2 * v * (c[i] - b[i])
    const tangent = unit([along(0), along(1), along(2)])
    const side = unit(cross(front, tangent))
    const face = cross(tangent, side)
    const [width, thickness] = size(v)
    const turn = u * 2 * Math.PI
    const across = Math.cos(turn) * width
    const up = Math.sin(turn)
    const deep = up * thickness - (up > 0 ? cup * width * up * up : 0)
    for (let i = 0; i < 3; i++) {
      out[i] = t * t * a[i]! + 2 * t * v * b[i]! + v * v * c[i]! + side[i]! * across + face[i]! * deep
    }
    out[3] = -1
    if (inner && up > 0) out[3] = Math.min(up - 0.35, (v - inner[0]) * 6, (inner[1] - v) * 6)
  }
  return { sheet }
}

/** The mirror image of a skin about x = 0, still looking outwards. */
export function mirrorSkin({ sheet, solid }: Skin): Skin {
  return {
    sheet: (u, v, out) => {
      sheet(1 - u, v, out)
      out[0] = -out[0]!
    },
    ...(solid && { solid: (x: number, y: number, z: number) => solid(-x, y, z) }),
  }
}

/** The outward direction of a skin at (u, v), where its position is already known. */
export function skinNormal({ sheet, solid }: Skin, u: number, v: number, at: Point): [number, number, number] {
  if (solid) return outward(solid, at)
  const e = 0.004
  // At a tip all u are one point: look a little beside it.
  const beside = Math.min(0.985, Math.max(0.015, v))
  const near = new Float64Array(4)
  const far = new Float64Array(4)
  const step = (du: number, dv: number): [number, number, number] => {
    sheet(u - du, beside - dv, near)
    sheet(u + du, beside + dv, far)
    return [far[0]! - near[0]!, far[1]! - near[1]!, far[2]! - near[2]!]
  }
  return unit(cross(step(e, 0), step(0, e)))
}
