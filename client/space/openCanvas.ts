// A canvas with a renderer and a React root inside an element: follows its size, draws no more often and no more finely than the
// machine can, and says when it cannot draw at all. A lost context is waited for a moment before anybody is told.

import { createRoot, type ReconcilerRoot } from '@react-three/fiber'
import type { ReactNode } from 'react'
import { PerspectiveCamera, WebGLRenderer } from 'three'
import { createPacing } from './view/pacing.ts'
import { fieldOfView } from './view/seatView.ts'

export type SpaceLoss = 'no-webgl' | 'context-lost'

/** Most losses (a driver that starts anew, a laptop that wakes up) are over sooner. */
const PATIENCE_MS = 3000

export interface CanvasOptions {
  /** What it is, for those who do not see it. */
  readonly label: string
  /** Lets the page shine through where nothing is drawn. */
  readonly clear?: boolean
  /** Draws as finely as the display can, whatever it costs. */
  fine(): boolean
  onLost(reason: SpaceLoss): void
  /** Makes what to draw, once there is something to draw with. */
  start(canvas: HTMLCanvasElement, renderer: WebGLRenderer): ReactNode
}

function createCanvas(parent: HTMLElement, label: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', label)
  Object.assign(canvas.style, {
    display: 'block',
    width: '100%',
    height: '100%',
    touchAction: 'none',
    outlineOffset: '-3px',
  })
  parent.append(canvas)
  return canvas
}

/** Opens a canvas in `parent`; returns what closes it. */
export function openCanvas(parent: HTMLElement, options: CanvasOptions): () => void {
  const canvas = createCanvas(parent, options.label)
  let renderer: WebGLRenderer
  try {
    renderer = new WebGLRenderer({
      canvas,
      antialias: true,
      alpha: options.clear ?? false,
      powerPreference: 'high-performance',
    })
  } catch {
    // No WebGL for us (old device, blocked, too many pictures): the simple page is the same meeting.
    canvas.remove()
    options.onLost('no-webgl')
    return () => undefined
  }
  renderer.setClearColor(0x0b0d10, options.clear ? 0 : 1)
  const camera = new PerspectiveCamera(56, 1, 0.05, 200)
  const content = options.start(canvas, renderer)
  const pacing = createPacing(devicePixelRatio)
  let root: ReconcilerRoot<HTMLCanvasElement> | null = createRoot(canvas)
  let invalidate: (() => void) | null = null
  let ratio = 0

  async function fit(): Promise<void> {
    const { width, height } = parent.getBoundingClientRect()
    if (width < 2 || height < 2 || !root) return
    ratio = options.fine() ? Math.min(devicePixelRatio, 2) : pacing.pixelRatio
    camera.fov = fieldOfView(width / height)
    const size = { width, height, top: 0, left: 0 }
    await root.configure({ gl: renderer, camera, flat: true, frameloop: 'demand', dpr: ratio, size })
    if (!root || invalidate) return
    invalidate = root.render(content).getState().invalidate
  }
  const observer = new ResizeObserver(() => void fit())
  observer.observe(parent)

  let asked = requestAnimationFrame(function pace(nowMs) {
    asked = requestAnimationFrame(pace)
    if (!invalidate || !pacing.due(nowMs)) return
    if (!options.fine() && pacing.pixelRatio !== ratio) void fit()
    invalidate()
  })

  let losing: ReturnType<typeof setTimeout> | undefined
  const lost = (event: Event) => {
    event.preventDefault()
    losing = setTimeout(() => options.onLost('context-lost'), PATIENCE_MS)
  }
  const restored = () => clearTimeout(losing)
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', restored)

  return () => {
    cancelAnimationFrame(asked)
    clearTimeout(losing)
    observer.disconnect()
    canvas.removeEventListener('webglcontextlost', lost)
    canvas.removeEventListener('webglcontextrestored', restored)
    root?.unmount()
    root = null
    renderer.dispose()
    canvas.remove()
  }
}
