// One frame of the space: what every step may read. Steps run in the order of their numbers, allocate nothing and set no state.

import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'

export interface Frame {
  /** performance.now() of this frame. */
  nowMs: number
  /** Seconds since the space was opened, for shaders. */
  seconds: number
  /** Seconds since the frame before, at most 0.1. */
  delta: number
  /** Seconds of idle motion; stands still under reduced motion. */
  idleSeconds: number
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: PerspectiveCamera
}

export interface Step {
  readonly name: string
  /** Lower runs earlier. */
  readonly at: number
  run(frame: Frame): void
}

/** What one frame cost, as the renderer counts it. */
export interface FrameInfo {
  readonly draws: number
  readonly triangles: number
  /** Milliseconds of our own code in this frame, with handing the draws to the driver. */
  readonly scriptMs: number
}

/** Returns how far to go towards a target in `delta` seconds when `rate` is 1/seconds; the same at any frame rate. */
export function easing(rate: number, delta: number): number {
  return 1 - Math.exp(-rate * delta)
}
