// Digits that this device shows, until somebody types them where they sit or wait, or five minutes are over.

import { useEffect, useState } from 'react'
import { usePairing } from '../../hooks/usePairing.ts'
import { useSession } from '../../hooks/useSession.ts'
import { errorSentence } from '../../meeting/errorSentences.ts'
import { BigDigits } from './BigDigits.tsx'

/** How often it asks whether somebody has typed them, ms. */
const ASK_EVERY_MS = 2000

export function Offer() {
  const { acts } = useSession()
  const pairing = usePairing()
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [again, setAgain] = useState(0)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let over = false

    async function ask(secret: string) {
      const answer = await pairing.collect(secret)
      if (over) return
      if (answer.ok && answer.value) return acts.sitHere()
      // Without a network it goes on asking; digits that are over are replaced by new ones.
      if (!answer.ok && answer.refusal.code === 'unknown-code') return setAgain(again + 1)
      timer = setTimeout(() => void ask(secret), ASK_EVERY_MS)
    }

    async function begin() {
      const offer = await pairing.offer()
      if (over) return
      setCode(offer.ok ? offer.value.code : null)
      setFault(offer.ok ? null : errorSentence(offer.refusal.code))
      if (offer.ok) timer = setTimeout(() => void ask(offer.value.secret), ASK_EVERY_MS)
      else timer = setTimeout(() => setAgain(again + 1), (offer.refusal.retryAfterSeconds ?? 5) * 1000)
    }

    void begin()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [pairing, acts, again])

  return (
    <>
      <p>
        On your phone or laptop, press “Continue in my headset”, and type these digits there. This page then goes on by
        itself.
      </p>
      <div role="status">
        {code !== null && <BigDigits code={code} />}
        {fault !== null && <p>{fault}</p>}
      </div>
    </>
  )
}
