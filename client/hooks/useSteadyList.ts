// A steady list as React draws it: drawn again when something came or went, and once more when the gaps close.

import { useEffect, useState } from 'react'
import { GAP_MS, settle, type SteadySlot } from '../meeting/steadyList.ts'

/** `keyOf` must be the same function every time. */
export function useSteadyList<T>(items: readonly T[], keyOf: (item: T) => string): readonly SteadySlot<T>[] {
  const [slots, setSlots] = useState(() => settle<T>([], items, keyOf, 0))
  useEffect(() => {
    const draw = () => setSlots((before) => settle(before, items, keyOf, Date.now()))
    draw()
    const timer = setTimeout(draw, GAP_MS)
    return () => clearTimeout(timer)
  }, [items, keyOf])
  return slots
}
