// Everything that one step says: what it is called, how long it is, who leads it, what is read, and what it does to the circle.

import { STEP_TEXT_LENGTH, type Step } from '#protocol/script.ts'
import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { MEMBER_ACTS, STEP_TITLE_LENGTH } from '#protocol/scriptRun.ts'
import { faultsAt } from '../../meeting/scriptDraft.ts'
import { FLOOR_WORDS } from '../meeting/floorWords.ts'
import { Choice } from './Choice.tsx'
import {
  ACT_CHOICES,
  CHAT_CHOICES,
  END_CHOICES,
  LIGHT_CHOICES,
  ROLE_CHOICES,
  ROOM_CHOICES,
  SHARE_CHOICES,
  SHARE_KEYS,
  TEXT_CHOICES,
} from './editorWords.ts'
import { Field } from './Field.tsx'

interface StepFieldsProps {
  readonly step: Step
  readonly at: number
  readonly faults: readonly ScriptFault[]
  readonly onChange: (part: { [K in keyof Step]?: Step[K] | undefined }) => void
}

const FLOOR_CHOICES = {
  open: FLOOR_WORDS.open.word,
  hands: FLOOR_WORDS.hands.word,
  piece: FLOOR_WORDS.piece.word,
  'one-voice': FLOOR_WORDS['one-voice'].word,
  silence: FLOOR_WORDS.silence.word,
} as const

export function StepFields({ step, at, faults, onChange }: StepFieldsProps) {
  const wrong = (field: keyof Step) => faultsAt(faults, at, field)
  const light = step.dim === undefined ? null : step.dim ? 'dim' : 'bright'
  return (
    <div className="step-fields">
      <div className="editor-pair">
        <Field label="Title" hint={`${step.title.length} of ${STEP_TITLE_LENGTH}`} faults={wrong('title')}>
          {(links) => (
            <input
              {...links}
              className="input"
              value={step.title}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="Minutes" faults={wrong('minutes')}>
          {(links) => (
            <input
              {...links}
              className="input"
              type="number"
              inputMode="numeric"
              min="1"
              max="120"
              value={Number.isNaN(step.minutes) ? '' : step.minutes}
              onChange={(event) => onChange({ minutes: event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <div className="editor-pair even">
        <Choice
          label="Who may speak"
          choices={FLOOR_CHOICES}
          value={step.floor}
          faults={wrong('floor')}
          onChange={(floor) => floor && onChange({ floor })}
        />
        <Choice
          label="It ends"
          choices={END_CHOICES}
          value={step.ends}
          faults={wrong('ends')}
          onChange={(ends) => ends && onChange({ ends })}
        />
        <Choice
          label="Who leads it"
          choices={ROLE_CHOICES}
          none="Nobody"
          value={step.role}
          faults={wrong('role')}
          onChange={(role) => onChange({ role })}
        />
        <Choice
          label="Chat"
          choices={CHAT_CHOICES}
          value={step.chat}
          faults={wrong('chat')}
          onChange={(chat) => chat && onChange({ chat })}
        />
        <Choice
          label="Room"
          choices={ROOM_CHOICES}
          none="As it is"
          value={step.environment ?? null}
          faults={wrong('environment')}
          onChange={(environment) => onChange({ environment: environment ?? undefined })}
        />
        <Choice
          label="Light"
          choices={LIGHT_CHOICES}
          none="As it is"
          value={light}
          faults={wrong('dim')}
          onChange={(chosen) => onChange({ dim: chosen === null ? undefined : chosen === 'dim' })}
        />
        <Choice
          label="One share"
          choices={SHARE_CHOICES}
          none="Not counted"
          value={SHARE_KEYS.find((key) => Number(key) === step.shareSeconds) ?? null}
          faults={wrong('shareSeconds')}
          onChange={(seconds) => onChange({ shareSeconds: seconds === null ? undefined : Number(seconds) })}
        />
      </div>
      <Field label="Text that is read" hint={`${step.text.length} of ${STEP_TEXT_LENGTH}`} faults={wrong('text')}>
        {(links) => (
          <textarea
            {...links}
            className="input"
            rows={6}
            value={step.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <Choice
        label="The text is for"
        choices={TEXT_CHOICES}
        value={step.textFor}
        faults={wrong('textFor')}
        onChange={(textFor) => textFor && onChange({ textFor })}
      />
      <fieldset className="editor-acts">
        <legend className="legend">Members are invited to</legend>
        {MEMBER_ACTS.map((act) => (
          <label key={act} className="editor-act">
            <input
              type="checkbox"
              checked={step.members.includes(act)}
              onChange={(event) =>
                onChange({
                  members: MEMBER_ACTS.filter((one) =>
                    one === act ? event.target.checked : step.members.includes(one),
                  ),
                })
              }
            />
            {ACT_CHOICES[act]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
