// The running step's text for whoever reads it: large, in its own lines, gone when the step is.

import { useId, useState } from 'react'
import { useMe } from '../../../hooks/useMe.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { stepTitle } from '../../../meeting/scriptLine.ts'

export function StepText() {
  const id = useId()
  const me = useMe()
  const text = useSessionState((state) => state.scriptText)
  const run = useSessionState((state) => state.snapshot?.script ?? null)
  const mine = useSessionState(({ snapshot, identity }) => identity !== null && snapshot?.floor.speaker === identity)
  const [hidden, setHidden] = useState<number | null>(null)
  // The stream and the snapshot come by different ways: what belongs to another step is not shown.
  if (!text || !run || text.step !== run.index) return null
  const reads = mine || (me !== null && me.role === run.role)
  return (
    <section className="step-text" aria-labelledby={id} data-mine={reads}>
      <div className="step-text-head">
        <h2 id={id}>{reads ? `For you to read: ${stepTitle(run)}` : stepTitle(run)}</h2>
        <button
          type="button"
          className="button plain slim"
          aria-expanded={hidden !== text.step}
          onClick={() => setHidden(hidden === text.step ? null : text.step)}
        >
          {hidden === text.step ? 'Show the text' : 'Hide'}
        </button>
      </div>
      {hidden !== text.step && (
        // Long texts are moved through by keys as well.
        <div className="step-words" role="group" aria-label="The text" tabIndex={0}>
          {text.text}
        </div>
      )}
    </section>
  )
}
