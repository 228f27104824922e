// Six controls, always in the same order, the microphone in the middle and leave at the end.

import { useMe } from '../../hooks/useMe.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { ownTurn, takeTurn, TURN_WORDS, type OwnTurn } from '../../meeting/ownTurn.ts'
import type { TalkPress } from '../../meeting/talkPress.ts'
import type { IconName } from '../icons/Icon.tsx'
import { Control } from './Control.tsx'
import { GestureMenu } from './GestureMenu.tsx'
import { MicrophoneButton } from './MicrophoneButton.tsx'

const TURNS: Readonly<Record<OwnTurn, IconName>> = { raise: 'hand', lower: 'hand', pass: 'pass', done: 'check' }

interface ControlBarProps {
  readonly press: TalkPress
  readonly gesturesOpen: boolean
  readonly onGestures: (open: boolean) => void
  readonly onHelp: () => void
}

export function ControlBar({ press, gesturesOpen, onGestures, onHelp }: ControlBarProps) {
  const { acts } = useSession()
  const me = useMe()
  const turn = useSessionState(({ snapshot, identity }) => (snapshot ? ownTurn(snapshot, identity) : 'raise'))
  // Microphone and gestures are where one sits: nobody opens a microphone from afar, their own neither.
  const silent = useSessionState((state) => state.place === 'companion')
  const resting = me?.presence === 'resting' || me?.presence === 'porch'

  return (
    <nav className="bar" data-silent={silent} aria-label="What you can do">
      <div className="bar-side">
        <Control
          icon={TURNS[turn]}
          word={TURN_WORDS[turn]}
          shortcut="turn"
          now={turn === 'pass' || turn === 'done'}
          pressed={turn === 'lower'}
          onPress={() => void takeTurn(turn, acts)}
        />
        {!silent && <GestureMenu open={gesturesOpen} onOpen={onGestures} />}
      </div>
      {!silent && <MicrophoneButton press={press} />}
      <div className="bar-side">
        <Control
          icon={resting ? 'people' : 'pause'}
          word={resting ? 'Come back' : 'Pause'}
          shortcut="rest"
          now={resting}
          onPress={() => (resting ? acts.resume() : acts.pause())}
        />
        <Control icon="help" word="Help" shortcut="help" onPress={onHelp} />
        <Control icon="leave" word="Leave" shortcut="leave" onPress={() => acts.leave()} quiet />
      </div>
    </nav>
  )
}
