// The largest pose that is ever sent, in bytes of payload: over random heads and hands, both, one and none. Not in it: what the
// transport adds.

import { encodePose, HAND_SHAPES, type HandPose, type Pose } from '#protocol/pose.ts'
import type { Figure } from './figure.ts'

const POSES = 100_000

const between = (low: number, high: number) => low + Math.random() * (high - low)

function randomHand(): HandPose {
  const [dx, dy, dz] = [between(-1, 1), between(-1, 1), between(-1, 1)]
  const length = Math.hypot(dx, dy, dz)
  const shape = HAND_SHAPES[Math.floor(Math.random() * HAND_SHAPES.length)] ?? 'open'
  const [x, y, z] = [between(-1, 1), between(-1, 1), between(-1, 1)]
  return { x, y, z, dx: dx / length, dy: dy / length, dz: dz / length, shape }
}

function randomPose(): Pose {
  const q = [between(-1, 1), between(-1, 1), between(-1, 1), between(-1, 1)]
  const length = Math.hypot(...q)
  const [qx = 0, qy = 0, qz = 0, qw = 1] = q.map((one) => one / length)
  const [x, y, z] = [between(-0.6, 0.6), between(-0.6, 0.6), between(-0.6, 0.6)]
  const hand = () => (Math.random() < 0.5 ? randomHand() : null)
  return { x, y, z, qx, qy, qz, qw, left: hand(), right: hand() }
}

export const poseBytes: Figure = {
  name: 'pose_bytes',
  unit: 'bytes',
  wanted: { atMost: 24 },
  async measure() {
    const sizes = Array.from({ length: POSES }, (_, i) => encodePose(randomPose(), i, i * 67).length)
    const largest = sizes.reduce((a, b) => Math.max(a, b), 0)
    const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity)
    return { value: largest, how: `largest of ${POSES} encoded random poses; without hands ${smallest}` }
  },
}
