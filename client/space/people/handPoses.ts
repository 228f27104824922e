// Where hands are when nobody tracks them: on the lap, raised, round the piece, and along each gesture. Pure curves over time.
// Metres and directions in the seat's own frame: x to the right, y up, -z towards the centre.

import type { Gesture } from '#protocol/signals.ts'

export interface HandTarget {
  x: number
  y: number
  z: number
  qx: number
  qy: number
  qz: number
  qw: number
  /** 0–1: closed; 0–1: one finger out. */
  fist: number
  point: number
}

/** What somebody does with hands, head and face; written anew each frame. */
export interface Bearing {
  readonly left: HandTarget
  readonly right: HandTarget
  /** Radians that the head bows. */
  bow: number
  smile: number
  /** Light that a gesture gives off at the breast or in the hands, 0–1. */
  warmth: number
}

const hand = (): HandTarget => ({ x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, fist: 0, point: 0 })

/** Creates a bearing with hands anywhere; write to it before use. */
export function createBearing(): Bearing {
  return { left: hand(), right: hand(), bow: 0, smile: 0, warmth: 0 }
}

/** Turns a hand so that its fingers point along f and its palm faces along m; neither needs unit length. */
export function aim(out: HandTarget, fx: number, fy: number, fz: number, mx: number, my: number, mz: number): void {
  const lf = 1 / Math.hypot(fx, fy, fz)
  const zx = -fx * lf
  const zy = -fy * lf
  const zz = -fz * lf
  // x = palm × fingers, made square to the fingers.
  let xx = my * -zz - mz * -zy
  let xy = mz * -zx - mx * -zz
  let xz = mx * -zy - my * -zx
  const lx = 1 / (Math.hypot(xx, xy, xz) || 1)
  xx *= lx
  xy *= lx
  xz *= lx
  const yx = zy * xz - zz * xy
  const yy = zz * xx - zx * xz
  const yz = zx * xy - zy * xx
  const trace = xx + yy + zz
  if (trace > 0) {
    const s = 0.5 / Math.sqrt(trace + 1)
    setTurn(out, (yz - zy) * s, (zx - xz) * s, (xy - yx) * s, 0.25 / s)
  } else if (xx > yy && xx > zz) {
    const s = 2 * Math.sqrt(1 + xx - yy - zz)
    setTurn(out, 0.25 * s, (yx + xy) / s, (zx + xz) / s, (yz - zy) / s)
  } else if (yy > zz) {
    const s = 2 * Math.sqrt(1 + yy - xx - zz)
    setTurn(out, (yx + xy) / s, 0.25 * s, (zy + yz) / s, (zx - xz) / s)
  } else {
    const s = 2 * Math.sqrt(1 + zz - xx - yy)
    setTurn(out, (zx + xz) / s, (zy + yz) / s, 0.25 * s, (xy - yx) / s)
  }
}

function setTurn(out: HandTarget, x: number, y: number, z: number, w: number): void {
  const sign = w < 0 ? -1 : 1
  out.qx = x * sign
  out.qy = y * sign
  out.qz = z * sign
  out.qw = w * sign
}

function place(out: HandTarget, x: number, y: number, z: number, fist = 0): void {
  out.x = x
  out.y = y
  out.z = z
  out.fist = fist
  out.point = 0
}

/** Hands on the lap. */
export function rest(out: Bearing): void {
  place(out.right, 0.118, 0.682, -0.29, 0.25)
  aim(out.right, -0.42, -0.16, -0.9, -0.1, -1, 0.1)
  place(out.left, -0.118, 0.682, -0.29, 0.25)
  aim(out.left, 0.42, -0.16, -0.9, 0.1, -1, 0.1)
  out.bow = 0
  out.smile = 0
  out.warmth = 0
}

/** The right hand up beside the head. */
export function raise(out: Bearing): void {
  place(out.right, 0.325, 1.3, -0.13)
  aim(out.right, 0.12, 1, -0.05, -0.1, 0.05, -1)
}

/** Both hands round the talking piece; see PIECE_AT. */
export function cup(out: Bearing): void {
  place(out.right, 0.082, 0.792, -0.335, 0.15)
  aim(out.right, -0.2, 0.25, -0.95, -0.72, 0.7, 0.1)
  place(out.left, -0.082, 0.792, -0.335, 0.15)
  aim(out.left, 0.2, 0.25, -0.95, 0.72, 0.7, 0.1)
}

/** Where the piece is while somebody holds it, in the seat's frame. */
export const PIECE_AT = [0, 0.845, -0.36] as const

/** How long each gesture takes, seconds. */
export const GESTURE_SECONDS: Readonly<Record<Gesture, number>> = {
  wave: 2.8,
  heart: 3.4,
  'warm-light': 3.8,
  'open-palm': 3,
  clap: 2.8,
}

const smooth = (t: number) => {
  const x = Math.min(1, Math.max(0, t))
  return x * x * (3 - 2 * x)
}

/** How much of a gesture there is at `seconds`: rises in 0.4 s, settles in 0.6 s, 0 outside. */
export function gestureWeight(gesture: Gesture, seconds: number): number {
  const left = GESTURE_SECONDS[gesture] - seconds
  return seconds < 0 ? 0 : smooth(seconds / 0.4) * smooth(left / 0.6)
}

/** Writes a gesture at its full strength `seconds` after it began. */
export function gestureBearing(gesture: Gesture, seconds: number, out: Bearing): void {
  rest(out)
  const { left, right } = out
  if (gesture === 'wave') {
    const swing = Math.sin(seconds * 2 * Math.PI * 1.35)
    place(right, 0.325 + swing * 0.04, 1.26, -0.2)
    aim(right, 0.12 + swing * 0.42, 1, -0.12, 0, 0.1, -1)
    out.smile = 1
  } else if (gesture === 'heart') {
    place(right, -0.012, 0.885, -0.262)
    aim(right, -0.9, 0.34, -0.12, -0.1, -0.1, 1)
    out.bow = 0.2
    out.smile = 1
    out.warmth = 0.55 + 0.25 * Math.sin(seconds * 2.4)
  } else if (gesture === 'warm-light') {
    const lift = 0.06 * smooth(seconds / 1.6)
    place(right, 0.07, 0.9 + lift, -0.37)
    aim(right, -0.3, 0.3, -0.9, -0.45, 1, 0.1)
    place(left, -0.07, 0.9 + lift, -0.37)
    aim(left, 0.3, 0.3, -0.9, 0.45, 1, 0.1)
    out.bow = 0.1
    out.warmth = 1
  } else if (gesture === 'open-palm') {
    const open = 0.05 * smooth(seconds / 1.4)
    place(right, 0.2 + open, 0.83, -0.37)
    aim(right, 0.74, 0.16, -0.5, 0, 0.8, -0.7)
    place(left, -0.2 - open, 0.83, -0.37)
    aim(left, -0.74, 0.16, -0.5, 0, 0.8, -0.7)
    out.bow = 0.06
  } else {
    const apart = 0.03 + 0.075 * Math.abs(Math.cos(seconds * Math.PI * 2.1))
    place(right, apart, 0.955, -0.36)
    aim(right, -0.12, 0.62, -0.78, -1, 0, 0)
    place(left, -apart, 0.955, -0.36)
    aim(left, 0.12, 0.62, -0.78, 1, 0, 0)
    out.smile = 1
  }
}

function mixHand(out: HandTarget, to: HandTarget, share: number): void {
  out.x += (to.x - out.x) * share
  out.y += (to.y - out.y) * share
  out.z += (to.z - out.z) * share
  out.fist += (to.fist - out.fist) * share
  out.point += (to.point - out.point) * share
  const sign = out.qx * to.qx + out.qy * to.qy + out.qz * to.qz + out.qw * to.qw < 0 ? -1 : 1
  const x = out.qx + (to.qx * sign - out.qx) * share
  const y = out.qy + (to.qy * sign - out.qy) * share
  const z = out.qz + (to.qz * sign - out.qz) * share
  const w = out.qw + (to.qw * sign - out.qw) * share
  const length = 1 / (Math.hypot(x, y, z, w) || 1)
  setTurn(out, x * length, y * length, z * length, w * length)
}

/** Moves a bearing `share` (0–1) of the way to another one. */
export function mixBearing(out: Bearing, to: Bearing, share: number): void {
  mixHand(out.left, to.left, share)
  mixHand(out.right, to.right, share)
  out.bow += (to.bow - out.bow) * share
  out.smile += (to.smile - out.smile) * share
  out.warmth += (to.warmth - out.warmth) * share
}
