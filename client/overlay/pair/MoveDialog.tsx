// "Continue in my headset": six digits and where to type them, as words and as a picture; or, the other way round, a field for
// digits that the headset shows. Closing it ends the digits.

import { useEffect, useState } from 'react'
import { PAIR_CODE_DIGITS, PAIR_CODE_SECONDS } from '#protocol/limits.ts'
import { usePairing } from '../../hooks/usePairing.ts'
import { errorSentence } from '../../meeting/errorSentences.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { Icon } from '../icons/Icon.tsx'
import { Approve } from './Approve.tsx'
import { BigDigits } from './BigDigits.tsx'
import { QrCode } from './QrCode.tsx'
import './pair.css'

/** Digits are replaced a little before they are over. */
const FRESH_MS = (PAIR_CODE_SECONDS - 10) * 1000

export function MoveDialog({ onClose }: { onClose: () => void }) {
  const pairing = usePairing()
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout>
    async function show() {
      const answer = await pairing.show()
      if (over) return
      setCode(answer.ok ? answer.value : null)
      setFault(answer.ok ? null : errorSentence(answer.refusal.code))
      timer = setTimeout(() => setTurn(turn + 1), answer.ok ? FRESH_MS : 10_000)
    }
    void show()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [pairing, turn])
  useEffect(() => () => pairing.hide(), [pairing])

  const { origin, host, hostname } = location
  const ownComputerOnly = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]'
  return (
    <Dialog title="Continue in my headset" onClose={onClose}>
      <ol className="move-steps">
        <li>
          Open this address in the headset’s browser:
          <span className="move-address">{host}/pair</span>
          {ownComputerOnly && (
            <span className="hint">
              This address works on this computer alone. For a headset, whoever runs Hearthside starts it with “npm run
              lan”.
            </span>
          )}
        </li>
        <li>
          Type these {PAIR_CODE_DIGITS} digits there:
          <div role="status">
            {code !== null && <BigDigits code={code} />}
            {fault !== null && <p>{fault}</p>}
          </div>
        </li>
      </ol>
      {code !== null && (
        <div className="move-picture">
          <QrCode text={`${origin}/pair#${code}`} label="The address with the digits, for a camera" />
          <p className="small quiet">
            Or let its camera read this. The digits work once, for five minutes. Your chair goes with you; this page
            stays as a silent second screen.
          </p>
        </div>
      )}
      <p className="move-warning">
        <Icon name="warning" />
        <span>Tell them to nobody: whoever types them sits in your chair. Nobody who helps you needs them.</span>
      </p>
      <Approve onDone={onClose} />
    </Dialog>
  )
}
