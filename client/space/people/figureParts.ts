// The parts that every figure is made of, in the order they are drawn. All figures share these meshes of vertices; what a
// vertex is on one character (an ear, a horn, nothing) stands in that character's row of the figure texture.

import type { Accessory, Character } from '#protocol/meeting.ts'
import { mirrorSkin, pillow, skinAbout, type Skin } from '../shapes/patches.ts'
import { ball, blend, outward, walkTo } from '../shapes/solids.ts'
import { FOLK } from './characters.ts'
import { wornBy } from './accessories.ts'
import { bodySkin, HAND_SKINS, headSkin, type Folk } from './folk.ts'

/** What carries a part: numbers as the vertex shader knows them. */
export const MOVERS = { seat: 0, body: 1, head: 2, leftHand: 3, rightHand: 4, worn: 5 } as const
/** How a part is painted: numbers as the fragment shader knows them. */
export const PAINTS = {
  shadow: 0,
  felt: 1,
  face: 2,
  eye: 3,
  nose: 4,
  ear: 5,
  horn: 6,
  tail: 7,
  worn: 8,
  hand: 9,
} as const

export interface Part {
  readonly name: string
  readonly mover: (typeof MOVERS)[keyof typeof MOVERS]
  readonly paint: (typeof PAINTS)[keyof typeof PAINTS]
  /** Cells round and along, near and far (many people). */
  readonly cells: readonly [near: readonly [number, number], far: readonly [number, number]]
  /** How much the far end swings after the head, 0–1. */
  readonly swing?: number
  /** The part is one point at its start or end, so that no empty triangles are drawn there. */
  readonly closed?: 'start' | 'end' | 'both'
  /** Another part whose vertices this one uses, mirrored. */
  readonly mirrors?: string
}

const near = (columns: number, rows: number, farColumns: number, farRows: number): Part['cells'] => [
  [columns, rows],
  [farColumns, farRows],
]

/** The shadow comes first so that what it lies under is painted over it. */
export const PARTS: readonly Part[] = [
  { name: 'shadow', mover: 0, paint: 0, cells: near(14, 2, 8, 1), closed: 'start' },
  { name: 'body', mover: 1, paint: 1, cells: near(22, 11, 14, 7), closed: 'end' },
  { name: 'head', mover: 2, paint: 2, cells: near(28, 14, 12, 8), closed: 'both' },
  { name: 'leftEye', mover: 2, paint: 3, cells: near(12, 3, 8, 2), closed: 'start' },
  { name: 'rightEye', mover: 2, paint: 3, cells: near(12, 3, 8, 2), closed: 'start' },
  { name: 'nose', mover: 2, paint: 4, cells: near(7, 5, 4, 3), closed: 'both' },
  { name: 'leftEar', mover: 2, paint: 5, cells: near(12, 7, 6, 4), swing: 1, closed: 'end' },
  { name: 'rightEar', mover: 2, paint: 5, cells: near(12, 7, 6, 4), swing: 1, closed: 'end' },
  { name: 'leftHorn', mover: 2, paint: 6, cells: near(5, 5, 3, 3), closed: 'end' },
  { name: 'rightHorn', mover: 2, paint: 6, cells: near(5, 5, 3, 3), closed: 'end' },
  { name: 'leftTine', mover: 2, paint: 6, cells: near(4, 3, 3, 2), closed: 'end' },
  { name: 'rightTine', mover: 2, paint: 6, cells: near(4, 3, 3, 2), closed: 'end' },
  { name: 'tail', mover: 1, paint: 7, cells: near(7, 7, 5, 4), closed: 'end' },
  { name: 'leftFoot', mover: 0, paint: 1, cells: near(8, 5, 5, 3), closed: 'both' },
  { name: 'rightFoot', mover: 0, paint: 1, cells: near(8, 5, 5, 3), closed: 'both' },
  { name: 'rightHand', mover: 4, paint: 9, cells: near(12, 8, 6, 5), closed: 'both' },
  { name: 'leftHand', mover: 3, paint: 9, cells: near(12, 8, 6, 5), closed: 'both', mirrors: 'rightHand' },
  { name: 'band', mover: 5, paint: 8, cells: near(20, 5, 10, 3) },
  { name: 'strip', mover: 5, paint: 8, cells: near(5, 6, 4, 3), closed: 'end' },
  { name: 'knob', mover: 5, paint: 8, cells: near(7, 5, 5, 3), swing: 0.6, closed: 'both' },
  { name: 'leftRim', mover: 5, paint: 8, cells: near(12, 3, 5, 3) },
  { name: 'rightRim', mover: 5, paint: 8, cells: near(12, 3, 5, 3) },
]

/** A soft disc on the chair's seat; its tone runs from 1 in the middle to 0 at the edge. */
const SHADOW: Skin = {
  sheet: (u, v, out) => {
    const turn = u * 2 * Math.PI
    out[0] = Math.cos(turn) * v * 0.36
    out[1] = 0.461
    out[2] = Math.sin(turn) * v * 0.33 - 0.03
    out[3] = 1 - v
  },
}

const FOOT = skinAbout(
  blend(0.03, ball([0.1, 0.487, -0.315], 0.06, 0.05, 0.06), ball([0.1, 0.48, -0.25], 0.05, 0.04, 0.07)),
  [0.1, 0.485, -0.3],
)

/** A blanket folded in three, on the seat of somebody who is away: what the vertices of their body are then. */
export const BLANKET = pillow([0, 0.505, -0.03], 0.2, 0.05, 0.16, 0.95)

/** A dome on the face where an eye is; (u, v) are its angle and radius. */
function eye(folk: Folk, side: 1 | -1): Skin {
  const [x, y, width, height] = folk.eyes
  const at = walkTo(folk.head, [x, y, -0.5], [0, 0, 1], 0.5)
  const slope = outward(folk.head, at)
  const n = [slope[0] * 0.55, slope[1] * 0.3, slope[2] * 0.55 - 0.45]
  const length = Math.hypot(n[0]!, n[1]!, n[2]!)
  const [nx, ny, nz] = [n[0]! / length, n[1]! / length, n[2]! / length]
  const flat = Math.hypot(nx, nz)
  const [rx, rz] = [-nz / flat, nx / flat]
  const [upX, upY, upZ] = [(-ny * nx) / flat, flat, (-ny * nz) / flat]
  const dome: Skin = {
    sheet: (u, v, out) => {
      const turn = u * 2 * Math.PI
      const [a, b] = [Math.cos(turn) * v * width, Math.sin(turn) * v * height]
      const lift = 0.017 * Math.sqrt(Math.max(0, 1 - v * v)) - 0.0045
      out[0] = at[0] + rx * a + upX * b + nx * lift
      out[1] = at[1] + upY * b + ny * lift
      out[2] = at[2] + rz * a + upZ * b + nz * lift
      out[3] = 0
    },
  }
  return side === 1 ? dome : mirrorSkin(dome)
}

/** Returns the skins of one design by part name; parts that it does not name are not drawn. */
export function designSkins(character: Character, accessory: Accessory): Readonly<Record<string, Skin | undefined>> {
  const folk = FOLK[character]
  const bare = accessory === 'hat' || accessory === 'leaf'
  // A sprout and a hat would share one place.
  const sprout = character === 'round' && bare
  return {
    shadow: SHADOW,
    body: bodySkin(folk.body),
    head: headSkin(folk.head),
    leftEye: eye(folk, -1),
    rightEye: eye(folk, 1),
    nose: folk.nose,
    leftEar: sprout ? undefined : folk.leftEar,
    rightEar: sprout ? undefined : folk.rightEar,
    leftHorn: folk.horn && mirrorSkin(folk.horn),
    rightHorn: folk.horn,
    leftTine: folk.tine && mirrorSkin(folk.tine),
    rightTine: folk.tine,
    tail: folk.tail,
    leftFoot: mirrorSkin(FOOT),
    rightFoot: FOOT,
    rightHand: HAND_SKINS.open,
    ...wornBy(folk, accessory),
  }
}
