// The circle in three dimensions: fills its parent with a canvas. This file is the table of contents of a frame; what happens in
// each step is elsewhere. Lazily loaded: the porch never needs it.

import { createRoot, useFrame, useThree, type ReconcilerRoot } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { PerspectiveCamera, WebGLRenderer } from 'three'
import type { Session } from '../meeting/session.ts'
import type { Frame, FrameInfo, Step } from './frame.ts'
import { createStage, type Stage, type Viewpoint } from './stage.ts'
import { fieldOfView } from './view/seatView.ts'

export type SpaceLoss = 'no-webgl' | 'context-lost'

/** What this device prefers; null: as the system says. */
export interface SpaceSettings {
  readonly reducedMotion: boolean | null
  readonly namesShown: boolean
}

export interface SpaceProps {
  readonly session: Session
  readonly settings: SpaceSettings
  /** No picture can be drawn: the simple page takes over. Keep the space mounted (hidden), so that it can come back. */
  onLost?(reason: SpaceLoss): void
  /** The picture is back. */
  onRestored?(): void
  /** One calm sentence about something that is missing; the circle goes on. */
  onTrouble?(text: string): void
  /** For benches: called after every frame. */
  onFrame?(info: FrameInfo): void
  /** Looks from here instead of from one's own seat (pictures). */
  readonly viewpoint?: Viewpoint
}

/** Every step of a frame, in order. */
function stepsOf(stage: Stage, frame: Frame): readonly Step[] {
  const steps: Step[] = [
    { at: 10, name: 'look: mouse, keys, touch', run: stage.look },
    { at: 20, name: 'view: the camera at the seat, the head to others and to the ears', run: stage.view },
    { at: 30, name: 'people: poses, gestures, breath', run: stage.movePeople },
    { at: 40, name: 'things: piece, candle, lamps', run: stage.moveThings },
    { at: 50, name: 'names: tags over heads', run: stage.moveNames },
    { at: 60, name: 'room: fire, sky, the fade between rooms', run: stage.moveRoom },
    { at: 90, name: 'draw', run: () => frame.renderer.render(frame.scene, frame.camera) },
  ]
  return steps.sort((a, b) => a.at - b.at)
}

function Contents({ stage, onFrame }: { stage: Stage; onFrame: ((info: FrameInfo) => void) | undefined }) {
  const { gl, scene, camera } = useThree()
  const steps = useRef<readonly Step[]>([])
  const frame = useRef<Frame | null>(null)
  if (!frame.current) {
    frame.current = {
      nowMs: 0,
      seconds: 0,
      delta: 0,
      idleSeconds: 0,
      renderer: gl,
      scene,
      camera: camera as PerspectiveCamera,
    }
    steps.current = stepsOf(stage, frame.current)
  }
  // A positive priority: we draw ourselves, in the last step.
  useFrame((_state, delta) => {
    const now = frame.current!
    const startMs = performance.now()
    now.nowMs = startMs
    now.delta = Math.min(delta, 0.1)
    now.seconds += now.delta
    if (!stage.still()) now.idleSeconds += now.delta
    for (const step of steps.current) step.run(now)
    onFrame?.({
      draws: gl.info.render.calls,
      triangles: gl.info.render.triangles,
      scriptMs: performance.now() - startMs,
    })
  }, 1)
  return <primitive object={stage.root} />
}

export function Space(props: SpaceProps) {
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [stage, setStage] = useState<Stage | null>(null)

  useEffect(() => {
    const parent = holder.current
    if (!parent) return
    return startSpace(parent, latest, setStage)
  }, [props.session])
  useEffect(() => stage?.setSettings(props.settings), [stage, props.settings])
  useEffect(() => stage?.setViewpoint(props.viewpoint ?? null), [stage, props.viewpoint])

  return <div ref={holder} style={{ position: 'absolute', inset: 0, overflow: 'hidden' }} />
}

/** Makes canvas, renderer and stage in `parent`; returns what ends them. */
function startSpace(
  parent: HTMLElement,
  latest: { readonly current: SpaceProps },
  onStage: (stage: Stage | null) => void,
): () => void {
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  canvas.setAttribute('aria-label', 'The circle. Arrow keys look around, Home looks to the middle.')
  canvas.setAttribute('role', 'img')
  Object.assign(canvas.style, {
    display: 'block',
    width: '100%',
    height: '100%',
    touchAction: 'none',
    outlineOffset: '-3px',
  })
  parent.append(canvas)
  let renderer: WebGLRenderer
  try {
    renderer = new WebGLRenderer({ canvas, antialias: true, alpha: false, powerPreference: 'high-performance' })
  } catch {
    // The browser has no WebGL for us (old device, blocked, too many pictures): the simple page is the same meeting.
    canvas.remove()
    latest.current.onLost?.('no-webgl')
    return () => undefined
  }
  const { session, settings } = latest.current
  const stage = createStage(session, settings, canvas, renderer, (text) => latest.current.onTrouble?.(text))
  const camera = new PerspectiveCamera(56, 1, 0.05, 200)
  let root: ReconcilerRoot<HTMLCanvasElement> | null = createRoot(canvas)
  let ready = false

  const measure = () => {
    const { width, height } = parent.getBoundingClientRect()
    if (width < 2 || height < 2 || !root) return
    if (!stage.viewpoint()) camera.fov = fieldOfView(width / height)
    void root
      .configure({
        gl: renderer,
        camera,
        flat: true,
        frameloop: 'always',
        dpr: [1, 2],
        size: { width, height, top: 0, left: 0 },
      })
      .then(() => {
        if (!ready) root?.render(<Contents stage={stage} onFrame={(info) => latest.current.onFrame?.(info)} />)
        ready = true
      })
  }
  const observer = new ResizeObserver(measure)
  observer.observe(parent)
  measure()

  const lost = (event: Event) => {
    event.preventDefault()
    latest.current.onLost?.('context-lost')
  }
  const restored = () => latest.current.onRestored?.()
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', restored)
  onStage(stage)

  return () => {
    observer.disconnect()
    canvas.removeEventListener('webglcontextlost', lost)
    canvas.removeEventListener('webglcontextrestored', restored)
    onStage(null)
    root?.unmount()
    root = null
    stage.stop()
    renderer.dispose()
    canvas.remove()
  }
}
