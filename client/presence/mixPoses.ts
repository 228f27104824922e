// Between two poses: straight for places, round for turns. Writes into what it is given, for it runs in every frame for everybody.

import { HEAD_REACH, type HandPose, type Pose } from '#protocol/pose.ts'

/** How far from one pose to the next: a fraction that is handed on inside an object makes no garbage. */
export interface Mix {
  share: number
}

/** Sitting still, looking at the centre. */
export function restPose(): Pose {
  return { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
}

function copyHand(from: HandPose | null, to: HandPose | null): HandPose | null {
  if (!from || !to) return from && { ...from }
  to.x = from.x
  to.y = from.y
  to.z = from.z
  to.dx = from.dx
  to.dy = from.dy
  to.dz = from.dz
  to.shape = from.shape
  return to
}

/** Interpolates a hand into `into`; a hand that only one of both has is the newer one's word. */
function mixHand(a: HandPose | null, b: HandPose | null, { share }: Mix, into: HandPose | null): HandPose | null {
  if (!a || !b) return copyHand(b, into)
  const t = Math.min(share, 1)
  const out = into ?? { ...b }
  out.x = a.x + (b.x - a.x) * t
  out.y = a.y + (b.y - a.y) * t
  out.z = a.z + (b.z - a.z) * t
  const dx = a.dx + (b.dx - a.dx) * t
  const dy = a.dy + (b.dy - a.dy) * t
  const dz = a.dz + (b.dz - a.dz) * t
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
  out.dx = length > 1e-4 ? dx / length : b.dx
  out.dy = length > 1e-4 ? dy / length : b.dy
  out.dz = length > 1e-4 ? dz / length : b.dz
  out.shape = b.shape
  return out
}

/** A movement that goes on still ends at the edge of one's own seat: nobody is drawn nearer to others than they may be. */
function withinReach(metres: number): number {
  return Math.max(-HEAD_REACH, Math.min(HEAD_REACH, metres))
}

/** Writes a → b at `mix.share` (0–1, or a little over to go on) into `out`; spherical for the head's turn. Allocates only for a hand that is new in `out`. */
export function mixPoses(a: Pose, b: Pose, mix: Mix, out: Pose): void {
  const t = mix.share
  out.x = withinReach(a.x + (b.x - a.x) * t)
  out.y = withinReach(a.y + (b.y - a.y) * t)
  out.z = withinReach(a.z + (b.z - a.z) * t)
  const dot = a.qx * b.qx + a.qy * b.qy + a.qz * b.qz + a.qw * b.qw
  const angle = Math.acos(Math.min(1, Math.abs(dot)))
  let wa = 1 - t
  let wb = t
  if (angle > 1e-3) {
    const sin = Math.sin(angle)
    wa = Math.sin((1 - t) * angle) / sin
    wb = Math.sin(t * angle) / sin
  }
  if (dot < 0) wa = -wa
  const x = wa * a.qx + wb * b.qx
  const y = wa * a.qy + wb * b.qy
  const z = wa * a.qz + wb * b.qz
  const w = wa * a.qw + wb * b.qw
  const length = Math.sqrt(x * x + y * y + z * z + w * w) || 1
  out.qx = x / length
  out.qy = y / length
  out.qz = z / length
  out.qw = w / length
  out.left = mixHand(a.left, b.left, mix, out.left)
  out.right = mixHand(a.right, b.right, mix, out.right)
}

/** Copies a pose into another, hand by hand. */
export function copyPose(from: Pose, to: Pose): void {
  to.x = from.x
  to.y = from.y
  to.z = from.z
  to.qx = from.qx
  to.qy = from.qy
  to.qz = from.qz
  to.qw = from.qw
  to.left = copyHand(from.left, to.left)
  to.right = copyHand(from.right, to.right)
}
