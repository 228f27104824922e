// What is needed now and then, in one place of fixed size: one press chooses, the next one acts.

import { useState, type ComponentType } from 'react'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { ChatPanel } from '../meeting/together/ChatPanel.tsx'
import { TogetherPanel } from '../meeting/together/TogetherPanel.tsx'
import { ChairPanel } from '../meeting/hour/ChairPanel.tsx'
import { PausePanel } from '../meeting/hour/PausePanel.tsx'
import { EndPanel } from '../meeting/run/EndPanel.tsx'
import { RoomPanel } from '../meeting/run/RoomPanel.tsx'
import { ConsoleKeyList } from './ConsoleKeyList.tsx'

function Written() {
  const shown = useSessionState(({ snapshot, chat }) => snapshot?.together.chat !== 'off' || chat.length > 0)
  return shown ? (
    <ChatPanel />
  ) : (
    <p className="small quiet">Nobody writes just now. Writing is allowed under Together.</p>
  )
}

const PARTS: readonly { readonly word: string; readonly Part: ComponentType }[] = [
  { word: 'Room', Part: RoomPanel },
  { word: 'Together', Part: TogetherPanel },
  { word: 'Written', Part: Written },
  { word: 'Say', Part: PausePanel },
  { word: 'Chair', Part: ChairPanel },
  { word: 'End', Part: EndPanel },
  { word: 'Keys', Part: ConsoleKeyList },
]

export function ConsoleMore() {
  const [shown, setShown] = useState('Room')
  const Part = PARTS.find(({ word }) => word === shown)?.Part ?? RoomPanel
  return (
    <>
      <div className="more-tabs" role="group" aria-label="More">
        {PARTS.map(({ word }) => (
          <button
            key={word}
            type="button"
            className="role-button"
            aria-pressed={word === shown}
            onClick={() => setShown(word)}
          >
            {word}
          </button>
        ))}
      </div>
      <div className="more-part" role="group" aria-label={shown} tabIndex={0}>
        <Part />
      </div>
    </>
  )
}
