// One's own controls beside the console: the microphone, a rest, help, and the way out. The keys of the circle's bar work as well.

import { useMe } from '../../hooks/useMe.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import type { TalkPress } from '../../meeting/talkPress.ts'
import { Control } from '../meeting/Control.tsx'
import { MicrophoneButton } from '../meeting/MicrophoneButton.tsx'
import './ownControls.css'

export function OwnControls({ press, onHelp }: { press: TalkPress; onHelp: () => void }) {
  const { acts } = useSession()
  const silent = useSessionState((state) => state.place === 'companion')
  const me = useMe()
  const resting = me?.presence === 'resting' || me?.presence === 'porch'
  return (
    <nav className="own-controls" aria-label="For yourself">
      {!silent && <MicrophoneButton press={press} />}
      <Control
        icon={resting ? 'people' : 'pause'}
        word={resting ? 'Come back' : 'Pause'}
        shortcut="rest"
        now={resting}
        onPress={() => (resting ? acts.resume() : acts.pause())}
      />
      <Control icon="help" word="Help" shortcut="help" onPress={onHelp} />
      <Control icon="leave" word="Leave" shortcut="leave" onPress={() => acts.leave()} quiet />
    </nav>
  )
}
