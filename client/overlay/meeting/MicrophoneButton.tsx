// The largest button there is. Its shape, its word and its colour say whether one is heard; tap or hold.

import { useRef } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import type { TalkPress } from '../../meeting/talkPress.ts'
import { Icon } from '../icons/Icon.tsx'
import { heldMeaning, microphoneWords } from '../../meeting/microphoneWords.ts'
import { KEY_LABELS } from './shortcuts.ts'

export function MicrophoneButton({ press }: { press: TalkPress }) {
  const { acts } = useSession()
  const microphone = useSessionState((state) => state.microphone)
  const held = useSessionState(({ snapshot, identity }) => heldMeaning(snapshot, identity))
  const [{ holdToTalk, keys }] = useSettings()
  const pointed = useRef(false)
  const { icon, state, meaning, act } = microphoneWords(microphone, holdToTalk, held)

  return (
    <button
      type="button"
      className="control microphone"
      data-status={microphone.status}
      aria-label={`Microphone: ${state}. ${meaning}. ${act}`}
      aria-keyshortcuts={keys ? KEY_LABELS.talk : undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        pointed.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        press.down(event.timeStamp)
      }}
      onPointerUp={(event) => press.up(event.timeStamp)}
      onPointerCancel={() => press.cancel()}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        // A press by finger or mouse has been dealt with; this one came from a key or a screen reader.
        if (!pointed.current) acts.toggleMicrophone()
        pointed.current = false
      }}
    >
      <span className="microphone-mark">
        <Icon name={icon} />
      </span>
      <span className="control-word">
        {state}
        <span className="control-hint">{meaning}</span>
      </span>
      {keys && <kbd>{KEY_LABELS.talk}</kbd>}
    </button>
  )
}
