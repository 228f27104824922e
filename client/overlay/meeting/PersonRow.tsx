// One chair of the list; pressing it opens what can be done about that person.

import { useId } from 'react'
import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { Icon } from '../icons/Icon.tsx'
import { Portrait } from '../portrait/Portrait.tsx'
import { PersonActs } from './PersonActs.tsx'
import { personWords, ROLE_WORDS } from '../../meeting/personWords.ts'

interface PersonRowProps {
  readonly one: Participant
  readonly me: Participant | null
  readonly snapshot: MeetingSnapshot
  readonly direction: string
  readonly speaking: boolean
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

export function PersonRow({ one, me, snapshot, direction, speaking, open, onOpen }: PersonRowProps) {
  const id = useId()
  const quieter = useSessionState((state) => state.quieter[one.identity] ?? 1)
  const isNew = useSessionState((state) => state.firstTimers.includes(one.identity))
  const mine = one.identity === me?.identity
  const words = personWords(one, snapshot, speaking)
  if (isNew) words.push('here for the first time')
  if (quieter < 1) words.push('quieter for you')
  return (
    <li className="person" data-speaking={speaking} data-presence={one.presence} data-mine={mine}>
      <button
        type="button"
        className="person-row"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onOpen(!open)}
      >
        <span className="person-face">
          <Portrait avatar={one.avatar} asleep={one.presence !== 'present'} />
        </span>
        <span className="person-words">
          <span className="person-name">
            {one.name}
            {one.role !== 'member' && (
              <span className="person-role">
                {one.role === 'facilitator' && <Icon name="lamp" />}
                {ROLE_WORDS[one.role]}
              </span>
            )}
          </span>
          <span className="person-state">{[direction, ...words].filter(Boolean).join(', ')}</span>
        </span>
        {speaking && <Icon name="sound" />}
        {!speaking && snapshot.hands.includes(one.identity) && <Icon name="hand" />}
        {!speaking && one.presence === 'resting' && <Icon name="moon" />}
      </button>
      <div id={id} className="person-acts" hidden={!open}>
        {open && <PersonActs one={one} me={me} snapshot={snapshot} />}
      </div>
    </li>
  )
}
