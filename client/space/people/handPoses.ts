// Where hands are when nobody tracks them: on the lap, raised, round the piece; and how one bearing becomes another.
// Metres and directions in the seat's own frame: x to the right, y up, -z towards the centre.

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
  const lf = 1 / Math.sqrt(fx * fx + fy * fy + fz * fz)
  const zx = -fx * lf
  const zy = -fy * lf
  const zz = -fz * lf
  // x = palm × fingers, made square to the fingers.
  let xx = my * -zz - mz * -zy
  let xy = mz * -zx - mx * -zz
  let xz = mx * -zy - my * -zx
  const lx = 1 / (Math.sqrt(xx * xx + xy * xy + xz * xz) || 1)
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

/** Puts a hand somewhere without turning it. */
export function place(out: HandTarget, x: number, y: number, z: number, fist = 0): void {
  out.x = x
  out.y = y
  out.z = z
  out.fist = fist
  out.point = 0
}

/** Makes a bearing: each hand's place, how much of a fist it is, where its fingers point and its palm faces. */
function bearingOf(right: readonly number[], left: readonly number[]): Bearing {
  const out = createBearing()
  holdHand(out.right, right)
  holdHand(out.left, left)
  return out
}

function holdHand(out: HandTarget, [x, y, z, fist, fx, fy, fz, mx, my, mz]: readonly number[]): void {
  place(out, x!, y!, z!, fist)
  aim(out, fx!, fy!, fz!, mx!, my!, mz!)
}

const LEFT_ON_LAP = [-0.118, 0.682, -0.29, 0.25, 0.42, -0.16, -0.9, 0.1, -1, 0.1]

/** Hands on the lap. */
export const RESTING: Readonly<Bearing> = bearingOf(
  [0.118, 0.682, -0.29, 0.25, -0.42, -0.16, -0.9, -0.1, -1, 0.1],
  LEFT_ON_LAP,
)

/** The right hand up beside the head. */
export const RAISED: Readonly<Bearing> = bearingOf([0.325, 1.3, -0.13, 0, 0.12, 1, -0.05, -0.1, 0.05, -1], LEFT_ON_LAP)

/** Both hands round the talking piece; see PIECE_AT. */
export const CUPPED: Readonly<Bearing> = bearingOf(
  [0.082, 0.792, -0.335, 0.15, -0.2, 0.25, -0.95, -0.72, 0.7, 0.1],
  [-0.082, 0.792, -0.335, 0.15, 0.2, 0.25, -0.95, 0.72, 0.7, 0.1],
)

/** Where the piece is while somebody holds it, in the seat's frame. */
export const PIECE_AT = [0, 0.845, -0.36] as const

function mixHand(out: HandTarget, to: Readonly<HandTarget>, share: number): void {
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
  const length = 1 / (Math.sqrt(x * x + y * y + z * z + w * w) || 1)
  setTurn(out, x * length, y * length, z * length, w * length)
}

/** A fraction of the way, 0–1; handed on inside an object it makes no garbage. */
export interface Share {
  share: number
}

const WHOLE: Share = { share: 1 }

/** Moves a bearing `share` (0–1) of the way to another one. */
export function mixBearing(out: Bearing, to: Readonly<Bearing>, { share }: Share): void {
  mixHand(out.left, to.left, share)
  mixHand(out.right, to.right, share)
  out.bow += (to.bow - out.bow) * share
  out.smile += (to.smile - out.smile) * share
  out.warmth += (to.warmth - out.warmth) * share
}

function farHand(one: HandTarget, other: HandTarget): number {
  return (
    Math.abs(one.x - other.x) +
    Math.abs(one.y - other.y) +
    Math.abs(one.z - other.z) +
    Math.abs(one.qx - other.qx) +
    Math.abs(one.qy - other.qy) +
    Math.abs(one.qz - other.qz) +
    Math.abs(one.fist - other.fist) +
    Math.abs(one.point - other.point)
  )
}

/** Tells whether two bearings look the same. */
export function sameBearing(one: Readonly<Bearing>, other: Readonly<Bearing>): boolean {
  const face = Math.abs(one.bow - other.bow) + Math.abs(one.smile - other.smile) + Math.abs(one.warmth - other.warmth)
  return face + farHand(one.left, other.left) + farHand(one.right, other.right) < 0.002
}

/** Takes over another bearing as it is. */
export function copyBearing(out: Bearing, from: Readonly<Bearing>): void {
  mixBearing(out, from, WHOLE)
}
