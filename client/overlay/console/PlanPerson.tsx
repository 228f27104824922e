// One chair with somebody in it, on the plan: face, name, and the sign that matters most. A press turns to them.

import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import { useRoomToSpeak } from '../../hooks/useRoomToSpeak.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import type { PlanPlace } from '../../meeting/circlePlan.ts'
import { Icon } from '../icons/Icon.tsx'
import { personWords, ROLE_WORDS } from '../../meeting/personWords.ts'
import { Portrait } from '../portrait/Portrait.tsx'
import { planMark } from './planMark.ts'

interface PlanPersonProps {
  readonly one: Participant
  readonly place: PlanPlace
  readonly snapshot: MeetingSnapshot
  readonly direction: string
  readonly chosen: boolean
  /** The one stop of the plan for Tab. */
  readonly stop: boolean
  readonly onChoose: () => void
}

export function PlanPerson({ one, place, snapshot, direction, chosen, stop, onChoose }: PlanPersonProps) {
  const speaking = useSessionState((state) => state.speaking.has(one.identity)) && one.presence !== 'away'
  const isNew = useSessionState((state) => state.firstTimers.includes(one.identity))
  const unheard = useSessionState((state) => state.notYetHeard.meeting.includes(one.identity))
  const little = useRoomToSpeak().little.includes(one.identity)
  const mark = planMark(one, snapshot, speaking, unheard)
  const role = one.role === 'member' ? '' : ROLE_WORDS[one.role]
  const words = [
    role,
    direction,
    ...personWords(one, snapshot, speaking),
    isNew ? 'here for the first time' : '',
    unheard ? 'not heard yet' : little ? 'has had little room' : '',
  ]
  return (
    <li className="plan-seat" style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }}>
      <button
        type="button"
        className="plan-person"
        data-identity={one.identity}
        data-speaking={speaking}
        data-presence={one.presence}
        data-strong={mark?.strong ?? false}
        aria-pressed={chosen}
        aria-label={[one.name, ...words.filter(Boolean)].join(', ')}
        tabIndex={stop ? 0 : -1}
        onClick={onChoose}
      >
        <span className="plan-face">
          <Portrait avatar={one.avatar} asleep={one.presence !== 'present'} />
        </span>
        {one.role === 'facilitator' && (
          <span className="plan-role">
            <Icon name="lamp" />
          </span>
        )}
        {mark && (
          <span className="plan-mark">
            <Icon name={mark.icon} />
          </span>
        )}
        <span className="plan-name">{one.name}</span>
        <span className="plan-word">{mark?.word ?? (isNew ? 'first time' : little ? 'little room' : '')}</span>
      </button>
    </li>
  )
}
