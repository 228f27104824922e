// The page of somebody who has a chair. Two views over one session: changing between them changes nothing else.

import { lazy, Suspense, useEffect, useState } from 'react'
import { runsMeeting } from '#protocol/roles.ts'
import { useKeys } from '../../hooks/useKeys.ts'
import { useMe } from '../../hooks/useMe.ts'
import { RoomToSpeakContext, useBalance } from '../../hooks/useRoomToSpeak.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { useTalkPress } from '../../hooks/useTalkPress.ts'
import { ownTurn, takeTurn } from '../../meeting/ownTurn.ts'
import type { TalkPress } from '../../meeting/talkPress.ts'
import { OwnControls } from '../console/OwnControls.tsx'
import { AsideView } from './care/AsideView.tsx'
import { CircleView } from './CircleView.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { answersSpace, inDialog, isTyping } from './keyTarget.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import { shortcutOf, type Shortcut } from './shortcuts.ts'
import { SimpleView } from './SimpleView.tsx'
import './meeting.css'
import './narrow.css'

/** With the drawing of picture codes, which nothing else needs. */
const MoveDialog = lazy(() => import('../pair/MoveDialog.tsx').then((loaded) => ({ default: loaded.MoveDialog })))

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

type Open = 'help' | 'settings' | 'move' | null

interface MeetingPageProps {
  readonly simple: boolean
  /** Why the room is not shown, when that was not one's own choice. */
  readonly reason: string | null
  readonly consoleOpen: boolean
  readonly onConsole: (open: boolean) => void
  readonly onRoom: () => void
}

export function MeetingPage({ simple, reason, consoleOpen, onConsole, onRoom }: MeetingPageProps) {
  const { acts, store } = useSession()
  const [{ keys }] = useSettings()
  const press = useTalkPress()
  const [open, setOpen] = useState<Open>(null)
  const [gesturesOpen, setGesturesOpen] = useState(false)
  const [peopleOpen, setPeopleOpen] = useState(() => matchMedia('(width >= 64rem)').matches)
  const me = useMe()
  const room = useBalance()
  const aside = useSessionState((state) => state.care.aside !== null)
  const runs = me !== null && runsMeeting(me)
  const silent = useSessionState((state) => state.place === 'companion')

  // Whoever moved has arrived there: what was open here is about a place where one is not any more.
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.place === 'companion' && before.place === 'circle') setOpen(null)
      }),
    [store],
  )

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
    if (shortcut === 'rest' && (mine?.presence === 'resting' || mine?.presence === 'porch')) acts.resume()
    else if (shortcut === 'rest') acts.pause()
    if (shortcut === 'gestures') setGesturesOpen(!gesturesOpen)
    if (shortcut === 'help' || shortcut === 'keys') setOpen('help')
    if (shortcut === 'people') setPeopleOpen(!peopleOpen)
    if (shortcut === 'leave') acts.leave()
  }

  useKeys((event) => {
    if (!keys || open !== null || isTyping(event.target) || inDialog(event.target)) return
    const shortcut = shortcutOf(event, answersSpace(event.target))
    if (shortcut === null || (silent && (shortcut === 'talk' || shortcut === 'gestures'))) return
    event.preventDefault()
    if (shortcut !== 'talk') {
      if (event.type === 'keydown' && !event.repeat) act(shortcut)
    } else if (event.type === 'keydown') press.down(event.timeStamp)
    else press.up(event.timeStamp)
  })

  const face: MeetingFace = {
    bar: { press, gesturesOpen, onGestures: setGesturesOpen, onHelp: () => setOpen('help') },
    peopleOpen,
    onPeople: setPeopleOpen,
    onSettings: () => setOpen('settings'),
    onConsole: runs ? () => onConsole(true) : null,
  }
  const dialog = (
    <>
      {open === 'help' && <HelpDialog onClose={() => setOpen(null)} />}
      {open === 'settings' && <SettingsDialog onClose={() => setOpen(null)} onMove={() => setOpen('move')} />}
      {open === 'move' && (
        <Suspense fallback={null}>
          <MoveDialog onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
  const own = <OwnControls press={press} onHelp={() => setOpen('help')} />

  function view() {
    if (aside) return <AsideView controls={own} />
    if (consoleOpen) {
      return (
        <Suspense fallback={null}>
          <Console bar={own} onCircle={() => onConsole(false)} onSettings={() => setOpen('settings')} />
        </Suspense>
      )
    }
    return simple ? <SimpleView face={face} reason={reason} onRoom={onRoom} /> : <CircleView face={face} />
  }

  return (
    <RoomToSpeakContext value={room}>
      {view()}
      {dialog}
    </RoomToSpeakContext>
  )
}
