// Removing somebody cannot be taken back, so it is asked once: over the same place, with the way back where the press was.

import { useEffect, useRef, useState } from 'react'
import type { Participant } from '#protocol/meeting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { DeskButton } from './DeskButton.tsx'

export function RemoveAct({ one }: { one: Participant | null }) {
  const { acts } = useSession()
  const [asked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const was = useRef(false)

  useEffect(() => {
    if (asked !== was.current) box.current?.querySelector('button')?.focus()
    was.current = asked
  }, [asked])

  return (
    <div
      ref={box}
      className="desk-ask"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asked) return
        event.stopPropagation()
        setAsked(false)
      }}
    >
      {asked && one ? (
        <div className="desk-asked" role="group" aria-label={`Remove ${one.name}?`}>
          <p>{one.name} leaves at once, for the rest of this meeting.</p>
          <DeskButton icon="back" word="Keep" onPress={() => setAsked(false)} />
          <DeskButton
            icon="leave"
            word="Remove"
            danger
            onPress={() => {
              setAsked(false)
              void acts.send({ type: 'remove', to: one.identity })
            }}
          />
        </div>
      ) : (
        <DeskButton icon="leave" word="Remove…" danger onPress={one && (() => setAsked(true))} />
      )}
    </div>
  )
}
