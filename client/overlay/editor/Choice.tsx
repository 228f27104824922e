// A field with a few known answers, and perhaps "none of them".

import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { Field } from './Field.tsx'

interface ChoiceProps<K extends string> {
  readonly label: string
  readonly choices: Readonly<Record<K, string>>
  readonly value: K | null
  /** The word for null; without it one of the choices is always chosen. */
  readonly none?: string
  readonly faults: readonly ScriptFault[]
  readonly onChange: (value: K | null) => void
}

export function Choice<K extends string>({ label, choices, value, none, faults, onChange }: ChoiceProps<K>) {
  const known = keysOf(choices)
  return (
    <Field label={label} faults={faults}>
      {(links) => (
        <select
          {...links}
          className="input"
          value={value ?? ''}
          onChange={(event) => onChange(known.find((key) => key === event.target.value) ?? null)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {known.map((key) => (
            <option key={key} value={key}>
              {choices[key]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function keysOf<K extends string>(choices: Readonly<Record<K, string>>): K[] {
  const isKey = (key: string): key is K => key in choices
  return Object.keys(choices).filter(isKey)
}
