// The group's own agreements and the consent, which is asked once per version of the text.

import type { Group } from '#protocol/api.ts'
import { Icon } from '../icons/Icon.tsx'
import { FaultLine } from './FaultLine.tsx'

interface AgreementsStepProps {
  readonly group: Group
  readonly agreed: boolean
  readonly onAgreed: (agreed: boolean) => void
  readonly fault: string | null
}

export function AgreementsStep({ group, agreed, onAgreed, fault }: AgreementsStepProps) {
  return (
    <>
      <p className="quiet">What everyone in {group.name} keeps to, so that anyone can speak.</p>
      <ul className="agreements">
        {group.agreements.map((agreement) => (
          <li key={agreement}>
            <Icon name="heart" />
            {agreement}
          </li>
        ))}
      </ul>
      <div className="field">
        <label className="choice">
          <input
            id="agree"
            type="checkbox"
            checked={agreed}
            aria-invalid={fault !== null}
            aria-describedby="agree-fault"
            onChange={(event) => onAgreed(event.target.checked)}
          />
          <span>
            I have read what this is and is not, and I keep to these agreements.
            <span className="hint">Remembered on this device until the text changes.</span>
          </span>
        </label>
        <FaultLine id="agree-fault" text={fault} />
      </div>
    </>
  )
}
