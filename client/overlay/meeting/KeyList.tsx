// The single keys, and the switch that turns them off.

import { useSettings } from '../../hooks/useSettings.ts'
import { KEY_LABELS, SHORTCUTS, type Shortcut } from './shortcuts.ts'

const WORDS: Readonly<Record<Shortcut, string>> = {
  talk: 'Microphone: tap, or hold to talk (the space bar too)',
  turn: 'Raise or lower a hand, pass the piece (P too)',
  rest: 'Pause and come back',
  gestures: 'Gestures',
  help: 'Help',
  leave: 'Leave',
  people: 'People in the circle',
  keys: 'These keys',
}

export function KeyList() {
  const [{ keys }, change] = useSettings()
  return (
    <>
      <dl className="keys">
        {SHORTCUTS.map((shortcut) => (
          <div key={shortcut}>
            <dt>
              <kbd>{KEY_LABELS[shortcut]}</kbd>
            </dt>
            <dd>{WORDS[shortcut]}</dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={keys} onChange={(event) => change({ keys: event.target.checked })} />
        <span>
          Use single keys
          <span className="hint">Turn this off if your software types letters by itself.</span>
        </span>
      </label>
    </>
  )
}
