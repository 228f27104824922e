// The console's keys, all in one place, for whoever learns them.

import { useSettings } from '../../hooks/useSettings.ts'
import { CONSOLE_KEY_LABELS, type ConsoleKey } from './consoleKeys.ts'

const WORDS: readonly (readonly [readonly ConsoleKey[], string])[] = [
  [['hush'], 'Hush, and end it'],
  [['open', 'hands', 'piece', 'one-voice', 'silence'], 'Open, hands, piece, one voice, quiet'],
  [['next-voice'], 'Call the next hand, piece on'],
  [['plan'], 'To the plan; arrow keys go round'],
  [['give-word', 'hold'], 'Give the word, hold: whoever is chosen'],
  [['invite', 'give-time'], 'Ask them to speak, all the time they need'],
  [['word', 'by-door', 'free-chair'], 'A private word, by the door, free the chair'],
  [['admit', 'lock'], 'Let the first one in, lock the door'],
  [['next-step', 'previous-step'], 'Next step, back'],
  [['extend-step', 'pause'], 'Two minutes more, care pause'],
  [['care'], 'Care: who asks for something'],
  [['undo'], 'Undo'],
]

export function ConsoleKeyList() {
  const [{ keys }] = useSettings()
  if (!keys) return <p className="small quiet">Single keys are off. They are turned on in Help.</p>
  return (
    <dl className="keys console-keys">
      {WORDS.map(([shown, words]) => (
        <div key={words}>
          <dt>
            {shown.map((one) => (
              <kbd key={one}>{CONSOLE_KEY_LABELS[one]}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
