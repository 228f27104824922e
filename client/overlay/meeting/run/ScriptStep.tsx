// One step in the list of a running script: go there, leave it out, take it in again.

import type { ScriptRunView } from '#protocol/scriptRun.ts'
import { useSession } from '../../../hooks/useSession.ts'

export function ScriptStep({ run, at }: { run: ScriptRunView; at: number }) {
  const { acts } = useSession()
  const title = run.titles[at] ?? ''
  const current = at === run.index
  const skipped = run.skipped.includes(at)
  const about = <span className="unseen">: {title}</span>
  return (
    <li className="script-step" aria-current={current ? 'step' : undefined} data-skipped={skipped}>
      <span className="script-step-title">
        {title}
        {skipped && <span className="run-state">left out</span>}
      </span>
      <span className="quiet small">{run.minutes[at]} min</span>
      {!current && (
        <span className="row">
          <button
            type="button"
            className="button plain slim"
            disabled={run.pausedAt !== null}
            onClick={() => void acts.send({ type: 'go-to-step', step: at, from: run.index })}
          >
            Go there{about}
          </button>
          {at > run.index && (
            <button
              type="button"
              className="button plain slim"
              onClick={() => void acts.send({ type: 'skip-step', step: at, skip: !skipped })}
            >
              {skipped ? 'Take in' : 'Leave out'}
              {about}
            </button>
          )}
        </span>
      )}
    </li>
  )
}
