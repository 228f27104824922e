// Back, on, and the knocker. What is to be done next is the one in ember.

import type { Me } from '#protocol/api.ts'
import { HeadsetButton } from '../headset/HeadsetButton.tsx'
import { HeadsetLine } from '../headset/HeadsetLine.tsx'
import { Icon } from '../icons/Icon.tsx'
import { STEPS, type Step } from './draft.ts'
import { FaultLine } from './FaultLine.tsx'

interface PorchFooterProps {
  readonly me: Me
  readonly step: Step
  /** Nothing stands in the way of knocking. */
  readonly ready: boolean
  readonly busy: boolean
  readonly fault: string | null
  readonly onStep: (step: Step) => void
  /** `open`: the doors with it. */
  readonly onKnock: (open: boolean) => Promise<void>
}

export function PorchFooter({ me, step, ready, busy, fault, onStep, onKnock }: PorchFooterProps) {
  const index = STEPS.indexOf(step)
  const [before, after] = [STEPS[index - 1], STEPS[index + 1]]
  const opens = me.keyHolder && me.phase === 'closed'
  const last = after === undefined
  const word = opens ? 'Open the doors' : me.keyHolder ? 'Sit down' : 'Knock'
  return (
    <>
      <FaultLine id="knock-fault" text={fault} />
      <HeadsetLine />
      <div className="porch-acts">
        {before && (
          <button type="button" className="button plain back" onClick={() => onStep(before)}>
            <Icon name="back" />
            <span className="back-word">Back</span>
          </button>
        )}
        {opens && last && (
          <button type="button" className="button plain" aria-disabled={busy} onClick={() => void onKnock(false)}>
            Sit down first
          </button>
        )}
        {after && (
          <button type="button" className={ready ? 'button' : 'button primary'} onClick={() => onStep(after)}>
            Continue
            <Icon name="forward" />
          </button>
        )}
        {ready && !busy && (
          <HeadsetButton className="button" word={`${word} in VR`} onEnter={() => void onKnock(opens)} />
        )}
        <button
          type="button"
          className={ready || last ? 'button primary knock' : 'button knock'}
          aria-describedby="knock-fault"
          aria-disabled={busy}
          onClick={() => !busy && void onKnock(opens)}
        >
          <Icon name={me.keyHolder ? 'key' : 'door'} />
          {busy ? 'One moment…' : word}
        </button>
      </div>
    </>
  )
}
