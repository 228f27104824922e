// Listens to single keys for as long as a component is shown.

import { useEffect, useRef } from 'react'

/** `onKey` gets each press and release; the newest function is called, so it need not be stable. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const newest = useRef(onKey)
  useEffect(() => void (newest.current = onKey))
  useEffect(() => {
    const listen = (event: KeyboardEvent) => newest.current(event)
    for (const type of ['keydown', 'keyup'] as const) addEventListener(type, listen)
    return () => (['keydown', 'keyup'] as const).forEach((type) => removeEventListener(type, listen))
  }, [])
}
