// One of the hearth-folk to look at from all sides, as they will sit in the circle: turns slowly, or as it is dragged, and greets
// whoever chooses it. Lazily loaded by the porch, which has its flat portraits without it.

import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { PerspectiveCamera } from 'three'
import type { Avatar } from '#protocol/meeting.ts'
import { createFrameRun } from './frame.ts'
import { openCanvas } from './openCanvas.ts'
import { createTurntableStage, type TurntableStage } from './turntableStage.ts'

function Contents({ stage }: { readonly stage: TurntableStage }) {
  const { gl, scene, camera } = useThree()
  const [run] = useState(() =>
    camera instanceof PerspectiveCamera
      ? createFrameRun({ renderer: gl, scene, camera }, stage.steps, stage.still, () => undefined)
      : () => undefined,
  )
  useFrame(run, 1)
  return <primitive object={stage.root} />
}

export interface TurntableProps {
  readonly avatar: Avatar
  /** Null: as the system says. */
  readonly reducedMotion: boolean | null
  /** No picture can be drawn: the portrait stays. */
  readonly onLost?: () => void
}

/** Shows one figure on its chair; fills its nearest positioned parent. */
export function Turntable({ avatar, reducedMotion, onLost }: TurntableProps) {
  const holder = useRef<HTMLDivElement>(null)
  const lost = useRef(onLost)
  const [stage, setStage] = useState<TurntableStage | null>(null)
  useEffect(() => {
    lost.current = onLost
  })
  useEffect(() => {
    if (!holder.current) return undefined
    let made: TurntableStage | null = null
    const start = (canvas: HTMLCanvasElement) => {
      made = createTurntableStage(canvas)
      setStage(made)
      return <Contents stage={made} />
    }
    const close = openCanvas(holder.current, {
      label: 'Your figure, turning slowly. Drag to turn it.',
      clear: true,
      fine: () => false,
      onLost: () => lost.current?.(),
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
