// The facilitator's one page: the circle from above, who may speak, the door, the hour, and hush in its corner. It asks nothing of
// sound or picture, so that a telephone beside a headset can show it as well. Nothing on it moves under the finger.

import { useState, type ReactNode } from 'react'
import type { Identity } from '#protocol/meeting.ts'
import { can } from '#protocol/permissions.ts'
import { ChosenContext } from '../../hooks/useChosen.ts'
import { useKeys } from '../../hooks/useKeys.ts'
import { useMe } from '../../hooks/useMe.ts'
import { SessionContext } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { useUndoable } from '../../hooks/useUndoable.ts'
import { consoleAct, type ConsoleAct } from '../../meeting/consoleAct.ts'
import { inDialog, isTyping } from '../meeting/keyTarget.ts'
import { SharePanel } from '../meeting/hour/SharePanel.tsx'
import { NoteLine } from '../meeting/NoteLine.tsx'
import { DoorPanel } from '../meeting/run/DoorPanel.tsx'
import { HushButton } from '../meeting/run/HushButton.tsx'
import { LampPanel } from '../meeting/run/LampPanel.tsx'
import { ScriptPanel } from '../meeting/run/ScriptPanel.tsx'
import { StepText } from '../meeting/script/StepText.tsx'
import { StateLine } from '../meeting/StateLine.tsx'
import { CareDesk } from './CareDesk.tsx'
import { CirclePlan } from './CirclePlan.tsx'
import { ConsoleHead } from './ConsoleHead.tsx'
import { consoleKeyOf } from './consoleKeys.ts'
import { ConsoleMore } from './ConsoleMore.tsx'
import { CONSOLE_PARTS, ConsoleTabs, type ConsolePart } from './ConsoleTabs.tsx'
import { FloorDesk } from './FloorDesk.tsx'
import { PersonDesk } from './PersonDesk.tsx'
import { UndoButton } from './UndoButton.tsx'
import '../meeting/run/run.css'
import './console.css'

interface ConsoleProps {
  /** The own microphone and the like, for whoever sits in the circle with this page; null on a second screen. */
  readonly bar: ReactNode
  readonly onCircle: (() => void) | null
  readonly onSettings: () => void
}

function Part({ name, title, children }: { name: ConsolePart; title: string; children: ReactNode }) {
  return (
    <div className="console-part" data-part={name}>
      <h2 className="unseen">{title}</h2>
      {children}
    </div>
  )
}

export function Console({ bar, onCircle, onSettings }: ConsoleProps) {
  const { session, undo } = useUndoable()
  const [{ keys }] = useSettings()
  const me = useMe()
  const [part, setPart] = useState<ConsolePart>(CONSOLE_PARTS[0])
  const [chosen, setChosen] = useState<Identity | null>(null)
  const snapshot = useSessionState((state) => state.snapshot)
  const door = useSessionState((state) => state.door)
  const one = snapshot?.participants.find(({ identity }) => identity === chosen) ?? null

  function pressOf(act: ConsoleAct): (() => void) | null {
    if (!snapshot || !me) return null
    const command = consoleAct(act, { snapshot, door, chosen, me: me.identity })
    return command && can(me, command.type) ? () => void session.acts.send(command) : null
  }

  useKeys((event) => {
    if (!keys || event.type !== 'keydown' || event.repeat || isTyping(event.target) || inDialog(event.target)) return
    const key = consoleKeyOf(event)
    if (key === null || key === 'care') return
    event.preventDefault()
    if (key === 'plan') document.querySelector<HTMLElement>('#plan [tabindex="0"]')?.focus()
    else if (key === 'undo') void undo.undo()
    else pressOf(key)?.()
  })

  return (
    <SessionContext value={session}>
      <div className="console" data-shows={part}>
        <ConsoleHead onCircle={onCircle} onSettings={onSettings} />
        <main className="console-main">
          <div className="console-side">
            <Part name="door" title="Who comes in">
              <DoorPanel />
            </Part>
            <Part name="more" title="Now and then">
              <ConsoleMore />
            </Part>
          </div>
          <div className="console-middle console-part" data-part="circle">
            <CirclePlan chosen={one?.identity ?? null} onChoose={setChosen} />
            <FloorDesk pressOf={pressOf} />
            <PersonDesk one={one} pressOf={pressOf} />
          </div>
          <div className="console-side">
            <Part name="hour" title="The script">
              <ChosenContext value={one}>
                <ScriptPanel />
              </ChosenContext>
              <StepText />
            </Part>
            <Part name="hour" title="Time">
              <SharePanel />
              <LampPanel />
            </Part>
          </div>
        </main>
        <div className="console-said">
          <NoteLine />
          <StateLine />
        </div>
        <ConsoleTabs shown={part} onShow={setPart} />
        <div className="console-care" data-silent={bar === null}>
          <HushButton />
          <CareDesk />
          <UndoButton undo={undo} />
          {bar}
        </div>
      </div>
    </SessionContext>
  )
}
