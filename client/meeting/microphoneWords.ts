// The state of the own microphone in words: never guessed from a colour.

import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import type { MicrophoneState } from './session.ts'

export interface MicrophoneWords {
  /** Its shape. */
  readonly icon: 'mic' | 'mic-off' | 'hold' | 'warning'
  /** The state, large. */
  readonly state: string
  /** What that means, or what a press does. */
  readonly meaning: string
  /** What a press does, for people who hear the button. */
  readonly act: string
}

/** Why a microphone is held, as short as it can be said. */
export function heldMeaning(snapshot: MeetingSnapshot | null, me: Identity | null): string {
  if (!snapshot || snapshot.phase === 'closed') return 'Until the doors open'
  if (snapshot.hushed) return 'Until the hush ends'
  if (snapshot.participants.some((one) => one.identity === me && one.held)) return 'By the facilitator'
  return snapshot.floor.mode === 'silence' ? 'A quiet time' : 'Opens on your turn'
}

/** `held`: what heldMeaning says. */
export function microphoneWords({ status, wanted }: MicrophoneState, holdOnly: boolean, held: string): MicrophoneWords {
  switch (status) {
    case 'live':
      return { icon: 'mic', state: 'Live', meaning: 'Others hear you', act: 'Turn my microphone off' }
    case 'held':
      return wanted
        ? { icon: 'hold', state: 'Held', meaning: held, act: 'Keep it off when it is released' }
        : { icon: 'hold', state: 'Held', meaning: 'Stays off for now', act: 'Open it when it is released' }
    case 'starting':
      return { icon: 'mic', state: 'Opening', meaning: 'One moment', act: 'Turn my microphone off' }
    case 'unavailable':
      return { icon: 'warning', state: 'No microphone', meaning: 'You can listen', act: 'Try again' }
    default:
      return {
        icon: 'mic-off',
        state: 'Off',
        meaning: holdOnly ? 'Hold to talk' : 'Nobody hears you',
        act: holdOnly ? 'Talk' : 'Turn my microphone on',
      }
  }
}
