// Where one prepares: five small decisions, and the knocker always in reach.

import { useEffect, useState } from 'react'
import type { Me } from '#protocol/api.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { AgreementsStep } from './AgreementsStep.tsx'
import { faultFrom, faultOf, knockOf, STEPS, type Draft, type Fault, type Step } from './draft.ts'
import { LookStep } from './LookStep.tsx'
import { NameStep } from './NameStep.tsx'
import { PorchFooter } from './PorchFooter.tsx'
import { PorchPage } from './PorchPage.tsx'
import { StepList } from './StepList.tsx'
import type { TurntableView } from './turntableView.ts'
import { VoiceStep } from './VoiceStep.tsx'
import { WelcomeStep } from './WelcomeStep.tsx'

function titleOf(step: Step, me: Me): string {
  if (step === 'welcome') return `Welcome to ${me.group.name}`
  if (step === 'agreements') return 'How we are with each other'
  if (step === 'name') return 'What may we call you?'
  return step === 'look' ? 'How would you like to look?' : 'Your voice'
}

/** Where a fault is put right. */
const FIELD: Readonly<Partial<Record<Step, string>>> = { agreements: 'agree', name: 'name' }

interface PorchProps {
  readonly me: Me
  readonly Turntable: TurntableView
}

export function Porch({ me, Turntable }: PorchProps) {
  const { acts, headset } = useSession()
  const [settings, change] = useSettings()
  const known = settings.consent >= me.group.consent
  const [step, setStep] = useState<Step>('welcome')
  const [seen, setSeen] = useState<ReadonlySet<Step>>(new Set(known ? STEPS.slice(0, 2) : []))
  const [draft, setDraft] = useState<Draft>({
    name: me.name,
    avatar: me.avatar,
    firstTime: false,
    answer: '',
    agreed: known,
  })
  const [fault, setFault] = useState<Fault | null>(null)
  const [knocking, setKnocking] = useState(false)

  function go(to: Step) {
    setSeen(new Set([...seen, step]))
    setStep(to)
  }

  function update(part: Partial<Draft>) {
    setDraft((before) => ({ ...before, ...part }))
    setFault(null)
    if (part.agreed !== undefined) change({ consent: part.agreed ? me.group.consent : 0 })
  }

  function show(found: Fault) {
    setFault(found)
    if (found.step !== null) go(found.step)
  }

  // After the page has moved its own focus to the step's title.
  useEffect(() => {
    const field = fault?.step && FIELD[fault.step]
    if (field) document.querySelector<HTMLElement>(`#${field}`)?.focus()
  }, [fault])

  async function knock(open: boolean) {
    const found = faultOf(draft)
    if (found) return show(found)
    setKnocking(true)
    const refusal = await acts.knock(knockOf(draft, me.group))
    setKnocking(false)
    if (refusal) {
      // What there is to put right is on the page.
      headset.leave()
      return show(faultFrom(refusal))
    }
    if (open) await acts.send({ type: 'open-doors' })
  }

  const at = (where: Step) => (fault?.step === where ? fault.text : null)
  return (
    <PorchPage
      title={titleOf(step, me)}
      about={step}
      avatar={draft.avatar}
      name={draft.name}
      Turntable={step === 'look' ? Turntable : undefined}
      steps={<StepList step={step} seen={seen} onStep={go} />}
      footer={
        <PorchFooter
          me={me}
          step={step}
          ready={faultOf(draft) === null}
          busy={knocking}
          fault={fault?.step === null ? fault.text : null}
          onStep={go}
          onKnock={knock}
        />
      }
    >
      {step === 'welcome' && <WelcomeStep me={me} />}
      {step === 'agreements' && (
        <AgreementsStep
          group={me.group}
          agreed={draft.agreed}
          onAgreed={(agreed) => update({ agreed })}
          fault={at('agreements')}
        />
      )}
      {step === 'name' && <NameStep draft={draft} question={me.group.question} onChange={update} fault={at('name')} />}
      {step === 'look' && <LookStep avatar={draft.avatar} onChange={(avatar) => update({ avatar })} />}
      {step === 'voice' && <VoiceStep />}
    </PorchPage>
  )
}
