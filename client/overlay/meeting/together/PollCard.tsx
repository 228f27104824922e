// A question to the circle: hands that everybody sees, or a temperature of which nobody sees whose it is. It closes by itself.

import type { Together } from '#protocol/together.ts'
import { LEAST_ANSWERS } from '#protocol/limits.ts'
import { useNow } from '../../../hooks/useNow.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { clockOf } from '../../../meeting/scriptLine.ts'
import './together.css'

type Poll = NonNullable<Together['poll']>

const TEMPERATURES = ['very low', 'low', 'in between', 'well', 'very well'] as const

function Temperature({ poll }: { poll: Poll }) {
  const { acts } = useSession()
  return (
    <>
      <div className="poll-answers" role="group" aria-label={poll.question}>
        {TEMPERATURES.map((word, at) => (
          <button
            key={word}
            type="button"
            className="button slim"
            onClick={() => void acts.send({ type: 'answer-poll', poll: poll.id, answer: at + 1 })}
          >
            {word}
          </button>
        ))}
      </div>
      <p className="small quiet">
        Nobody sees who answers what. The result is shown only from {LEAST_ANSWERS} answers on. One answer each;{' '}
        {poll.answered} so far.
      </p>
    </>
  )
}

function Hands({ poll }: { poll: Poll }) {
  const { acts } = useSession()
  const me = useSessionState((state) => state.identity)
  const people = useSessionState((state) => state.snapshot?.participants)
  const up = me !== null && poll.up.includes(me)
  const names = people?.filter((one) => poll.up.includes(one.identity)).map((one) => one.name) ?? []
  return (
    <>
      {poll.open && (
        <button
          type="button"
          className="button slim"
          aria-pressed={up}
          onClick={() => void acts.send({ type: 'answer-poll', poll: poll.id, answer: up ? 0 : 1 })}
        >
          {up ? 'Hand down' : 'My hand is up'}
        </button>
      )}
      <p className="small quiet">
        {names.length === 0 ? 'No hand is up.' : `${names.length} up: ${names.join(', ')}.`} Everybody sees whose.
      </p>
    </>
  )
}

function Result({ poll }: { poll: Poll }) {
  if (!poll.counts) {
    return (
      <p className="small quiet">Fewer than {LEAST_ANSWERS} answered, so nothing is shown: it would say too much.</p>
    )
  }
  const most = Math.max(1, ...poll.counts)
  return (
    <ol className="poll-result">
      {TEMPERATURES.map((word, at) => (
        <li key={word}>
          <span>{word}</span>
          <span className="poll-bar" aria-hidden="true">
            <span style={{ width: `${((poll.counts?.[at] ?? 0) / most) * 100}%` }} />
          </span>
          <span>{poll.counts?.[at] ?? 0}</span>
        </li>
      ))}
    </ol>
  )
}

export function PollCard() {
  const poll = useSessionState((state) => state.snapshot?.together.poll ?? null)
  const offset = useSessionState((state) => state.clockOffsetMs)
  const now = useNow() + offset
  if (!poll) return null
  return (
    <section className="care-card" aria-label="A question to the circle">
      <p>
        <strong>{poll.question}</strong>
        {poll.open && <span className="quiet"> {clockOf(Math.max(0, poll.endsAt - now))}</span>}
      </p>
      {poll.kind === 'hands' && <Hands poll={poll} />}
      {poll.kind === 'temperature' && (poll.open ? <Temperature poll={poll} /> : <Result poll={poll} />)}
    </section>
  )
}
