// The hour for those who run it: begin with a script, go through it, and see honestly when it ends.

import { useSessionState } from '../../../hooks/useSessionState.ts'
import { ScriptStart } from './ScriptStart.tsx'
import { ScriptSteps } from './ScriptSteps.tsx'

export function ScriptPanel() {
  const run = useSessionState((state) => state.snapshot?.script ?? null)
  const open = useSessionState((state) => state.snapshot?.phase === 'open')
  return (
    <section aria-labelledby="script-title" className="run-part">
      <h3 id="script-title">
        The hour {run && <span className="run-state">{run.pausedAt === null ? 'under way' : 'time stands still'}</span>}
      </h3>
      {run ? <ScriptSteps run={run} /> : <ScriptStart ready={open} />}
    </section>
  )
}
