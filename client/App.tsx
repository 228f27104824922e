// Which page is shown: the porch before and after, the circle while one sits in it, here or at another device.

import { lazy, Suspense, useEffect } from 'react'
import { useGone } from './hooks/useGone.ts'
import { useSessionState } from './hooks/useSessionState.ts'
import { useTheme } from './hooks/useTheme.ts'
import { loadHelpLines } from './overlay/help/loadHelpLines.ts'
import type { RoomView } from './overlay/meeting/roomView.ts'
import { Arriving } from './overlay/porch/Arriving.tsx'
import { Lost } from './overlay/porch/Lost.tsx'
import { Out } from './overlay/porch/Out.tsx'
import { Porch } from './overlay/porch/Porch.tsx'
import type { TurntableView } from './overlay/porch/turntableView.ts'
import { Waiting } from './overlay/porch/Waiting.tsx'

const loadMeeting = () => import('./overlay/meeting/MeetingPage.tsx')
const MeetingPage = lazy(() => loadMeeting().then((loaded) => ({ default: loaded.MeetingPage })))

const PairPage = lazy(() => import('./overlay/pair/PairPage.tsx').then((loaded) => ({ default: loaded.PairPage })))
const loadPractice = () => import('./overlay/practice/PracticePage.tsx')
const PracticePage = lazy(() => loadPractice().then((loaded) => ({ default: loaded.PracticePage })))

const PORCH_FIRST_MS = 5000

interface AppProps {
  readonly Space: RoomView
  readonly Turntable: TurntableView
  /** Fetches what the circle needs, quietly, before it is needed. */
  readonly preload: () => void
}

export function App({ Space, Turntable, preload }: AppProps) {
  useTheme()
  useGone()
  const place = useSessionState((state) => state.place)
  const out = useSessionState((state) => state.out)
  const me = useSessionState((state) => state.me)

  useEffect(() => {
    // Whoever needs them may have no network any more.
    const timer = setTimeout(() => loadHelpLines().catch(() => {}), PORCH_FIRST_MS)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    const soon = me?.keyHolder || me?.group.practice
    if (place !== 'waiting' && !(place === 'porch' && soon)) return undefined
    const fetchAhead = () => {
      // What does not come now is asked for again when it is needed.
      loadMeeting().catch(() => {})
      preload()
    }
    // A key-holder does not wait at the door, so this begins on the porch, once that stands.
    const timer = setTimeout(fetchAhead, place === 'waiting' ? 0 : PORCH_FIRST_MS)
    return () => clearTimeout(timer)
  }, [place, me?.keyHolder, me?.group.practice, preload])

  if (place === 'lost') return <Lost />
  if (me?.group.practice && (place === 'porch' || place === 'out')) {
    return (
      <Suspense fallback={<Arriving />}>
        <PracticePage me={me} />
      </Suspense>
    )
  }
  if (place === 'out' && out) return <Out reason={out} me={me} />
  if (place === 'pairing') {
    return (
      <Suspense fallback={<Arriving />}>
        <PairPage />
      </Suspense>
    )
  }
  if (place === 'circle' || place === 'companion') {
    return (
      <Suspense fallback={<Arriving />}>
        <MeetingPage Space={Space} />
      </Suspense>
    )
  }
  if (place === 'porch' && me) return <Porch me={me} Turntable={Turntable} />
  if (place === 'waiting' && me) return <Waiting me={me} />
  return <Arriving />
}
