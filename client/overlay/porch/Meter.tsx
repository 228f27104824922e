// A row of lights that follows a voice. Written to directly: fifteen times a second is no business of React's.

import { useImperativeHandle, useRef, type RefObject } from 'react'

export interface MeterHandle {
  /** 0–1. */
  show(level: number): void
}

const LIGHTS = 24

export function Meter({ handle, running }: { handle: RefObject<MeterHandle | null>; running: boolean }) {
  const row = useRef<HTMLDivElement>(null)
  useImperativeHandle(handle, () => ({
    show(level) {
      const lit = Math.round(level * LIGHTS)
      const lights = row.current?.querySelectorAll('i') ?? []
      for (const [at, light] of [...lights].entries()) light.dataset['lit'] = String(at < lit)
    },
  }))
  return (
    <div className="meter" data-running={running} aria-hidden="true" ref={row}>
      {Array.from({ length: LIGHTS }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  )
}
