// What the characters' features are made of: ears and horns as profiles along a tube, skulls, sockets, puffs.

import { mirrorSkin, skinAbout, type Skin } from '../shapes/patches.ts'
import { ball, dented, mirrored, type Point, type Solid } from '../shapes/solids.ts'

/** Soft hollows in which the eyes lie. */
export function withSockets(head: Solid, x: number, y: number, deep = 0.03): Solid {
  return dented(0.05, head, mirrored(ball([x, y, -0.2], 0.05, 0.056, deep)))
}

export const taper =
  (width: number, thickness: number, round = 0.5) =>
  (v: number): readonly [number, number] => {
    const open = Math.min(1, 0.62 + v * 2.2) * (1 - v ** (1 / round)) ** 0.72
    return [width * open, thickness * Math.max(0.3, 1 - v) * Math.sqrt(Math.max(0, 1 - v ** 6))]
  }

export const disc =
  (width: number, thickness: number) =>
  (v: number): readonly [number, number] => {
    const open = Math.sqrt(Math.max(0, 1 - (Math.max(0, v - 0.42) / 0.58) ** 2)) * Math.min(1, 0.72 + v * 0.9)
    return [width * open, thickness * Math.sqrt(Math.max(0, 1 - v ** 5))]
  }

export const blade =
  (width: number, thickness: number) =>
  (v: number): readonly [number, number] => {
    const open = (0.45 + 0.55 * Math.sin(Math.PI * Math.min(1, v * 0.78 + 0.14))) * Math.sqrt(Math.max(0, 1 - v ** 7))
    return [width * open, thickness * Math.sqrt(Math.max(0, 1 - v ** 5))]
  }

export const rod =
  (from: number, to: number) =>
  (v: number): readonly [number, number] => {
    const r = (from + (to - from) * v) * Math.sqrt(Math.max(0, 1 - v ** 8))
    return [r, r]
  }

/** An ear of the right side and its mirror image. */
export function ears(right: Skin): { rightEar: Skin; leftEar: Skin } {
  return { rightEar: right, leftEar: mirrorSkin(right) }
}

export const skull = (rx: number, ry: number, rz: number, y = 1.215): Solid => ball([0, y, 0.01], rx, ry, rz)

export const puff = (at: Point, r: number): Skin => skinAbout(ball(at, r), at)
