// The circle in three dimensions: fills its parent with a canvas. This file is the table of contents of a frame; what happens in
// each step is elsewhere. Lazily loaded: the porch never needs it.

import { useEffect, useRef, useState } from 'react'
import { useSession } from '../hooks/useSession.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { createFrameRun, type FrameInfo, type Step } from './frame.ts'
import { attachHeadset } from './headset/attachHeadset.ts'
import { openCanvas, type Easel, type SpaceLoss } from './openCanvas.ts'
import type { ShownRoom } from './rooms/scenery.ts'
import { SoftLine } from './SoftLine.tsx'
import { createStage, type Stage, type Viewpoint } from './stage.ts'

export interface SpaceProps {
  /** No picture can be drawn, and why, in a sentence: the simple page takes over. */
  readonly onLost?: (reason: string) => void
  /** For benches: called after every frame; the object is the same each time. */
  readonly onFrame?: (info: FrameInfo) => void
  /** For benches and pictures: another room is shown from now on. */
  readonly onRoom?: (room: ShownRoom) => void
  /** Looks from here instead of from one's own seat, and draws as finely as the display can (pictures). */
  readonly viewpoint?: Viewpoint
}

/** Every step of a frame; lower numbers run earlier. */
function stepsOf(stage: Stage): readonly Step[] {
  return [
    { at: 10, name: 'look: mouse, keys, touch', run: stage.look },
    {
      at: 20,
      name: 'view: the camera at the seat or the headset’s eyes at it, the head to others and to the ears',
      run: stage.view,
    },
    { at: 30, name: 'people: poses, gestures, breath', run: stage.movePeople },
    { at: 40, name: 'things: piece, candle, lamps, and what glows', run: stage.moveThings },
    { at: 50, name: 'names: tags over heads', run: stage.moveNames },
    { at: 60, name: 'room: fire, sky, the fade between rooms', run: stage.moveRoom },
    { at: 90, name: 'draw', run: (frame) => frame.renderer.render(frame.scene, frame.camera) },
  ]
}

const LOST: Readonly<Record<SpaceLoss, string>> = {
  'no-webgl': 'This browser cannot draw the room.',
  'context-lost': 'The picture of the room was lost. Nothing else has changed.',
}

/** Shows the circle from one's own seat; fills its nearest positioned parent. */
export function Space(props: SpaceProps) {
  const session = useSession()
  const [settings] = useSettings()
  const { viewpoint } = props
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const [stage, setStage] = useState<Stage | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    if (!holder.current) return undefined
    let made: Stage | null = null
    let detach = () => {}
    const start = (easel: Easel) => {
      made = createStage(session, easel.canvas, easel.renderer, setTrouble, (room) => latest.current.onRoom?.(room))
      setStage(made)
      easel.scene.add(made.root)
      detach = attachHeadset(easel.renderer, session.headset)
      return createFrameRun(easel, stepsOf(made), made.still, (info) => latest.current.onFrame?.(info))
    }
    const close = openCanvas(holder.current, {
      label: 'The circle. Arrow keys look around, Home looks to the middle.',
      fine: () => latest.current.viewpoint !== undefined,
      onLost(reason) {
        session.headset.leave()
        latest.current.onLost?.(LOST[reason])
      },
      start,
    })
    return () => {
      detach()
      close()
      made?.stop()
      setStage(null)
    }
  }, [session])
  useEffect(() => stage?.setSettings(settings), [stage, settings])
  useEffect(() => stage?.setViewpoint(viewpoint ?? null), [stage, viewpoint])

  return (
    <div ref={holder} style={{ position: 'absolute', inset: 0, overflow: 'hidden' }}>
      <SoftLine text={trouble} />
    </div>
  )
}
