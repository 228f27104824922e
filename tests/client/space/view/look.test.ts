import { describe, expect, test } from 'vitest'
import type { Pose } from '#protocol/pose.ts'
import {
  createLook,
  easeLook,
  HOME_PITCH,
  lookHome,
  lookPose,
  MAX_PITCH,
  MAX_YAW,
  MIN_PITCH,
  turnBy,
} from '../../../../client/space/view/look.ts'

const blank = (): Pose => ({ x: 9, y: 9, z: 9, qx: 0, qy: 0, qz: 0, qw: 0, left: null, right: null })

function settle(look: ReturnType<typeof createLook>): void {
  for (let i = 0; i < 400; i++) easeLook(look, 1 / 60)
}

describe('where a seated person looks', () => {
  test('a neck turns no further than it can, however far the mouse is dragged', () => {
    const look = createLook()
    turnBy(look, 50, 50)
    settle(look)
    expect(look.yaw).toBeCloseTo(MAX_YAW, 3)
    expect(look.pitch).toBeCloseTo(MAX_PITCH, 3)
    turnBy(look, -90, -90)
    settle(look)
    expect(look.yaw).toBeCloseTo(-MAX_YAW, 3)
    expect(look.pitch).toBeCloseTo(MIN_PITCH, 3)
  })

  test('a glance at the pointer never tips the head past its clamp', () => {
    const look = createLook()
    turnBy(look, 0, 50)
    look.glancePitch = 1
    settle(look)
    expect(look.pitch).toBeLessThanOrEqual(MAX_PITCH)
  })

  test('Home brings the eyes back to the middle of the circle', () => {
    const look = createLook()
    turnBy(look, 1, 0.5)
    settle(look)
    lookHome(look)
    settle(look)
    expect(look.yaw).toBeCloseTo(0, 4)
    expect(look.pitch).toBeCloseTo(HOME_PITCH, 4)
  })

  test('a turn is eased, so that one frame never shows all of it', () => {
    const look = createLook()
    turnBy(look, 1, 0)
    easeLook(look, 1 / 60)
    expect(look.yaw).toBeGreaterThan(0)
    expect(look.yaw).toBeLessThan(0.4)
  })

  test('easing is the same in two short frames as in one long one', () => {
    const [one, two] = [createLook(), createLook()]
    turnBy(one, 1, 0)
    turnBy(two, 1, 0)
    easeLook(one, 0.1)
    easeLook(two, 0.05)
    easeLook(two, 0.05)
    expect(two.yaw).toBeCloseTo(one.yaw, 10)
  })

  test('a head that has come to rest says so, and nothing more is sent', () => {
    const look = createLook()
    turnBy(look, 0.3, 0)
    expect(easeLook(look, 1 / 60)).toBe(true)
    settle(look)
    expect(easeLook(look, 1 / 60)).toBe(false)
  })

  test('looking to the left is a turn about +y in the pose that others see', () => {
    const look = createLook()
    turnBy(look, Math.PI / 2, -HOME_PITCH)
    settle(look)
    const pose = blank()
    lookPose(look, pose)
    expect(pose.qy).toBeCloseTo(Math.SQRT1_2, 3)
    expect(pose.qw).toBeCloseTo(Math.SQRT1_2, 3)
    expect([pose.x, pose.y, pose.z]).toEqual([0, 0, 0])
  })

  test('the pose of any look is a unit quaternion without roll at the horizon', () => {
    const look = createLook()
    turnBy(look, -1.1, 0.4)
    settle(look)
    const pose = blank()
    lookPose(look, pose)
    expect(Math.hypot(pose.qx, pose.qy, pose.qz, pose.qw)).toBeCloseTo(1, 10)
    // The head's right hand side stays level: its y is 2(xy + zw).
    expect(2 * (pose.qx * pose.qy + pose.qz * pose.qw)).toBeCloseTo(0, 10)
  })
})
