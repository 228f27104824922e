// What can be done about whoever is chosen on the plan. Every act has its fixed place, whoever it is and whatever they do.

import type { Participant } from '#protocol/meeting.ts'
import { can } from '#protocol/permissions.ts'
import { ROLES } from '#protocol/roles.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import type { ConsoleAct } from '../../meeting/consoleAct.ts'
import { directionOf } from '../../meeting/directions.ts'
import { personWords, ROLE_WORDS } from '../../meeting/personWords.ts'
import { Portrait } from '../portrait/Portrait.tsx'
import { CONSOLE_KEY_LABELS } from './consoleKeys.ts'
import { DeskButton } from './DeskButton.tsx'
import { NudgeAct } from './NudgeAct.tsx'
import { RemoveAct } from './RemoveAct.tsx'

interface PersonDeskProps {
  readonly one: Participant | null
  readonly pressOf: (act: ConsoleAct) => (() => void) | null
}

const WORD_ACTS = {
  piece: 'Hand the piece',
  hands: 'Call',
  'one-voice': 'Give the word',
  open: 'Give the word',
  silence: 'Give the word',
}

/** Who it is and what they do, in two lines of fixed height. */
function Who({ one }: { one: Participant | null }) {
  const me = useMe()
  const snapshot = useSessionState((state) => state.snapshot)
  const speaking = useSessionState((state) => one !== null && state.speaking.has(one.identity))
  const isNew = useSessionState((state) => one !== null && state.firstTimers.includes(one.identity))
  if (!one || !snapshot) return <p className="desk-who quiet">Press somebody on the plan.</p>
  const words = [
    directionOf(one, me, snapshot.participants, snapshot.seats),
    ...personWords(one, snapshot, speaking),
    isNew ? 'here for the first time' : '',
  ]
  return (
    <div className="desk-who">
      <span className="person-face">
        <Portrait avatar={one.avatar} asleep={one.presence !== 'present'} />
      </span>
      <p>
        <strong>{one.name}</strong>
        <span className="desk-who-state">{words.filter(Boolean).join(', ')}</span>
      </p>
    </div>
  )
}

export function PersonDesk({ one, pressOf }: PersonDeskProps) {
  const { acts } = useSession()
  const me = useMe()
  const mode = useSessionState((state) => state.snapshot?.floor.mode ?? 'open')
  const mine = one !== null && one.identity === me?.identity
  const asked = useSessionState((state) => one !== null && state.notYetHeard.invited.includes(one.identity))
  const others = one !== null && !mine
  const removes = one !== null && !mine && me !== null && can(me, 'remove')
  return (
    <section className="person-desk" aria-label={one ? `For ${one.name}` : 'For one person'}>
      <Who one={one} />
      <div className="desk-acts">
        <DeskButton
          icon={mode === 'piece' ? 'piece' : 'mic'}
          word={WORD_ACTS[mode]}
          keyLabel={CONSOLE_KEY_LABELS['give-word']}
          onPress={pressOf('give-word')}
        />
        <DeskButton
          icon="hold"
          word={one?.held ? 'Release mic' : 'Hold mic'}
          keyLabel={CONSOLE_KEY_LABELS.hold}
          pressed={one?.held ?? false}
          onPress={pressOf('hold')}
        />
        <DeskButton
          icon="hand"
          word={asked ? 'Asked' : 'Ask to speak'}
          keyLabel={CONSOLE_KEY_LABELS.invite}
          onPress={pressOf('invite')}
        />
        <DeskButton icon="heart" word="Private word" keyLabel={CONSOLE_KEY_LABELS.word} onPress={pressOf('word')} />
        <NudgeAct key={`nudge ${one?.identity}`} one={others ? one : null} />
        <DeskButton
          icon="door"
          word={one?.byDoor ? 'Back to the round' : 'By the door'}
          pressed={one?.byDoor ?? false}
          keyLabel={CONSOLE_KEY_LABELS['by-door']}
          onPress={pressOf('by-door')}
        />
        <DeskButton
          icon="people"
          word="Free the chair"
          keyLabel={CONSOLE_KEY_LABELS['free-chair']}
          onPress={pressOf('free-chair')}
        />
        <RemoveAct key={`remove ${one?.identity}`} one={removes ? one : null} />
      </div>
      <div className="desk-roles" role="group" aria-label={one ? `Role of ${one.name}` : 'Role'}>
        {ROLES.map((role) => (
          <button
            key={role}
            type="button"
            className="role-button"
            aria-pressed={one?.role === role}
            aria-disabled={one === null || one.role === role}
            onClick={() => one && one.role !== role && void acts.send({ type: 'hand-role', to: one.identity, role })}
          >
            {ROLE_WORDS[role]}
          </button>
        ))}
      </div>
    </section>
  )
}
