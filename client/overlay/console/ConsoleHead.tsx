// The line over the console: back to the circle, where the hour is, and what is for oneself. As high as it is, whatever it says.

import { useSessionState } from '../../hooks/useSessionState.ts'
import { Icon } from '../icons/Icon.tsx'
import { PageTitle } from '../meeting/PageTitle.tsx'
import { StepLine } from '../meeting/script/StepLine.tsx'

interface ConsoleHeadProps {
  readonly onCircle: (() => void) | null
  readonly onSettings: () => void
}

export function ConsoleHead({ onCircle, onSettings }: ConsoleHeadProps) {
  const count = useSessionState((state) => state.snapshot?.participants.length ?? 0)
  const seats = useSessionState((state) => state.snapshot?.seats ?? 0)
  return (
    <header className="console-head">
      <div className="row nowrap">
        {onCircle && (
          <button type="button" className="chip" onClick={onCircle}>
            <Icon name="back" />
            <span>
              To the circle<span className="unseen">, away from the console</span>
            </span>
          </button>
        )}
        <PageTitle text="The console" unseen={onCircle !== null} />
        <p className="console-count quiet">
          {count} of {seats} chairs
        </p>
      </div>
      <StepLine />
      <button type="button" className="chip" onClick={onSettings}>
        <Icon name="settings" />
        <span className="chip-more">For you</span>
      </button>
    </header>
  )
}
