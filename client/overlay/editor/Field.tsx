// One field of the editor: its name, its limit, and what is wrong with it, said where it is.

import { useId, type ReactNode } from 'react'
import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { Icon } from '../icons/Icon.tsx'

/** What the control has to be given, so that its name and its faults belong to it. */
export interface FieldLinks {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly label: string
  /** Such as how much of a limit is used. */
  readonly hint?: string
  readonly faults: readonly ScriptFault[]
  readonly children: (links: FieldLinks) => ReactNode
}

export function Field({ label, hint, faults, children }: FieldProps) {
  const id = useId()
  const about = `${id}-about`
  return (
    <div className="field editor-field">
      <div className="editor-label">
        <label htmlFor={id}>{label}</label>
        {hint && <span className="hint">{hint}</span>}
      </div>
      {children({ id, 'aria-describedby': about, 'aria-invalid': faults.length > 0 })}
      <div id={about}>
        {faults.map((fault) => (
          <p key={fault.message} className="fault">
            <Icon name="warning" />
            {fault.message}
          </p>
        ))}
      </div>
    </div>
  )
}
