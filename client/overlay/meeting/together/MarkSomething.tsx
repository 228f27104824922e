// Somebody has something to mark: said in private to those who run the meeting, in one's own words, for a chip or a candle.

import { useState } from 'react'
import { MILESTONE_LENGTH } from '#protocol/limits.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function MarkSomething() {
  const { acts } = useSession()
  const mine = useSessionState((state) => state.milestones.mine)
  const [words, setWords] = useState('')
  if (mine) {
    return (
      <div className="row">
        <p className="small">You asked to mark: {mine.words || 'something'}.</p>
        <button type="button" className="button slim" onClick={() => void acts.send({ type: 'withdraw-milestone' })}>
          Take it back
        </button>
      </div>
    )
  }
  const ask = (kind: 'chip' | 'candle') => void acts.send({ type: 'ask-milestone', kind, words: words.trim() })
  return (
    <div className="field">
      <label htmlFor="mark-words">Something to mark? Those who run the meeting read it, and call you.</label>
      <input
        id="mark-words"
        className="input"
        maxLength={MILESTONE_LENGTH}
        placeholder="A month, a first step, a goodbye"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row">
        <button type="button" className="button slim" onClick={() => ask('chip')}>
          With a chip
        </button>
        <button type="button" className="button slim" onClick={() => ask('candle')}>
          With a candle
        </button>
      </div>
    </div>
  )
}
