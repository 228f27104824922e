// Which page is shown: the porch before and after, the circle while one sits in it, here or at another device.

import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { runsMeeting } from '#protocol/roles.ts'
import { useGone } from './hooks/useGone.ts'
import { useHeadset } from './hooks/useHeadset.ts'
import { useMe } from './hooks/useMe.ts'
import { useSessionState } from './hooks/useSessionState.ts'
import { useSettings } from './hooks/useSettings.ts'
import { useTheme } from './hooks/useTheme.ts'
import { loadHelpLines } from './overlay/help/loadHelpLines.ts'
import { RoomLayer } from './overlay/meeting/RoomLayer.tsx'
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
  const inHeadset = useHeadset((state) => state.status === 'in')
  const [{ simplePage }, change] = useSettings()
  /** Why the room is not shown, when that was not one's own choice. */
  const [reason, setReason] = useState<string | null>(null)
  const own = useMe()
  const [consoleWanted, setConsole] = useState(false)
  const consoleOpen = consoleWanted && own !== null && runsMeeting(own)

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

  const seated = place === 'circle'
  /** Somebody who sits at another page of their own has the plain one here. */
  const silent = place === 'companion'
  const simple = silent || simplePage || reason !== null
  /** Two people beside the circle have a page of their own. */
  const aside = useSessionState((state) => state.care.aside !== null)
  const faces = seated && !simple && !consoleOpen && !aside
  /** In the headset the room is drawn whatever the page shows, on the porch as well. */
  const drawn = faces || (inHeadset && (seated || place === 'porch' || place === 'waiting'))

  function showRoom() {
    setReason(null)
    change({ simplePage: false })
  }

  function page(): ReactNode {
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
    if (seated || silent) {
      return (
        <Suspense fallback={<Arriving />}>
          <MeetingPage
            simple={simple}
            reason={reason}
            consoleOpen={consoleOpen}
            onConsole={setConsole}
            onRoom={showRoom}
          />
        </Suspense>
      )
    }
    if (place === 'porch' && me) return <Porch me={me} Turntable={Turntable} />
    if (place === 'waiting' && me) return <Waiting me={me} />
    return <Arriving />
  }

  return (
    <div className={faces ? 'circle-page' : undefined}>
      {drawn && <RoomLayer key="room" Space={Space} behind={!faces} onLost={setReason} />}
      {page()}
    </div>
  )
}
