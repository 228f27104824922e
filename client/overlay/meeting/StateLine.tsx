// What somebody must know about their own connection, sound or microphone just now: one sentence, the most urgent first.

import { useMe } from '../../hooks/useMe.ts'
import { useRoomToSpeak } from '../../hooks/useRoomToSpeak.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { microphoneTrouble } from '../devices/microphoneTrouble.ts'
import { Icon, type IconName } from '../icons/Icon.tsx'
import { companionWords } from './companionWords.ts'

interface Line {
  readonly icon: IconName
  readonly text: string
  readonly label?: string
  readonly act?: () => void
  /** Shown a little later: most interruptions are over before they can be read. */
  readonly late?: boolean
}

function useLine(): Line | null {
  const { acts } = useSession()
  const chairAt = useSessionState((state) => state.chairAt)
  const connection = useSessionState((state) => state.connection)
  const sound = useSessionState((state) => state.sound)
  const { trouble, talkingWhileOff, wanted } = useSessionState((state) => state.microphone)
  const presence = useMe()?.presence
  const { own } = useRoomToSpeak()
  const speaks = useSessionState((state) => state.identity !== null && state.speaking.has(state.identity))
  if (chairAt !== null) {
    return {
      icon: 'quiet',
      text: companionWords(chairAt),
      label: 'Bring my chair back here',
      act: () => void acts.comeBackHere(),
    }
  }
  if (connection === 'recovering') {
    return {
      icon: 'another',
      text: 'The connection is interrupted. Your chair is kept; it goes on by itself.',
      late: true,
    }
  }
  if (connection !== 'connected') return { icon: 'another', text: 'Getting you to your chair…', late: true }
  if (sound === 'suspended') {
    return {
      icon: 'sound',
      text: 'Your browser keeps the sound off.',
      label: 'Let me hear',
      act: () => acts.resumeSound(),
    }
  }
  if (presence === 'porch') {
    return {
      icon: 'door',
      text: 'You are on the porch. You hear nothing and nobody hears you; your chair is kept.',
      label: 'Come back',
      act: () => acts.resume(),
    }
  }
  if (presence === 'resting') {
    return {
      icon: 'moon',
      text: 'You are resting. Your microphone is off, your chair is kept, and you still hear the circle.',
    }
  }
  if (talkingWhileOff) {
    const turnOn = () => acts.setMicrophoneWanted(true)
    return {
      icon: 'mic-off',
      text: 'You seem to be talking, but your microphone is off.',
      label: 'Turn it on',
      act: turnOn,
    }
  }
  if (own === 'much' && speaks) {
    return {
      icon: 'light',
      text: 'Only you see this: you have had a good deal of room today. Take what you still need.',
    }
  }
  if (trouble && wanted) return { icon: 'warning', text: microphoneTrouble(trouble) }
  return null
}

export function StateLine() {
  const line = useLine()
  return (
    <div className="state-line" role="status">
      {line && (
        <p key={line.text} data-late={line.late ?? false}>
          <Icon name={line.icon} />
          <span>{line.text}</span>
          {line.act && (
            <button type="button" className="button slim" onClick={line.act}>
              {line.label}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
