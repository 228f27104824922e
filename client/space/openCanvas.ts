// A canvas with a renderer inside an element: follows its size, draws no more often and no more finely than the machine can, and
// says when it cannot draw at all. A lost context is waited for a moment before anybody is told.

import { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { createPacing } from './view/pacing.ts'
import { fieldOfView } from './view/seatView.ts'

export type SpaceLoss = 'no-webgl' | 'context-lost'

/** Most losses (a driver that starts anew, a laptop that wakes up) are over sooner. */
const PATIENCE_MS = 3000

/** What a picture is drawn with. */
export interface Easel {
  readonly canvas: HTMLCanvasElement
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  readonly camera: PerspectiveCamera
}

export interface CanvasOptions {
  /** What it is, for those who do not see it. */
  readonly label: string
  /** Lets the page shine through where nothing is drawn. */
  readonly clear?: boolean
  /** Draws as finely as the display can, whatever it costs. */
  fine(): boolean
  onLost(reason: SpaceLoss): void
  /** Makes what to draw, once there is something to draw with; returns what moves and draws it by one frame. */
  start(easel: Easel): () => void
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
  const scene = new Scene()
  const camera = new PerspectiveCamera(56, 1, 0.05, 200)
  const run = options.start({ canvas, renderer, scene, camera })
  const pacing = createPacing(devicePixelRatio)
  let ratio = 0
  let size = { width: 0, height: 0 }

  function fit(): void {
    // A headset sets the size of its own picture.
    if (renderer.xr.isPresenting || size.width < 2 || size.height < 2) return
    ratio = options.fine() ? Math.min(devicePixelRatio, 2) : pacing.pixelRatio
    camera.aspect = size.width / size.height
    camera.fov = fieldOfView(camera.aspect)
    camera.updateProjectionMatrix()
    renderer.setPixelRatio(ratio)
    renderer.setSize(size.width, size.height, false)
  }
  const observer = new ResizeObserver(() => {
    size = parent.getBoundingClientRect()
    fit()
    // A new size empties the canvas: drawn at once, so that nothing flickers.
    if (ratio > 0 && !renderer.xr.isPresenting) run()
  })
  observer.observe(parent)
  renderer.xr.addEventListener('sessionend', fit)

  renderer.setAnimationLoop((nowMs) => {
    if (renderer.xr.isPresenting) return run()
    if (ratio === 0 || !pacing.due(nowMs)) return
    if (!options.fine() && pacing.pixelRatio !== ratio) fit()
    run()
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
    renderer.setAnimationLoop(null)
    clearTimeout(losing)
    observer.disconnect()
    canvas.removeEventListener('webglcontextlost', lost)
    canvas.removeEventListener('webglcontextrestored', restored)
    renderer.dispose()
    // Browsers keep only a few pictures alive, and take the oldest away when there are more.
    renderer.forceContextLoss()
    canvas.remove()
  }
}
