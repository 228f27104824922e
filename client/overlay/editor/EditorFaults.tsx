// Everything that stands in the way of keeping a script, each with the way to it.

import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { FIELD_WORDS } from './editorWords.ts'

/** A step as people count, or the script itself; the field as the page calls it. */
function faultPlace({ step, field }: ScriptFault): string {
  const where = step === null ? 'The script' : `Step ${step + 1}`
  const [first = ''] = field.split('.')
  return field === '' ? where : `${where}, ${FIELD_WORDS[first] ?? field}`
}

interface EditorFaultsProps {
  readonly faults: readonly ScriptFault[]
  readonly onGo?: ((step: number) => void) | undefined
}

export function EditorFaults({ faults, onGo }: EditorFaultsProps) {
  return (
    <ul className="faults">
      {faults.map((fault, at) => {
        const { step } = fault
        return (
          <li key={at}>
            {onGo && step !== null ? (
              <button type="button" className="fault-go" onClick={() => onGo(step)}>
                {faultPlace(fault)}:
              </button>
            ) : (
              <strong>{faultPlace(fault)}:</strong>
            )}{' '}
            {fault.message}
          </li>
        )
      })}
    </ul>
  )
}
