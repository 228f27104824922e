// One's own eyes in a headset: sets the camera's rig so that they are at the seat's eye point, and says where head and hands are.
// The first step of a frame in a headset; everything after it reads `head` in the seat's own frame.

import { Group, type PerspectiveCamera, type WebGLRenderer } from 'three'
import { EYE_HEIGHT, type SeatPlace } from '#protocol/circle.ts'
import type { Pose } from '#protocol/pose.ts'
import { createSeatFrame, type SeatFrame, type Turned } from '../../headset/seatFrame.ts'
import { fromSeat } from '../view/seatView.ts'

export interface SeatedEyes {
  readonly frame: SeatFrame
  /** In the seat's frame. */
  readonly head: Readonly<Turned>
  /** Sits down in the middle of the seat with the next frame in which the headset knows where it is. */
  recentre(): void
  /** Turns on the spot, radians, positive to the left. */
  turn(radians: number): void
  /** Reads the headset and places the camera; false while it does not know where it is. */
  update(renderer: WebGLRenderer, camera: PerspectiveCamera, place: SeatPlace): boolean
  /** Writes the head into a pose as others are told it. */
  writeHead(pose: Pose): void
  /** Gives the camera back to the flat view. */
  release(camera: PerspectiveCamera): void
}

/** Creates eyes that sit down with their first frame. */
export function createSeatedEyes(): SeatedEyes {
  const frame = createSeatFrame()
  const rig = new Group()
  const raw: Turned = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1 }
  const head: Turned = { ...raw, y: EYE_HEIGHT }
  let wantsCentre = true
  let space: XRReferenceSpace | null = null
  const recentre = () => {
    wantsCentre = true
  }

  /** The system's own recentre moves the origin under us: one sits down anew. */
  function follow(next: XRReferenceSpace | null) {
    if (next === space) return
    space?.removeEventListener('reset', recentre)
    space = next
    space?.addEventListener('reset', recentre)
  }

  return {
    frame,
    head,
    recentre,
    turn: (radians) => frame.turn(raw, radians),
    update(renderer, camera, place) {
      follow(renderer.xr.getReferenceSpace())
      const viewer = space && renderer.xr.getFrame()?.getViewerPose(space)
      if (viewer) {
        const { position, orientation } = viewer.transform
        raw.x = position.x
        raw.y = position.y
        raw.z = position.z
        raw.qx = orientation.x
        raw.qy = orientation.y
        raw.qz = orientation.z
        raw.qw = orientation.w
        if (wantsCentre) frame.recentre(raw)
        wantsCentre = false
        frame.toSeat(raw, head)
      }
      if (camera.parent !== rig) rig.add(camera)
      fromSeat(place, frame.shift.x, frame.shift.y, frame.shift.z, rig.position)
      rig.rotation.set(0, place.yaw + frame.yaw, 0)
      rig.updateMatrix()
      rig.matrixWorld.copy(rig.matrix)
      return Boolean(viewer)
    },
    writeHead(pose) {
      pose.x = head.x
      pose.y = head.y - EYE_HEIGHT
      pose.z = head.z
      pose.qx = head.qx
      pose.qy = head.qy
      pose.qz = head.qz
      pose.qw = head.qw
    },
    release(camera) {
      if (camera.parent !== rig) return
      rig.remove(camera)
      follow(null)
      wantsCentre = true
    },
  }
}
