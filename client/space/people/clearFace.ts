// Keeps the hands of others out of one's face: a hand that is told to be nearer is drawn at the edge of one's own space.

import { EYE_HEIGHT, type SeatPlace } from '#protocol/circle.ts'
import type { HandPose, Pose } from '#protocol/pose.ts'
import { keepAway, OWN_SPACE } from '../../headset/personalSpace.ts'
import { fromSeat } from '../view/seatView.ts'

const at = { x: 0, y: 0, z: 0 }

function clearHand(hand: HandPose, place: SeatPlace, eyes: { x: number; y: number; z: number }): void {
  fromSeat(place, hand.x, hand.y + EYE_HEIGHT, hand.z, at)
  keepAway(at, eyes, OWN_SPACE)
  const [dx, dz] = [at.x - place.x, at.z - place.z]
  const [sin, cos] = [Math.sin(place.yaw), Math.cos(place.yaw)]
  hand.x = dx * cos - dz * sin
  hand.y = at.y - EYE_HEIGHT
  hand.z = dz * cos + dx * sin
}

/** Moves the hands of somebody's pose out of the space about one's own eyes (in the room, metres). */
export function clearFace(pose: Pose, place: SeatPlace, eyes: { x: number; y: number; z: number }): void {
  if (pose.left) clearHand(pose.left, place, eyes)
  if (pose.right) clearHand(pose.right, place, eyes)
}
