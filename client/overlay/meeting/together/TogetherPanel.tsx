// For those who run the meeting: what the circle does together. Each is begun and ended by one press.

import { useState } from 'react'
import { POLL_QUESTION_LENGTH } from '#protocol/limits.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

const POLL_SECONDS = 60
const SILENCE_SECONDS = 60
const READY_QUESTION = { hands: 'Who would like to speak to this?', temperature: 'How are you just now?' } as const
const CHATS = [
  ['off', 'Nobody writes'],
  ['facilitator', 'To you'],
  ['all', 'All write'],
] as const

export function TogetherPanel() {
  const { acts } = useSession()
  const [question, setQuestion] = useState('')
  const together = useSessionState((state) => state.snapshot?.together)
  const asked = useSessionState((state) => state.milestones.asked)
  const people = useSessionState((state) => state.snapshot?.participants)
  if (!together) return null
  const nameOf = (identity: string) => people?.find((one) => one.identity === identity)?.name ?? 'Somebody'
  const poll = (kind: 'hands' | 'temperature') => {
    void acts.send({
      type: 'start-poll',
      kind,
      question: question.trim() || READY_QUESTION[kind],
      seconds: POLL_SECONDS,
    })
    setQuestion('')
  }
  const { chat, milestone, checkout, ring, silenceEndsAt } = together
  return (
    <section className="run-part" aria-labelledby="together-title">
      <h3 id="together-title">Together</h3>
      {milestone && (
        <button type="button" className="say-button" onClick={() => void acts.send({ type: 'end-milestone' })}>
          {nameOf(milestone.identity)} has been marked: go on
        </button>
      )}
      {asked.map(({ identity, kind, words }) => (
        <button
          key={identity}
          type="button"
          className="say-button"
          onClick={() => void acts.send({ type: 'call-milestone', to: identity })}
        >
          Call {nameOf(identity)}: {words || 'something'}, with a {kind}
        </button>
      ))}
      <div className="modes">
        <button
          type="button"
          className="button slim"
          aria-pressed={silenceEndsAt !== null}
          onClick={() =>
            void acts.send(
              silenceEndsAt === null ? { type: 'keep-silence', seconds: SILENCE_SECONDS } : { type: 'end-silence' },
            )
          }
        >
          Minute of silence
        </button>
        <button
          type="button"
          className="button slim"
          aria-pressed={checkout !== null}
          onClick={() => void acts.send({ type: checkout === null ? 'start-checkout' : 'end-checkout' })}
        >
          Check-out round
        </button>
        <button
          type="button"
          className="button slim"
          aria-pressed={ring !== null}
          onClick={() => void acts.send({ type: ring === null ? 'light-ring' : 'put-out-ring' })}
        >
          Ring of light
        </button>
      </div>
      {together.poll?.open ? (
        <button type="button" className="button slim" onClick={() => void acts.send({ type: 'close-poll' })}>
          Close the question
        </button>
      ) : (
        <div className="field">
          <label htmlFor="poll-question">A question to all</label>
          <input
            id="poll-question"
            className="input"
            maxLength={POLL_QUESTION_LENGTH}
            placeholder={READY_QUESTION.temperature}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
          <div className="modes">
            <button type="button" className="button slim" onClick={() => poll('temperature')}>
              Ask, nobody sees whose
            </button>
            <button type="button" className="button slim" onClick={() => poll('hands')}>
              Show of hands
            </button>
          </div>
        </div>
      )}
      <div className="modes" role="group" aria-label="Writing">
        {CHATS.map(([mode, word]) => (
          <button
            key={mode}
            type="button"
            className="button slim"
            aria-pressed={chat === mode}
            onClick={() => chat !== mode && void acts.send({ type: 'set-chat', mode })}
          >
            {word}
          </button>
        ))}
      </div>
    </section>
  )
}
