// A panel that came where the hand was stays there, and comes along only when it has been left behind for a while. Pure; metres
// and radians in the seat's frame.

import type { Point, Turned } from './seatFrame.ts'
import { pitchOf, yawOf } from './seatFrame.ts'

/** Where a panel may be: not in one's face, and in reach of the arm that points. */
const NEAREST = 0.5
const FARTHEST = 0.78
/** Further from the middle of the view than this, for so long, and it is left behind. */
const BEHIND = 0.95
const PATIENCE_SECONDS = 1.2
/** It comes to a little beside and below where one looks, so that it covers nobody's face. */
const BESIDE = 0.42
const BELOW = -0.34
const COMFORTABLE = 0.64
const RATE = 4

export interface LazyFollow {
  /** Puts the panel where a hand is. */
  place(head: Turned, hand: Point): void
  /** Puts it in front, a little to one side: for what comes by itself. */
  placeInFront(head: Turned, left: boolean): void
  /** Moves the panel at `at` if it was left behind. */
  update(head: Turned, delta: number): void
  readonly at: Point
}

/** Creates the place of a panel. */
export function createLazyFollow(): LazyFollow {
  const at: Point = { x: 0, y: 1, z: -0.6 }
  const to: Point = { x: 0, y: 1, z: -0.6 }
  let behind = 0
  let coming = false
  let side = -1

  function front(head: Turned) {
    const yaw = yawOf(head) + BESIDE * side
    to.x = head.x - Math.sin(yaw) * Math.cos(BELOW) * COMFORTABLE
    to.y = head.y + Math.sin(BELOW) * COMFORTABLE
    to.z = head.z - Math.cos(yaw) * Math.cos(BELOW) * COMFORTABLE
  }

  return {
    at,
    place(head, hand) {
      const [x, y, z] = [hand.x - head.x, hand.y + 0.1 - head.y, hand.z - head.z]
      const far = Math.hypot(x, y, z) || 1
      const wanted = Math.min(FARTHEST, Math.max(NEAREST, far)) / far
      at.x = head.x + x * wanted
      at.y = head.y + y * wanted
      at.z = head.z + z * wanted
      side = x > 0 ? -1 : 1
      coming = false
      behind = 0
    },
    placeInFront(head, left) {
      side = left ? 1 : -1
      front(head)
      Object.assign(at, to)
      coming = false
      behind = 0
    },
    update(head, delta) {
      const [x, y, z] = [at.x - head.x, at.y - head.y, at.z - head.z]
      const far = Math.hypot(x, y, z)
      const yaw = Math.atan2(-x, -z) - yawOf(head)
      const pitch = Math.asin(Math.max(-1, Math.min(1, y / (far || 1)))) - pitchOf(head)
      const off = Math.hypot(Math.atan2(Math.sin(yaw), Math.cos(yaw)), pitch)
      const left = off > BEHIND || far > FARTHEST * 1.4 || far < NEAREST * 0.6
      behind = left ? behind + delta : 0
      if (behind > PATIENCE_SECONDS) coming = true
      if (!coming) return
      front(head)
      const share = 1 - Math.exp(-RATE * delta)
      at.x += (to.x - at.x) * share
      at.y += (to.y - at.y) * share
      at.z += (to.z - at.z) * share
      if (Math.hypot(at.x - to.x, at.y - to.y, at.z - to.z) < 0.01) coming = false
    },
  }
}
