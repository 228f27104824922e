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

/** Creates what runs all steps once, in order; `onFrame` hears what it cost, `still` says whether idle motion stands still. */
export function createFrameRun(
  parts: Pick<Frame, 'renderer' | 'scene' | 'camera'>,
  steps: readonly Step[],
  still: () => boolean,
  onFrame: (info: FrameInfo) => void,
): () => void {
  const frame: Frame = { ...parts, nowMs: performance.now(), seconds: 0, delta: 0, idleSeconds: 0 }
  const ordered = [...steps].sort((a, b) => a.at - b.at)
  const { render } = parts.renderer.info
  const info = { draws: 0, triangles: 0, scriptMs: 0 }
  return () => {
    const nowMs = performance.now()
    frame.delta = Math.min((nowMs - frame.nowMs) / 1000, 0.1)
    frame.nowMs = nowMs
    frame.seconds += frame.delta
    if (!still()) frame.idleSeconds += frame.delta
    for (let i = 0; i < ordered.length; i++) ordered[i]!.run(frame)
    info.draws = render.calls
    info.triangles = render.triangles
    info.scriptMs = performance.now() - nowMs
    onFrame(info)
  }
}
