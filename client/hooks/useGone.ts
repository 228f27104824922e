// Escape, twice: gone, wherever one is.

import { useMemo } from 'react'
import { createDoublePress } from '../meeting/doublePress.ts'
import { useKeys } from './useKeys.ts'
import { useSession } from './useSession.ts'

export function useGone(): void {
  const { acts } = useSession()
  const press = useMemo(() => createDoublePress(), [])
  useKeys((event) => {
    if (event.key !== 'Escape' || event.type !== 'keydown' || event.repeat) return
    if (press(event.timeStamp)) acts.vanish()
  })
}
