// The time, for clocks that people read: drawn again once a second, or as often as asked.

import { useEffect, useState } from 'react'

/** Milliseconds since the epoch on this device; `everyMs` between two readings. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
