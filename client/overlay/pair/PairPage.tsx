// The short page for a device without a keyboard: type six digits that one's other page shows, or show some that are typed there.
// Either way this browser then is the same person, wherever that person is: in the circle, or at the door.

import { useState } from 'react'
import { PAIR_CODE_DIGITS } from '#protocol/limits.ts'
import { usePairing } from '../../hooks/usePairing.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useWaitSeconds } from '../../hooks/useWaitSeconds.ts'
import { errorSentence } from '../../meeting/errorSentences.ts'
import { takeDigits } from '../../meeting/pageMemory.ts'
import { Icon } from '../icons/Icon.tsx'
import { FaultLine } from '../porch/FaultLine.tsx'
import { PorchPage } from '../porch/PorchPage.tsx'
import { Keypad } from './Keypad.tsx'
import { Offer } from './Offer.tsx'
import './pair.css'

const FAULT = 'pair-fault'

export function PairPage() {
  const { acts } = useSession()
  const pairing = usePairing()
  const [digits, setDigits] = useState(() => takeDigits(window))
  const [showing, setShowing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [wait, setWait] = useWaitSeconds()
  const ready = digits.length === PAIR_CODE_DIGITS && !busy && wait === 0

  async function sitDown() {
    if (!ready) return
    setBusy(true)
    const answer = await pairing.redeem(digits)
    setBusy(false)
    if (answer.ok) return acts.sitHere()
    setFault(errorSentence(answer.refusal.code))
    setWait(answer.refusal.retryAfterSeconds ?? 0)
    if (answer.refusal.code === 'unknown-code') setDigits('')
  }

  return (
    <PorchPage
      title={showing ? 'Type these on your other device' : 'Sit down on this device'}
      about={showing ? 'offer' : 'pair'}
      footer={
        <div className="porch-acts">
          <button
            type="button"
            className={showing ? 'button' : 'button plain'}
            onClick={() => {
              setFault(null)
              setShowing(!showing)
            }}
          >
            <Icon name={showing ? 'back' : 'another'} />
            {showing ? 'Type digits here' : 'Show digits'}
          </button>
          {!showing && (
            <button
              type="button"
              className="button primary knock"
              aria-disabled={!ready}
              aria-describedby={FAULT}
              onClick={() => void sitDown()}
            >
              <Icon name="people" />
              {busy ? 'One moment…' : wait > 0 ? `Next try in ${wait} s` : 'Sit down here'}
            </button>
          )}
        </div>
      }
    >
      {showing ? (
        <Offer />
      ) : (
        <>
          <p>On your phone or laptop, press “Continue in my headset”, and type the six digits that it shows.</p>
          <Keypad
            label="Six digits"
            digits={digits}
            onDigits={setDigits}
            onDone={() => void sitDown()}
            faultId={FAULT}
          />
          <FaultLine id={FAULT} text={fault} />
        </>
      )}
    </PorchPage>
  )
}
