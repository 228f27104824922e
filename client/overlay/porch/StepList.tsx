// The five small decisions before knocking, in order; any of them can be gone to at any time.

import { Icon } from '../icons/Icon.tsx'
import { STEPS, type Step } from './draft.ts'

const LABELS: Readonly<Record<Step, string>> = {
  welcome: 'Welcome',
  agreements: 'Agreements',
  name: 'Name',
  look: 'Look',
  voice: 'Voice',
}

interface StepListProps {
  readonly step: Step
  readonly seen: ReadonlySet<Step>
  readonly onStep: (step: Step) => void
}

export function StepList({ step, seen, onStep }: StepListProps) {
  return (
    <nav aria-label="Before you knock">
      <ol className="steps">
        {STEPS.map((one) => (
          <li key={one}>
            <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => onStep(one)}>
              <span className="step-mark">{seen.has(one) && one !== step && <Icon name="check" />}</span>
              <span className="step-label">{LABELS[one]}</span>
              {seen.has(one) && one !== step && <span className="unseen"> (seen)</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
