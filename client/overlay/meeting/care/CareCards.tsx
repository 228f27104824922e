// What is asked and answered in private, as small cards above the bar: a reminder, a private word, help. For one person alone.

import type { ReactNode } from 'react'
import type { Identity } from '#protocol/meeting.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import './care.css'

function Card({ label, strong = false, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <aside className="care-card" data-strong={strong} aria-label={label}>
      {children}
    </aside>
  )
}

function Reminder() {
  const { acts } = useSession()
  const nudge = useSessionState((state) => state.care.nudge)
  const agreements = useSessionState((state) => state.me?.group.agreements)
  if (nudge === null) return null
  return (
    <Card label="A kind reminder">
      <p>
        A kind reminder, for you alone. We agreed:{' '}
        <strong>{agreements?.[nudge] ?? 'to be gentle with each other.'}</strong>
      </p>
      <button type="button" className="button slim" onClick={() => void acts.send({ type: 'understand' })}>
        I understand
      </button>
    </Card>
  )
}

function Asked({ from, crisis, name }: { from: Identity; crisis: boolean; name: string }) {
  const { acts } = useSession()
  return (
    <Card label={`${name} asks`} strong={crisis}>
      <p>
        {crisis ? (
          <>
            <strong>{name} needs somebody now.</strong> You would step aside together; the circle pauses, and a
            co-facilitator keeps the chair.
          </>
        ) : (
          <>
            <strong>{name}</strong> would like a private word with you. The others see that you step aside, not why.
          </>
        )}
      </p>
      <div className="row">
        <button
          type="button"
          className="button slim primary"
          onClick={() => void acts.send({ type: 'accept-word', from })}
        >
          Step aside with {name}
        </button>
        <button type="button" className="button slim" onClick={() => void acts.send({ type: 'decline-word', from })}>
          Not now
        </button>
      </div>
    </Card>
  )
}

function Asking({ nameOf }: { nameOf: (identity: Identity) => string }) {
  const { acts } = useSession()
  const asking = useSessionState((state) => state.care.asking)
  if (!asking) return null
  return (
    <Card label="You asked">
      <p>
        {asking.to === null
          ? 'You asked for somebody. Whoever comes first is with you.'
          : `You asked ${nameOf(asking.to)} for a private word.`}
      </p>
      <button type="button" className="button slim" onClick={() => void acts.send({ type: 'withdraw-word' })}>
        Take it back
      </button>
    </Card>
  )
}

function OwnHelp() {
  const { acts } = useSession()
  const help = useSessionState((state) => state.care.help)
  if (help === 'none') return null
  return (
    <Card label="Help">
      <p>
        {help === 'seen'
          ? 'Those who run the meeting know that you need help.'
          : 'Those who run the meeting, and nobody else, are told that you need help.'}
      </p>
      <button type="button" className="button slim" onClick={() => void acts.send({ type: 'withdraw-help' })}>
        I am all right again
      </button>
    </Card>
  )
}

export function CareCards() {
  const { acts } = useSession()
  const asked = useSessionState((state) => state.care.asked)
  const needHelp = useSessionState((state) => state.care.needHelp)
  const people = useSessionState((state) => state.snapshot?.participants)
  const nameOf = (identity: Identity) => people?.find((one) => one.identity === identity)?.name ?? 'Somebody'
  return (
    <div className="care-cards" role="status">
      {needHelp.map((identity) => (
        <Card key={identity} label={`${nameOf(identity)} needs help`} strong>
          <p>
            <strong>{nameOf(identity)} asks for help</strong>, and told only those who run the meeting.
          </p>
          <div className="row">
            <button
              type="button"
              className="button slim primary"
              onClick={() => void acts.send({ type: 'ask-word', to: identity, crisis: true })}
            >
              Offer to step aside
            </button>
            <button
              type="button"
              className="button slim"
              onClick={() => void acts.send({ type: 'see-help', to: identity })}
            >
              I have seen it
            </button>
          </div>
        </Card>
      ))}
      {asked.map((one) => (
        <Asked key={one.from} {...one} name={nameOf(one.from)} />
      ))}
      <Reminder />
      <Asking nameOf={nameOf} />
      <OwnHelp />
    </div>
  )
}
