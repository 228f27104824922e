// What the circle does together just now, for everybody: a question, something marked, the last round, a ring of light, silence.

import { useState } from 'react'
import { WORD_LENGTH } from '#protocol/limits.ts'
import { useNow } from '../../../hooks/useNow.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { clockOf } from '../../../meeting/scriptLine.ts'
import { Icon } from '../../icons/Icon.tsx'
import { PollCard } from './PollCard.tsx'
import './together.css'

function MilestoneCard() {
  const { acts } = useSession()
  const milestone = useSessionState((state) => state.snapshot?.together.milestone ?? null)
  const me = useSessionState((state) => state.identity)
  const people = useSessionState((state) => state.snapshot?.participants)
  if (!milestone) return null
  const mine = milestone.identity === me
  const name = people?.find((one) => one.identity === milestone.identity)?.name ?? 'Somebody'
  return (
    <section className="care-card" aria-label="Something to mark">
      <p>
        {mine ? 'This is for you' : `For ${name}`}: <strong>{milestone.words || 'a step on the way'}</strong>, and a{' '}
        {milestone.kind} to keep.
      </p>
      {!mine && (
        <button type="button" className="button slim" onClick={() => acts.gesture('warm-light')}>
          <Icon name="light" />
          Send warm light
        </button>
      )}
    </section>
  )
}

function CheckoutCard() {
  const { acts } = useSession()
  const [word, setWord] = useState('')
  const done = useSessionState((state) => state.snapshot?.together.checkout ?? null)
  const me = useSessionState((state) => state.identity)
  const people = useSessionState((state) => state.snapshot?.participants)
  if (!done) return null
  const mine = done.some((one) => one.identity === me)
  const nameOf = (identity: string) => people?.find((one) => one.identity === identity)?.name ?? 'Somebody'
  return (
    <section className="care-card" aria-label="One word to close">
      {!mine && (
        <form
          className="checkout"
          onSubmit={(event) => {
            event.preventDefault()
            const said = word.trim()
            void acts.send(said === '' ? { type: 'check-out' } : { type: 'check-out', word: said })
          }}
        >
          <label htmlFor="checkout-word">One word to close, or a gesture</label>
          <div className="row nowrap">
            <input
              id="checkout-word"
              className="input"
              maxLength={WORD_LENGTH}
              value={word}
              onChange={(event) => setWord(event.target.value)}
            />
            <button type="submit" className="button slim">
              {word.trim() === '' ? 'A gesture is enough' : 'Say it'}
            </button>
          </div>
        </form>
      )}
      {done.length > 0 && (
        <ul className="checkout-words">
          {done.map(({ identity, word: said }) => (
            <li key={identity}>
              {nameOf(identity)}
              {said !== '' && <strong>: {said}</strong>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function LightAndSilence() {
  const ring = useSessionState((state) => state.snapshot?.together.ring ?? null)
  const silence = useSessionState((state) => state.snapshot?.together.silenceEndsAt ?? null)
  const offset = useSessionState((state) => state.clockOffsetMs)
  const now = useNow() + offset
  if (ring === null && silence === null) return null
  return (
    <section className="care-card" aria-label="Together">
      {silence !== null && (
        <p>
          We are silent together. All microphones rest, the facilitator’s too.{' '}
          <span className="quiet">{clockOf(Math.max(0, silence - now))}</span>
        </p>
      )}
      {ring !== null && (
        <p>
          <Icon name="light" /> A ring of light burns for all of us.
        </p>
      )}
    </section>
  )
}

export function TogetherCards() {
  return (
    <>
      <PollCard />
      <MilestoneCard />
      <CheckoutCard />
      <LightAndSilence />
    </>
  )
}
