// Who may speak, in fixed places under the plan: five ways, whoever comes next, and the way round.

import { FLOOR_MODES } from '#protocol/meeting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import type { ConsoleAct } from '../../meeting/consoleAct.ts'
import type { IconName } from '../icons/Icon.tsx'
import { FLOOR_WORDS } from '../meeting/floorWords.ts'
import { CONSOLE_KEY_LABELS } from './consoleKeys.ts'
import { DeskButton } from './DeskButton.tsx'

const ICONS: Readonly<Record<(typeof FLOOR_MODES)[number], IconName>> = {
  open: 'people',
  hands: 'hand',
  piece: 'piece',
  'one-voice': 'mic',
  silence: 'quiet',
}

interface FloorDeskProps {
  /** What a press does; null where there is nothing to do. */
  readonly pressOf: (act: ConsoleAct) => (() => void) | null
}

export function FloorDesk({ pressOf }: FloorDeskProps) {
  const { acts } = useSession()
  const floor = useSessionState((state) => state.snapshot?.floor)
  const hushed = useSessionState((state) => state.snapshot?.hushed ?? false)
  const next = useSessionState(({ snapshot }) => {
    const identity = snapshot?.floor.mode === 'piece' ? snapshot.floor.next : snapshot?.hands[0]
    return snapshot?.participants.find((one) => one.identity === identity)?.name ?? null
  })
  if (!floor) return null
  const piece = floor.mode === 'piece'
  const nextPress = pressOf('next-voice')
  const nextWord = nextPress && next ? (piece ? `Piece on to ${next}` : `Call ${next}`) : 'Nobody is next'
  return (
    <section className="floor-desk" aria-label="Who may speak">
      <div className="desk-modes" role="group" aria-label="Who may speak">
        {FLOOR_MODES.map((mode) => (
          <DeskButton
            key={mode}
            icon={ICONS[mode]}
            word={FLOOR_WORDS[mode].word}
            keyLabel={CONSOLE_KEY_LABELS[mode]}
            pressed={floor.mode === mode}
            onPress={pressOf(mode)}
          />
        ))}
      </div>
      <div className="desk-order">
        <DeskButton
          icon={piece ? 'piece' : 'hand'}
          word={nextWord}
          keyLabel={CONSOLE_KEY_LABELS['next-voice']}
          onPress={nextPress}
        />
        <DeskButton
          icon="another"
          word={piece ? `Goes ${floor.direction === 1 ? 'left' : 'right'}: turn` : 'Turn the round'}
          onPress={piece && !hushed ? () => void acts.send({ type: 'reverse-piece' }) : null}
        />
        <DeskButton
          icon="light"
          word={floor.unhurried ? 'Has time' : 'Take your time'}
          keyLabel={CONSOLE_KEY_LABELS['give-time']}
          pressed={floor.unhurried}
          onPress={pressOf('give-time')}
        />
      </div>
    </section>
  )
}
