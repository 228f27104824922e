// How simulated people sit: within what the bytes of a pose can say, looking at who speaks, and never twice in step.

import { expect, test } from 'vitest'
import { seatPlaces } from '#protocol/circle.ts'
import { decodePose, encodePose, HEAD_REACH, type Pose } from '#protocol/pose.ts'
import { simulatedPose, turnTowards, yawBetween } from '../../../client/practice/simulatedPose.ts'

const fresh = (): Pose => ({ x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null })
function poseOf(seed: number, seconds: number, speaking = false, resting = false, yaw = 0): Pose {
  const pose = fresh()
  simulatedPose(seed, seconds, yaw, { speaking, resting }, pose)
  return pose
}

test('every pose survives the wire as it is', () => {
  for (let second = 0; second < 300; second += 0.7) {
    for (const speaking of [false, true]) {
      const pose = poseOf(second * 31, second, speaking)
      const read = decodePose(encodePose(pose, 1, 1))?.pose
      expect(Math.hypot(pose.x, pose.y, pose.z)).toBeLessThan(HEAD_REACH / 2)
      expect(
        Math.abs(
          (read?.qw ?? 0) * pose.qw + (read?.qx ?? 0) * pose.qx + (read?.qy ?? 0) * pose.qy + (read?.qz ?? 0) * pose.qz,
        ),
      ).toBeGreaterThan(0.999)
      expect(read?.right === null).toBe(!speaking)
    }
  }
})

test('the same seed at the same time is the same pose, and two people do not move in step', () => {
  expect(poseOf(5, 12.3)).toEqual(poseOf(5, 12.3))
  expect(poseOf(5, 12.3)).not.toEqual(poseOf(6, 12.3))
})

test('who rests lowers the head', () => {
  expect(poseOf(5, 3, false, true).qx).toBeLessThan(poseOf(5, 3).qx - 0.1)
})

test('a head turns to who speaks, and not at once', () => {
  const places = seatPlaces(8)
  const [from, left, right] = [places[0]!, places[1]!, places[7]!]
  expect(yawBetween(from, left)).toBeGreaterThan(0.3)
  expect(yawBetween(from, right)).toBeLessThan(-0.3)
  expect(Math.abs(yawBetween(from, places[4]!))).toBeLessThan(0.01)
  const first = turnTowards(0, 1, 0.1)
  expect(first).toBeGreaterThan(0.1)
  expect(first).toBeLessThan(0.5)
  let yaw = 0
  for (let count = 0; count < 40; count++) yaw = turnTowards(yaw, 3, 0.1)
  expect(yaw).toBeCloseTo(1.1, 2)
})
