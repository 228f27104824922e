// For everybody, at the top: which step it is, what it invites to, and the shared lamp.

import { useNow } from '../../../hooks/useNow.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { invitation, stepTime, stepTitle } from '../../../meeting/scriptLine.ts'
import { Icon } from '../../icons/Icon.tsx'
import { LampLight } from './LampLight.tsx'

export function StepLine() {
  const run = useSessionState((state) => state.snapshot?.script ?? null)
  const lamp = useSessionState((state) => state.snapshot?.lamp ?? null)
  const offset = useSessionState((state) => state.clockOffsetMs)
  const now = useNow() + offset
  if (!run && !lamp) return null
  return (
    <div className="step-line">
      {run && (
        <p className="step-now">
          <strong>{stepTitle(run)}</strong>
          {run.pausedAt !== null && (
            <span className="step-paused">
              <Icon name="pause" />A pause
            </span>
          )}
          <span className="step-time">{stepTime(run, now)}</span>
        </p>
      )}
      {run?.pauseWords && <p className="pause-words">{run.pauseWords}</p>}
      {run && run.members.length > 0 && <p className="floor-more">{invitation(run)}</p>}
      {lamp && <LampLight lamp={lamp} now={run?.pausedAt ?? now} />}
    </div>
  )
}
