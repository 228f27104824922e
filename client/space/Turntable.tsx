// One of the hearth-folk to look at from all sides, as they will sit in the circle: turns slowly, or as it is dragged, and greets
// whoever chooses it. Lazily loaded by the porch, which has its flat portraits without it.

import { useEffect, useRef, useState } from 'react'
import type { Avatar } from '#protocol/meeting.ts'
import { createFrameRun } from './frame.ts'
import { openCanvas, type Easel } from './openCanvas.ts'
import { createTurntableStage, type TurntableStage } from './turntableStage.ts'

export interface TurntableProps {
  readonly avatar: Avatar
  /** Null: as the system says. */
  readonly reducedMotion: boolean | null
  /** The figure can be seen from now on. */
  readonly onShown?: () => void
  /** No picture can be drawn: the portrait stays. */
  readonly onLost?: () => void
}

/** Shows one figure on its chair; fills its nearest positioned parent. */
export function Turntable(props: TurntableProps) {
  const { avatar, reducedMotion } = props
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const [stage, setStage] = useState<TurntableStage | null>(null)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (!holder.current) return undefined
    let made: TurntableStage | null = null
    const start = (easel: Easel) => {
      made = createTurntableStage(easel.canvas, () => latest.current.onShown?.())
      setStage(made)
      easel.scene.add(made.root)
      return createFrameRun(easel, made.steps, made.still, () => undefined)
    }
    const close = openCanvas(holder.current, {
      label: 'Your figure, turning slowly. Drag to turn it.',
      clear: true,
      fine: () => false,
      onLost: () => latest.current.onLost?.(),
      start,
    })
    return () => {
      close()
      made?.stop()
      setStage(null)
    }
  }, [])
  useEffect(() => stage?.show(avatar), [stage, avatar])
  useEffect(() => stage?.setReducedMotion(reducedMotion), [stage, reducedMotion])
  return <div ref={holder} style={{ position: 'absolute', inset: 0 }} />
}
