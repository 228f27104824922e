// Soft words to the room while the hour stands still: ready-made ones, and a line of one's own.

import { useState } from 'react'
import { PAUSE_WORDS_LENGTH } from '#protocol/scriptRun.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

const READY = [
  'Let us breathe together for a moment. Nobody has to say anything.',
  'Let us come back to one voice at a time.',
  'Somebody needs a moment. We wait, and there is time.',
  'Feel your feet on the floor. We go on when we are ready.',
]

export function PausePanel() {
  const { acts } = useSession()
  const [own, setOwn] = useState('')
  const run = useSessionState((state) => state.snapshot?.script ?? null)
  const say = (words: string) => void acts.send({ type: 'pause-script', words })
  if (!run) return <p className="small quiet">Words are said with a pause of the script. None runs just now.</p>
  if (run.paused) {
    return (
      <section className="run-part" aria-label="Words to the room">
        <p className="small">{run.pauseWords ?? 'The circle pauses, without words.'}</p>
        <button type="button" className="button" onClick={() => void acts.send({ type: 'resume-script' })}>
          Go on
        </button>
      </section>
    )
  }
  return (
    <section className="run-part" aria-label="Words to the room">
      <p className="small quiet">The hour stands still, and everybody reads:</p>
      {READY.map((words) => (
        <button key={words} type="button" className="say-button" onClick={() => say(words)}>
          {words}
        </button>
      ))}
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault()
          if (own.trim() !== '') say(own.trim())
          setOwn('')
        }}
      >
        <label htmlFor="own-words">In your own words</label>
        <input
          id="own-words"
          className="input"
          maxLength={PAUSE_WORDS_LENGTH}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <button type="submit" className="button slim">
          Pause and say it
        </button>
      </form>
    </section>
  )
}
