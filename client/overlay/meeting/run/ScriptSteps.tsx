// A running script: the steps in order, the presses that move it, and the end as it will be. Every press names the step that it was
// meant for, so that two people who press at once go on by one.

import { useNow } from '../../../hooks/useNow.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { endTime, stepTime } from '../../../meeting/scriptLine.ts'
import type { ScriptRunView } from '#protocol/scriptRun.ts'
import { Icon } from '../../icons/Icon.tsx'
import { Confirm } from './Confirm.tsx'
import { ScriptStep } from './ScriptStep.tsx'

export function ScriptSteps({ run }: { run: ScriptRunView }) {
  const { acts } = useSession()
  const offset = useSessionState((state) => state.clockOffsetMs)
  const now = useNow() + offset
  const from = run.index
  const still = run.pausedAt !== null
  const last = run.titles.every((_, at) => at <= from || run.skipped.includes(at))
  const step = (type: 'next-step' | 'previous-step' | 'repeat-step' | 'extend-step') => () =>
    void acts.send({ type, from })
  return (
    <>
      <p className="script-end">
        {stepTime(run, now)} {run.title} ends at about <strong>{endTime(run, now, offset)}</strong>.
      </p>
      <div className="row">
        <button type="button" className="button primary" disabled={still} onClick={step('next-step')}>
          <Icon name="forward" />
          {last ? 'End the script' : 'Next step'}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={run.paused}
          onClick={() => void acts.send({ type: run.paused ? 'resume-script' : 'pause-script' })}
        >
          <Icon name="pause" />
          {run.paused ? 'Go on' : 'Care pause'}
        </button>
      </div>
      <div className="row">
        <button type="button" className="button slim" onClick={step('extend-step')}>
          Two minutes more
        </button>
        <button type="button" className="button slim" disabled={still || from === 0} onClick={step('previous-step')}>
          Back
        </button>
        <button type="button" className="button slim" disabled={still} onClick={step('repeat-step')}>
          Again
        </button>
      </div>
      <ol className="script-steps">
        {run.titles.map((_, at) => (
          <ScriptStep key={at} run={run} at={at} />
        ))}
      </ol>
      <Confirm
        label="Stop the script"
        question="The meeting goes on without it. It can be started again from the beginning."
        act="Stop it"
        back="Keep it"
        onAct={() => void acts.send({ type: 'stop-script' })}
      />
    </>
  )
}
