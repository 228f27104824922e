// Scripts as files: one is saved to this device, changed in any editor of texts, and brought back. What is wrong with it is said step
// by step, and then nothing of it is taken. A chunk of its own: few need it, and never in a hurry.

import { useState } from 'react'
import { checkScript, SCRIPT_BYTES, type Script } from '#protocol/script.ts'
import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { errorSentence } from '../../../meeting/errorSentences.ts'
import type { ScriptShelf } from '../../../meeting/scriptShelf.ts'
import { readScriptFile } from '../../../meeting/scriptFile.ts'
import { EditorFaults } from '../../editor/EditorFaults.tsx'
import { saveScriptFile } from '../../editor/saveScriptFile.ts'

interface ScriptFilesProps {
  readonly shelf: ScriptShelf
  readonly script: Script
  /** The group's own, so that it can be put away. */
  readonly own: boolean
  readonly onChanged: () => void
}

export function ScriptFiles({ shelf, script, own, onChanged }: ScriptFilesProps) {
  const [faults, setFaults] = useState<readonly ScriptFault[]>([])
  const [said, setSaid] = useState('')

  async function bring(file: File) {
    setSaid('')
    setFaults([])
    if (file.size > SCRIPT_BYTES) return setSaid('This file is too large to be a script.')
    const checked = checkScript(readScriptFile(await file.text()))
    if (!checked.ok) return setFaults(checked.faults)
    const answer = await shelf.save(checked.script)
    if (!answer.ok) {
      setFaults(answer.refusal.faults ?? [])
      return setSaid(errorSentence(answer.refusal.code))
    }
    setSaid(`“${answer.value.title}” is kept with your group now.`)
    onChanged()
  }

  async function putAway() {
    const answer = await shelf.remove(script.id)
    setSaid(answer.ok ? `“${script.title}” is deleted.` : errorSentence(answer.refusal.code))
    if (answer.ok) onChanged()
  }

  return (
    <div className="stack">
      <div className="row">
        <button type="button" className="button slim" onClick={() => saveScriptFile(script)}>
          Save “{script.title}” as a file
        </button>
        {own && (
          <button type="button" className="button slim danger" onClick={() => void putAway()}>
            Delete it here
          </button>
        )}
      </div>
      <label className="field">
        Bring a script from a file
        <input
          className="input"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void bring(file)
            // The same file, mended, can be chosen again.
            event.target.value = ''
          }}
        />
      </label>
      <p className="small quiet">
        Texts that your group reads are kept on this server with the group, and shown only while their step runs.
      </p>
      <div role="status">
        {said !== '' && <p className="small">{said}</p>}
        {faults.length > 0 && (
          <>
            <p className="small">Nothing was taken. This has to be mended first:</p>
            <EditorFaults faults={faults} />
          </>
        )}
      </div>
    </div>
  )
}
