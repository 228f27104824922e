// Where a person's head and hands are, relative to their own seat, in at most 24 bytes.
//
//   byte  0     version (high 4 bits, 1) and flags: bit 0 left hand, bit 1 right hand, bits 2–3 zero
//         1–2   sequence, u16, wraps
//         3–4   time, u16, milliseconds of the sender's clock, wraps
//         5–7   head x, y, z, i8 each: −120…120 over ±0.6 m (5 mm)
//         8–11  head quaternion, smallest three: 2 bits index of the largest component, then three times
//               10 bits: value −511…511 + 511 over ±1/√2; the largest is made positive and left out
//        12     only with hands: shapes, bits 0–1 left, bits 2–3 right, bits 4–7 zero
//        13–17  the left hand if bit 0, else the right: x, y, z, i8 −125…125 over ±1 m (8 mm),
//               then its direction, octahedral u, v, i8 −127…127
//        18–22  the right hand if both
//
// Short form 12 bytes, one hand 18, both 23. All numbers big-endian. What an encoder would not write is not read.

import { POSE_BYTES } from './limits.ts'

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

/** A pose with the sender's count and clock, both modulo 65536. */
export interface TimedPose {
  sequence: number
  timeMs: number
  readonly pose: Pose
}

export const HEAD_REACH = 0.6
const HAND_REACH = 1
const VERSION = 1
const HEAD_STEPS = 120
const HAND_STEPS = 125
const QUATERNION_STEPS = 511
const DIRECTION_STEPS = 127
/** How far the recovered component of a quaternion may fall by quantising the other three. */
const ROUNDING = 0.004
const HEAD_BYTES = 12
const HAND_BYTES = 5

/** Rounds `value` / `reach` to −steps…steps; what is not a number counts as the middle. */
function quantise(value: number, reach: number, steps: number): number {
  const scaled = Math.round((value / reach) * steps)
  return Number.isNaN(scaled) ? 0 : Math.max(-steps, Math.min(steps, scaled))
}

function writeQuaternion(view: DataView, at: number, qx: number, qy: number, qz: number, qw: number): void {
  const length = Math.hypot(qx, qy, qz, qw)
  const q = length > 1e-6 && length < Infinity ? [qx / length, qy / length, qz / length, qw / length] : [0, 0, 0, 1]
  let largest = 0
  for (let i = 1; i < 4; i++) if (Math.abs(q[i] ?? 0) > Math.abs(q[largest] ?? 0)) largest = i
  const sign = (q[largest] ?? 0) < 0 ? -1 : 1
  let bits = largest
  for (let i = 0; i < 4; i++) {
    if (i !== largest)
      bits = bits * 1024 + quantise(sign * (q[i] ?? 0), Math.SQRT1_2, QUATERNION_STEPS) + QUATERNION_STEPS
  }
  view.setUint32(at, bits)
}

/** A signed byte of a packet. */
function int8(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) >> 24
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

/** Reads a quaternion into `pose`; false when no encoder would have written these bits. */
function readQuaternion(bytes: Uint8Array, at: number, pose: Pose): boolean {
  const high = uint16(bytes, at)
  const low = uint16(bytes, at + 2)
  const largest = high >>> 14
  const first = (high >>> 4) & 1023
  const second = ((high & 15) << 6) | (low >>> 10)
  const third = low & 1023
  if (Math.max(first, second, third) > 2 * QUATERNION_STEPS) return false
  const step = Math.SQRT1_2 / QUATERNION_STEPS
  const a = (first - QUATERNION_STEPS) * step
  const b = (second - QUATERNION_STEPS) * step
  const c = (third - QUATERNION_STEPS) * step
  const rest = 1 - a * a - b * b - c * c
  const next = Math.max(Math.abs(a), Math.abs(b), Math.abs(c))
  // The one left out must be the largest; rounding may take it a little below the second.
  if (rest < (next - ROUNDING) ** 2 || rest < 0.24) return false
  const left = Math.sqrt(rest)
  pose.qx = largest === 0 ? left : a
  pose.qy = largest === 1 ? left : largest === 0 ? a : b
  pose.qz = largest === 2 ? left : largest === 3 ? c : b
  pose.qw = largest === 3 ? left : c
  return true
}

function writeHand(view: DataView, at: number, hand: HandPose): void {
  view.setInt8(at, quantise(hand.x, HAND_REACH, HAND_STEPS))
  view.setInt8(at + 1, quantise(hand.y, HAND_REACH, HAND_STEPS))
  view.setInt8(at + 2, quantise(hand.z, HAND_REACH, HAND_STEPS))
  // Octahedral normal encoding (Cigolle et al. 2014, "A Survey of Efficient Representations for Independent Unit Vectors").
  const sum = Math.abs(hand.dx) + Math.abs(hand.dy) + Math.abs(hand.dz)
  const usable = sum > 1e-6 && sum < Infinity
  const px = usable ? hand.dx / sum : 0
  const py = usable ? hand.dy / sum : 0
  const below = usable ? hand.dz < 0 : true
  const u = below ? (1 - Math.abs(py)) * (px < 0 ? -1 : 1) : px
  const v = below ? (1 - Math.abs(px)) * (py < 0 ? -1 : 1) : py
  view.setInt8(at + 3, quantise(u, 1, DIRECTION_STEPS))
  view.setInt8(at + 4, quantise(v, 1, DIRECTION_STEPS))
}

/** Reads a hand into `hand`; false when no encoder would have written these bytes. */
function readHand(bytes: Uint8Array, at: number, shapeIndex: number, hand: HandPose): boolean {
  const x = int8(bytes, at)
  const y = int8(bytes, at + 1)
  const z = int8(bytes, at + 2)
  const u = int8(bytes, at + 3) / DIRECTION_STEPS
  const v = int8(bytes, at + 4) / DIRECTION_STEPS
  const shape = HAND_SHAPES[shapeIndex]
  const inReach = Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) <= HAND_STEPS
  if (!shape || !inReach || Math.abs(u) > 1 || Math.abs(v) > 1) return false
  const dz = 1 - Math.abs(u) - Math.abs(v)
  const dx = dz < 0 ? (1 - Math.abs(v)) * (u < 0 ? -1 : 1) : u
  const dy = dz < 0 ? (1 - Math.abs(u)) * (v < 0 ? -1 : 1) : v
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
  const metres = HAND_REACH / HAND_STEPS
  hand.x = x * metres
  hand.y = y * metres
  hand.z = z * metres
  hand.dx = dx / length
  hand.dy = dy / length
  hand.dz = dz / length
  hand.shape = shape
  return true
}

/**
 * Encodes a pose; what is out of range is clamped, what is not a number becomes the rest pose.
 * `sequence` and `timeMs` are taken modulo 65536. The result is a view into `out` (POSE_BYTES long) when one is given.
 */
export function encodePose(
  pose: Pose,
  sequence: number,
  timeMs: number,
  out?: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const hands = [pose.left, pose.right].filter((hand) => hand !== null)
  const length = HEAD_BYTES + (hands.length > 0 ? 1 + hands.length * HAND_BYTES : 0)
  const bytes = out ? out.subarray(0, length) : new Uint8Array(length)
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  view.setUint8(0, (VERSION << 4) | (pose.left ? 1 : 0) | (pose.right ? 2 : 0))
  view.setUint16(1, sequence & 0xffff)
  view.setUint16(3, Math.floor(timeMs % 65536) & 0xffff)
  view.setInt8(5, quantise(pose.x, HEAD_REACH, HEAD_STEPS))
  view.setInt8(6, quantise(pose.y, HEAD_REACH, HEAD_STEPS))
  view.setInt8(7, quantise(pose.z, HEAD_REACH, HEAD_STEPS))
  writeQuaternion(view, 8, pose.qx, pose.qy, pose.qz, pose.qw)
  if (hands.length > 0) {
    const shapeOf = (hand: HandPose | null) => (hand ? HAND_SHAPES.indexOf(hand.shape) : 0)
    view.setUint8(HEAD_BYTES, shapeOf(pose.left) | (shapeOf(pose.right) << 2))
    hands.forEach((hand, i) => writeHand(view, HEAD_BYTES + 1 + i * HAND_BYTES, hand))
  }
  return bytes
}

function blankHand(): HandPose {
  return { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1, shape: 'open' }
}

/** Room for decoding many poses one after the other without allocating: keeps its hands while a pose has none. */
export interface PoseRoom {
  readonly timed: TimedPose
  readonly left: HandPose
  readonly right: HandPose
}

export function createPoseRoom(): PoseRoom {
  const pose: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
  return { timed: { sequence: 0, timeMs: 0, pose }, left: blankHand(), right: blankHand() }
}

/**
 * Decodes a pose; null for anything that encodePose would not have written in form. Never throws.
 * Where a `room` is given the answer is in it, and good until it is used again.
 */
export function decodePose(bytes: Uint8Array, room = createPoseRoom()): TimedPose | null {
  if (bytes.length < HEAD_BYTES || bytes.length > POSE_BYTES) return null
  const first = bytes[0] ?? 0
  const hasLeft = (first & 1) !== 0
  const hasRight = (first & 2) !== 0
  const count = Number(hasLeft) + Number(hasRight)
  if (first >> 4 !== VERSION || (first & 12) !== 0) return null
  if (bytes.length !== HEAD_BYTES + (count > 0 ? 1 + count * HAND_BYTES : 0)) return null
  const { timed } = room
  const { pose } = timed
  const metres = HEAD_REACH / HEAD_STEPS
  pose.x = int8(bytes, 5) * metres
  pose.y = int8(bytes, 6) * metres
  pose.z = int8(bytes, 7) * metres
  const reach = HEAD_REACH + metres / 2
  if (Math.abs(pose.x) > reach || Math.abs(pose.y) > reach || Math.abs(pose.z) > reach) return null
  if (!readQuaternion(bytes, 8, pose)) return null
  if (count > 0) {
    const shapes = bytes[HEAD_BYTES] ?? 0
    if (shapes >> 4 !== 0 || (!hasLeft && (shapes & 3) !== 0) || (!hasRight && shapes >> 2 !== 0)) return null
    const hands = HEAD_BYTES + 1
    if (hasLeft && !readHand(bytes, hands, shapes & 3, room.left)) return null
    if (hasRight && !readHand(bytes, hasLeft ? hands + HAND_BYTES : hands, shapes >> 2, room.right)) return null
  }
  pose.left = hasLeft ? room.left : null
  pose.right = hasRight ? room.right : null
  timed.sequence = uint16(bytes, 1)
  timed.timeMs = uint16(bytes, 3)
  return timed
}
