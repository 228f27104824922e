// Where a seated person looks: a wish (from mouse, keys, touch), eased towards, clamped to what a neck and a chair allow.
// Pure; radians in the seat's frame: yaw grows to the left, pitch grows upwards.

import type { Pose } from '#protocol/pose.ts'
import { easing } from '../frame.ts'

export const MAX_YAW = 2.6
export const MAX_PITCH = 0.75
export const MIN_PITCH = -0.95
/** A little down, where the table and the others' faces are. */
export const HOME_PITCH = -0.06
const RATE = 9
/** Still at the seam of a clamp: below this nothing has moved. */
const STILL = 1e-5

export interface Look {
  yaw: number
  pitch: number
  wishYaw: number
  wishPitch: number
  /** A small turn of the head towards the pointer, on top of the wish. */
  glanceYaw: number
  glancePitch: number
}

/** Creates a look straight at the centre. */
export function createLook(): Look {
  return { yaw: 0, pitch: HOME_PITCH, wishYaw: 0, wishPitch: HOME_PITCH, glanceYaw: 0, glancePitch: 0 }
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Turns the wish by radians, within the clamp. */
export function turnBy(look: Look, yaw: number, pitch: number): void {
  look.wishYaw = clamp(look.wishYaw + yaw, -MAX_YAW, MAX_YAW)
  look.wishPitch = clamp(look.wishPitch + pitch, MIN_PITCH, MAX_PITCH)
}

/** Wishes to look at the centre again. */
export function lookHome(look: Look): void {
  look.wishYaw = 0
  look.wishPitch = HOME_PITCH
  look.glanceYaw = 0
  look.glancePitch = 0
}

/** Moves the look towards its wish for `delta` seconds; true when it moved. */
export function easeLook(look: Look, delta: number): boolean {
  const share = easing(RATE, delta)
  const yaw = (look.wishYaw + look.glanceYaw - look.yaw) * share
  const pitch = (clamp(look.wishPitch + look.glancePitch, MIN_PITCH, MAX_PITCH) - look.pitch) * share
  look.yaw += yaw
  look.pitch += pitch
  return Math.abs(yaw) + Math.abs(pitch) > STILL
}

/** Writes the head's pose of a look into `out`: at the seat's eye point, turned, no hands. */
export function lookPose(look: Look, out: Pose): void {
  const sinYaw = Math.sin(look.yaw / 2)
  const cosYaw = Math.cos(look.yaw / 2)
  const sinPitch = Math.sin(look.pitch / 2)
  const cosPitch = Math.cos(look.pitch / 2)
  out.x = 0
  out.y = 0
  out.z = 0
  out.qx = cosYaw * sinPitch
  out.qy = sinYaw * cosPitch
  out.qz = -sinYaw * sinPitch
  out.qw = cosYaw * cosPitch
  out.left = null
  out.right = null
}
