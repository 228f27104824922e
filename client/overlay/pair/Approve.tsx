// The other way round: the headset shows digits, and they are typed where one sits.

import { useId, useState } from 'react'
import { PAIR_CODE_DIGITS } from '#protocol/limits.ts'
import { usePairing } from '../../hooks/usePairing.ts'
import { useWaitSeconds } from '../../hooks/useWaitSeconds.ts'
import { errorSentence } from '../../meeting/errorSentences.ts'
import { FaultLine } from '../porch/FaultLine.tsx'

export function Approve({ onDone }: { onDone: () => void }) {
  const pairing = usePairing()
  const [digits, setDigits] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [wait, setWait] = useWaitSeconds()
  const id = useId()
  const ready = digits.length === PAIR_CODE_DIGITS && wait === 0

  async function letIn() {
    if (!ready) return
    const answer = await pairing.approve(digits)
    if (answer.ok) return onDone()
    setFault(errorSentence(answer.refusal.code))
    setWait(answer.refusal.retryAfterSeconds ?? 0)
    setDigits('')
  }

  return (
    <details className="approve">
      <summary>My headset shows digits</summary>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault()
          void letIn()
        }}
      >
        <label htmlFor={id}>Digits in my headset</label>
        <div className="row">
          <input
            id={id}
            className="digits small-digits"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={`${id}-fault`}
            value={digits}
            onChange={(event) => setDigits(event.target.value.replaceAll(/\D/g, '').slice(0, PAIR_CODE_DIGITS))}
          />
          <button type="submit" className="button" aria-disabled={!ready}>
            {wait > 0 ? `Next try in ${wait} s` : 'That is me'}
          </button>
        </div>
        <FaultLine id={`${id}-fault`} text={fault} />
        <p className="small quiet">Only digits that you see in your own headset: it will sit in your chair.</p>
      </form>
    </details>
  )
}
