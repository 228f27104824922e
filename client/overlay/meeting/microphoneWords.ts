// The state of the own microphone in words: never guessed from a colour.

import type { MicrophoneState } from '../../meeting/session.ts'
import type { IconName } from '../icons/Icon.tsx'

export interface MicrophoneWords {
  readonly icon: IconName
  /** The state, large. */
  readonly state: string
  /** What that means, or what a press does. */
  readonly meaning: string
  /** What a press does, for people who hear the button. */
  readonly act: string
}

export function microphoneWords({ status, wanted }: MicrophoneState, holdOnly: boolean): MicrophoneWords {
  switch (status) {
    case 'live':
      return { icon: 'mic', state: 'Live', meaning: 'Others hear you', act: 'Turn my microphone off' }
    case 'held':
      return wanted
        ? { icon: 'hold', state: 'Held', meaning: 'Opens on your turn', act: 'Keep it off on my turn' }
        : { icon: 'hold', state: 'Held', meaning: 'Stays off', act: 'Open it on my turn' }
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
