// The name one is called by here, whether it is the first time, and the group's own question.

import { useState } from 'react'
import { ANSWER_LENGTH, NAME_LENGTH } from '#protocol/limits.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Icon } from '../icons/Icon.tsx'
import type { Draft } from './draft.ts'
import { FaultLine } from './FaultLine.tsx'

interface NameStepProps {
  readonly draft: Draft
  readonly question: string | null
  readonly onChange: (change: Partial<Draft>) => void
  readonly fault: string | null
}

export function NameStep({ draft, question, onChange, fault }: NameStepProps) {
  const { acts } = useSession()
  const [asking, setAsking] = useState(false)

  async function suggest() {
    setAsking(true)
    const name = await acts.suggestName()
    setAsking(false)
    if (name !== null) onChange({ name })
  }

  return (
    <>
      <div className="field">
        <label htmlFor="name">Your name in this meeting</label>
        <p id="name-hint" className="hint">
          Better not your real one. It is gone when the meeting ends.
        </p>
        <div className="name-row">
          <input
            id="name"
            className="input"
            value={draft.name}
            maxLength={NAME_LENGTH}
            autoComplete="off"
            autoCapitalize="words"
            spellCheck={false}
            aria-invalid={fault !== null}
            aria-describedby="name-hint name-fault"
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <button type="button" className="button" aria-disabled={asking} onClick={() => void suggest()}>
            <Icon name="another" />
            Another
          </button>
        </div>
        <FaultLine id="name-fault" text={fault} />
      </div>
      {question !== null && (
        <div className="field">
          <label htmlFor="answer">{question}</label>
          <p id="answer-hint" className="hint">
            One line, if you like. Only those who hold the door read it.
          </p>
          <input
            id="answer"
            className="input"
            value={draft.answer}
            maxLength={ANSWER_LENGTH}
            autoComplete="off"
            aria-describedby="answer-hint"
            onChange={(event) => onChange({ answer: event.target.value })}
          />
        </div>
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.firstTime}
          onChange={(event) => onChange({ firstTime: event.target.checked })}
        />
        <span>
          It is my first time here
          <span className="hint">Those who hold the door see it and can welcome you. Nobody else does.</span>
        </span>
      </label>
    </>
  )
}
