import { Quaternion, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import { GESTURES } from '#protocol/signals.ts'
import { GESTURE_SECONDS, gestureBearing, gestureWeight } from '../../../../client/space/people/gestures.ts'
import {
  aim,
  copyBearing,
  createBearing,
  CUPPED,
  mixBearing,
  PIECE_AT,
  RAISED,
  RESTING,
  sameBearing,
  type HandTarget,
} from '../../../../client/space/people/handPoses.ts'

const turned = ({ qx, qy, qz, qw }: HandTarget, x: number, y: number, z: number) =>
  new Vector3(x, y, z).applyQuaternion(new Quaternion(qx, qy, qz, qw))
const fingers = (hand: HandTarget) => turned(hand, 0, 0, -1)
const palm = (hand: HandTarget) => turned(hand, 0, -1, 0)

describe('a hand that is aimed', () => {
  test('points its fingers and turns its palm where it is told, in any direction', () => {
    const { left: hand } = createBearing()
    const directions = [
      [0, 0, -1, 0, -1, 0],
      [0, 1, 0, 0, 0, -1],
      [1, 0, 0, 0, 1, 0],
      [0, -1, 0, 0, 0, 1],
      [0, 0, 1, 0, -1, 0],
      [-0.6, 0.64, -0.48, 0.8, 0.48, -0.36],
    ] as const
    for (const [fx, fy, fz, mx, my, mz] of directions) {
      aim(hand, fx, fy, fz, mx, my, mz)
      expect(Math.hypot(hand.qx, hand.qy, hand.qz, hand.qw)).toBeCloseTo(1, 6)
      expect(hand.qw).toBeGreaterThanOrEqual(0)
      expect(fingers(hand).distanceTo(new Vector3(fx, fy, fz).normalize())).toBeLessThan(1e-6)
      expect(palm(hand).dot(new Vector3(mx, my, mz).normalize())).toBeGreaterThan(0.99)
    }
  })
})

describe('hands that nobody tracks', () => {
  test('rest on the lap, left on the left, mirror images of each other', () => {
    const bearing = RESTING
    expect(bearing.left.x).toBe(-bearing.right.x)
    expect(bearing.left.x).toBeLessThan(0)
    expect(bearing.left.y).toBe(bearing.right.y)
    expect(fingers(bearing.left).x).toBeCloseTo(-fingers(bearing.right).x, 6)
    expect(palm(bearing.right).y).toBeLessThan(-0.9)
  })

  test('a raised hand is beside the head, palm to the circle, and the other stays on the lap', () => {
    const bearing = RAISED
    expect(bearing.right.y).toBeGreaterThan(1.2)
    expect(fingers(bearing.right).y).toBeGreaterThan(0.9)
    expect(palm(bearing.right).z).toBeLessThan(-0.8)
    expect(bearing.left.y).toBeLessThan(0.8)
  })

  test('both hands are round the piece', () => {
    for (const { x, y, z } of [CUPPED.left, CUPPED.right]) {
      expect(Math.hypot(x - PIECE_AT[0], y - PIECE_AT[1], z - PIECE_AT[2])).toBeLessThan(0.13)
    }
  })
})

describe('gestures', () => {
  test.each(GESTURES)('%s begins and ends in rest and is whole in between', (gesture) => {
    const seconds = GESTURE_SECONDS[gesture]
    expect(gestureWeight(gesture, -1)).toBe(0)
    expect(gestureWeight(gesture, 0)).toBe(0)
    expect(gestureWeight(gesture, seconds / 2)).toBe(1)
    expect(gestureWeight(gesture, seconds)).toBe(0)
    expect(gestureWeight(gesture, seconds + 5)).toBe(0)
  })

  test.each(GESTURES)('%s keeps both hands within an arm’s reach of the body, never behind it', (gesture) => {
    const bearing = createBearing()
    for (let t = 0; t < GESTURE_SECONDS[gesture]; t += 0.05) {
      gestureBearing(gesture, t, bearing)
      for (const { x, y, z } of [bearing.left, bearing.right]) {
        expect(Math.hypot(x, y - 1, z)).toBeLessThan(0.62)
        expect(z).toBeLessThan(-0.1)
      }
    }
  })

  test('a wave goes to both sides, a clap brings the palms together and apart', () => {
    const bearing = createBearing()
    const leans: number[] = []
    const gaps: number[] = []
    for (let t = 0; t < 2; t += 0.02) {
      gestureBearing('wave', t, bearing)
      leans.push(fingers(bearing.right).x)
      gestureBearing('clap', t, bearing)
      gaps.push(bearing.right.x - bearing.left.x)
    }
    expect(Math.min(...leans)).toBeLessThan(-0.15)
    expect(Math.max(...leans)).toBeGreaterThan(0.15)
    expect(Math.min(...gaps)).toBeLessThan(0.08)
    expect(Math.max(...gaps)).toBeGreaterThan(0.15)
  })

  test('every two gestures differ for somebody who sees only the hands', () => {
    const at = GESTURES.map((gesture) => {
      const bearing = createBearing()
      gestureBearing(gesture, 1.3, bearing)
      return bearing
    })
    for (const [i, one] of at.entries()) {
      for (const other of at.slice(i + 1)) {
        const far =
          Math.hypot(one.right.x - other.right.x, one.right.y - other.right.y, one.right.z - other.right.z) +
          Math.hypot(one.left.x - other.left.x, one.left.y - other.left.y, one.left.z - other.left.z) +
          fingers(one.right).distanceTo(fingers(other.right))
        expect(far).toBeGreaterThan(0.3)
      }
    }
  })
})

describe('mixing', () => {
  test('half way is between, whole is there, and turns stay unit turns', () => {
    const [from, to] = [createBearing(), RAISED]
    copyBearing(from, RESTING)
    expect(sameBearing(from, RESTING)).toBe(true)
    expect(sameBearing(from, to)).toBe(false)
    mixBearing(from, to, { share: 0.5 })
    expect(from.right.y).toBeGreaterThan(0.8)
    expect(from.right.y).toBeLessThan(1.2)
    expect(Math.hypot(from.right.qx, from.right.qy, from.right.qz, from.right.qw)).toBeCloseTo(1, 6)
    mixBearing(from, to, { share: 1 })
    expect(from.right).toEqual(
      expect.objectContaining({ x: expect.closeTo(to.right.x, 6), y: expect.closeTo(to.right.y, 6) }),
    )
  })
})
