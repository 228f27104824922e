// The page of somebody who has a chair. Two views over one session: changing between them changes nothing else.

import { lazy, Suspense, useEffect, useState } from 'react'
import { runsMeeting } from '#protocol/roles.ts'
import { useKeys } from '../../hooks/useKeys.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { useTalkPress } from '../../hooks/useTalkPress.ts'
import { ownTurn, takeTurn } from '../../meeting/ownTurn.ts'
import type { TalkPress } from '../../meeting/talkPress.ts'
import { OwnControls } from '../console/OwnControls.tsx'
import { CircleView } from './CircleView.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { answersSpace, inDialog, isTyping } from './keyTarget.ts'
import { RoomLayer } from './RoomLayer.tsx'
import type { RoomView } from './roomView.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import { shortcutOf, type Shortcut } from './shortcuts.ts'
import { SimpleView } from './SimpleView.tsx'
import './meeting.css'
import './narrow.css'

/** What both views are given by the page. */
export interface MeetingFace {
  readonly bar: {
    readonly press: TalkPress
    readonly gesturesOpen: boolean
    readonly onGestures: (open: boolean) => void
    readonly onHelp: () => void
  }
  readonly peopleOpen: boolean
  readonly onPeople: (open: boolean) => void
  readonly onSettings: () => void
  /** To the console; null for everybody who does not run the meeting. */
  readonly onConsole: (() => void) | null
}

const Console = lazy(() => import('../console/Console.tsx').then((loaded) => ({ default: loaded.Console })))

type Open = 'help' | 'settings' | null

export function MeetingPage({ Space }: { Space: RoomView }) {
  const { acts, store } = useSession()
  const [{ simplePage, keys }, change] = useSettings()
  const press = useTalkPress()
  const [open, setOpen] = useState<Open>(null)
  const [gesturesOpen, setGesturesOpen] = useState(false)
  const [peopleOpen, setPeopleOpen] = useState(() => matchMedia('(width >= 64rem)').matches)
  const [reason, setReason] = useState<string | null>(null)
  const [consoleOpen, setConsoleOpen] = useState(false)
  const me = useMe()
  const runs = me !== null && runsMeeting(me)
  const simple = simplePage || reason !== null

  useEffect(() => {
    document.title = 'The circle – Hearthside'
    const release = () => press.cancel()
    addEventListener('blur', release)
    return () => removeEventListener('blur', release)
  }, [press])

  function act(shortcut: Exclude<Shortcut, 'talk'>) {
    const { snapshot, identity } = store.getState()
    const mine = snapshot?.participants.find((one) => one.identity === identity)
    if (shortcut === 'turn' && snapshot) void takeTurn(ownTurn(snapshot, identity), acts)
    if (shortcut === 'rest' && mine?.presence === 'resting') acts.resume()
    else if (shortcut === 'rest') acts.pause()
    if (shortcut === 'gestures') setGesturesOpen(!gesturesOpen)
    if (shortcut === 'help' || shortcut === 'keys') setOpen('help')
    if (shortcut === 'people') setPeopleOpen(!peopleOpen)
    if (shortcut === 'leave') acts.leave()
  }

  useKeys((event) => {
    if (!keys || open !== null || isTyping(event.target) || inDialog(event.target)) return
    const shortcut = shortcutOf(event, answersSpace(event.target))
    if (shortcut === null) return
    event.preventDefault()
    if (shortcut !== 'talk') {
      if (event.type === 'keydown' && !event.repeat) act(shortcut)
    } else if (event.type === 'keydown') press.down(event.timeStamp)
    else press.up(event.timeStamp)
  })

  function showRoom() {
    setReason(null)
    change({ simplePage: false })
  }

  const face: MeetingFace = {
    bar: { press, gesturesOpen, onGestures: setGesturesOpen, onHelp: () => setOpen('help') },
    peopleOpen,
    onPeople: setPeopleOpen,
    onSettings: () => setOpen('settings'),
    onConsole: runs ? () => setConsoleOpen(true) : null,
  }
  const dialog = (
    <>
      {open === 'help' && <HelpDialog onClose={() => setOpen(null)} />}
      {open === 'settings' && <SettingsDialog onClose={() => setOpen(null)} />}
    </>
  )
  if (runs && consoleOpen) {
    return (
      <>
        <Suspense fallback={null}>
          <Console
            bar={<OwnControls press={press} onHelp={() => setOpen('help')} />}
            onCircle={() => setConsoleOpen(false)}
            onSettings={() => setOpen('settings')}
          />
        </Suspense>
        {dialog}
      </>
    )
  }
  return (
    <div className={simple ? undefined : 'circle-page'}>
      {simple ? (
        <SimpleView face={face} reason={reason} onRoom={showRoom} />
      ) : (
        <>
          <RoomLayer Space={Space} onLost={setReason} />
          <CircleView face={face} />
        </>
      )}
      {dialog}
    </div>
  )
}
