// Six digits by large keys, by typing anywhere on the page, or by pasting. The field itself calls up no keyboard of the system:
// in a headset that would lie over the keys.

import { useId, useRef, type KeyboardEvent } from 'react'
import { PAIR_CODE_DIGITS } from '#protocol/limits.ts'
import { Icon } from '../icons/Icon.tsx'

interface KeypadProps {
  readonly label: string
  readonly digits: string
  readonly onDigits: (digits: string) => void
  /** Enter, with all digits there. */
  readonly onDone: () => void
  /** Id of the line that says what was wrong. */
  readonly faultId: string
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export function Keypad({ label, digits, onDigits, onDone, faultId }: KeypadProps) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const put = (text: string) => onDigits(text.replaceAll(/\D/g, '').slice(0, PAIR_CODE_DIGITS))
  const key = (digit: string) => (
    <button key={digit} type="button" className="key" onClick={() => put(digits + digit)}>
      {digit}
    </button>
  )

  /** Digits that are typed while the focus is on a key go into the field as well. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === field.current) return
    if (/^\d$/.test(event.key)) put(digits + event.key)
    else if (event.key === 'Backspace') put(digits.slice(0, -1))
    else return
    event.preventDefault()
  }

  return (
    <div className="keypad" onKeyDown={onKeyDown}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="digits"
        inputMode="none"
        autoComplete="one-time-code"
        placeholder={'·'.repeat(PAIR_CODE_DIGITS)}
        aria-describedby={faultId}
        value={digits}
        onChange={(event) => put(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && onDone()}
      />
      <div className="keys">
        {KEYS.map(key)}
        <button type="button" className="key word" onClick={() => onDigits('')}>
          Clear
        </button>
        {key('0')}
        <button
          type="button"
          className="key"
          aria-label="Delete the last digit"
          onClick={() => put(digits.slice(0, -1))}
        >
          <Icon name="back" />
        </button>
      </div>
    </div>
  )
}
