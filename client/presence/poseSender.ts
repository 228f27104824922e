// Decides when one's own pose is worth sending: at most 15 times a second while it changes, once more when it has come to rest
// (so that nobody guesses the movement on), then once a second.

import { POSE_BYTES, POSE_RATE_HZ, POSE_REST_RATE_HZ } from '#protocol/limits.ts'
import { encodePose, type HandPose, type Pose } from '#protocol/pose.ts'

/** Less than the encoding can tell apart is no movement. Metres; and 1 − |cos(half angle)|, about 0.6 degrees. */
const MOVED_METRES = 0.005
const TURNED = 1.4e-5

export interface PoseSender {
  /** Takes the pose of this frame; sends it when it is time. Allocates nothing when it is not. */
  offer(pose: Pose, nowMs: number): void
}

function handMoved(a: HandPose | null, b: HandPose | null): boolean {
  if (!a || !b) return a !== b
  return (
    a.shape !== b.shape ||
    Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z) > 2 * MOVED_METRES ||
    a.dx * b.dx + a.dy * b.dy + a.dz * b.dz < 0.999
  )
}

function moved(a: Pose, b: Pose): boolean {
  if (Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z) > MOVED_METRES) return true
  const cos = Math.abs(a.qx * b.qx + a.qy * b.qy + a.qz * b.qz + a.qw * b.qw)
  return 1 - cos > TURNED || handMoved(a.left, b.left) || handMoved(a.right, b.right)
}

/** Creates the sender; `send` gets bytes that are only valid during the call and says whether they went out. */
export function createPoseSender(send: (bytes: Uint8Array<ArrayBuffer>) => boolean): PoseSender {
  const bytes = new Uint8Array(POSE_BYTES)
  let sequence = 0
  let sentAtMs = -Infinity
  let sent: Pose | null = null
  let atRest = false
  return {
    offer(pose, nowMs) {
      const sinceMs = nowMs - sentAtMs
      // A frame's worth of slack: at 60 or 72 frames a second 1/15 s falls between frames and would become 1/12.
      if (sinceMs < 1000 / POSE_RATE_HZ - 4) return
      const resting = sent !== null && !moved(sent, pose)
      if (resting && atRest && sinceMs < 1000 / POSE_REST_RATE_HZ) return
      if (!send(encodePose(pose, sequence, nowMs, bytes))) return
      sequence = (sequence + 1) & 0xffff
      sentAtMs = nowMs
      atRest = resting
      sent = {
        ...pose,
        left: pose.left && { ...pose.left },
        right: pose.right && { ...pose.right },
      }
    },
  }
}
