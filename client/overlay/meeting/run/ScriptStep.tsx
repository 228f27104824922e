// One step in the list of a running script: go there, leave it out, take it in again.

import type { ScriptRunView } from '#protocol/scriptRun.ts'
import { useChosen } from '../../../hooks/useChosen.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function ScriptStep({ run, at }: { run: ScriptRunView; at: number }) {
  const { acts } = useSession()
  const chosen = useChosen()
  const lead = run.assigned.find((one) => one.step === at)?.identity ?? null
  const leader = useSessionState(
    ({ snapshot }) => snapshot?.participants.find((one) => one.identity === lead)?.name ?? null,
  )
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
      <span className="quiet small">
        {leader && `${leader}, `}
        {run.minutes[at]} min
      </span>
      {chosen && at >= run.index && chosen.identity !== lead && (
        <button
          type="button"
          className="button plain slim"
          onClick={() => void acts.send({ type: 'assign-step', step: at, to: chosen.identity })}
        >
          {chosen.name} leads it{about}
        </button>
      )}
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
