// The eyes of a seated person: puts the camera at one's own seat and turns it as one looks.

import type { PerspectiveCamera } from 'three'
import { EYE_HEIGHT, type SeatPlace } from '#protocol/circle.ts'
import type { Look } from './look.ts'

/** Vertical field of view in a wide window, radians. */
const FIELD = (56 * Math.PI) / 180
/** In a narrow window the view keeps this much across, so that both neighbours stay near. */
const FIELD_ACROSS = (62 * Math.PI) / 180

/** Returns the vertical field of view in degrees for a window's width over height. */
export function fieldOfView(aspect: number): number {
  const needed = 2 * Math.atan(Math.tan(FIELD_ACROSS / 2) / aspect)
  return (Math.min(Math.max(FIELD, needed), 1.6) * 180) / Math.PI
}

/** Puts the camera where somebody who sits at `place` has their eyes. */
export function sitDown(camera: PerspectiveCamera, place: SeatPlace, look: Look): void {
  camera.position.set(place.x, EYE_HEIGHT, place.z)
  camera.rotation.set(look.pitch, place.yaw + look.yaw, 0, 'YXZ')
}

/** Where a point of a seat's own frame is in the room, written into `out`: x, y, z. */
export function fromSeat(
  place: SeatPlace,
  x: number,
  y: number,
  z: number,
  out: { x: number; y: number; z: number },
): void {
  const sin = Math.sin(place.yaw)
  const cos = Math.cos(place.yaw)
  out.x = place.x + x * cos + z * sin
  out.y = y
  out.z = place.z - x * sin + z * cos
}
