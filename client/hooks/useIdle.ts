// Tells when nothing has been touched for a while, so that controls may step back.

import { useEffect, useState } from 'react'

const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'touchstart'] as const

export function useIdle(afterMs: number): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    let timer = setTimeout(setIdle, afterMs, true)
    const wake = () => (clearTimeout(timer), setIdle(false), (timer = setTimeout(setIdle, afterMs, true)))
    EVENTS.forEach((type) => addEventListener(type, wake, { passive: true }))
    return () => (clearTimeout(timer), EVENTS.forEach((type) => removeEventListener(type, wake)))
  }, [afterMs])
  return idle
}
