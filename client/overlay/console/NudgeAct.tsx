// A private reminder of one of the group's agreements: the list lies over the acts, and one press sends it.

import { useEffect, useRef, useState } from 'react'
import type { Participant } from '#protocol/meeting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { DeskButton } from './DeskButton.tsx'

export function NudgeAct({ one }: { one: Participant | null }) {
  const { acts } = useSession()
  const agreements = useSessionState((state) => state.me?.group.agreements)
  const waits = useSessionState((state) => one !== null && state.care.nudged.includes(one.identity))
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const was = useRef(false)
  useEffect(() => {
    if (open !== was.current) box.current?.querySelector('button')?.focus()
    was.current = open
  }, [open])

  return (
    <div
      ref={box}
      className="desk-ask"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
      }}
    >
      {open && one ? (
        <div className="desk-list" role="group" aria-label={`Remind ${one.name} of`}>
          <button type="button" className="say-button" onClick={() => setOpen(false)}>
            Keep it to myself
          </button>
          {agreements?.map((agreement, at) => (
            <button
              key={agreement}
              type="button"
              className="say-button"
              onClick={() => {
                setOpen(false)
                void acts.send({ type: 'nudge', to: one.identity, agreement: at })
              }}
            >
              {agreement}
            </button>
          ))}
        </div>
      ) : (
        <DeskButton
          icon="heart"
          word={waits ? 'Reminded' : 'Remind…'}
          onPress={one && agreements && agreements.length > 0 ? () => setOpen(true) : null}
        />
      )}
    </div>
  )
}
