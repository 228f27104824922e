// Where a group writes its hour: the steps on the left, the chosen one on the right, and what is wrong beside each. Nothing is kept
// before it is whole, and nothing unsaved goes without a word.

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { checkScript, SCRIPT_BYTES, totalMinutes } from '#protocol/script.ts'
import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { SCRIPT_TITLE_LENGTH } from '#protocol/scriptRun.ts'
import { errorSentence } from '../../meeting/errorSentences.ts'
import {
  addStep,
  changeStep,
  draftFaults,
  duplicateStep,
  faultsAt,
  isUnsaved,
  markKept,
  moveStep,
  redoEdit,
  removeStep,
  renameScript,
  replaceScript,
  undoEdit,
  type ScriptDraft,
} from '../../meeting/scriptDraft.ts'
import { readScriptFile } from '../../meeting/scriptFile.ts'
import type { ScriptShelf } from '../../meeting/scriptShelf.ts'
import { EditorFaults } from './EditorFaults.tsx'
import { EditorHead } from './EditorHead.tsx'
import { Field } from './Field.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { saveScriptFile } from './saveScriptFile.ts'
import { StepFields } from './StepFields.tsx'
import { StepOrder } from './StepOrder.tsx'
import { StepPreview } from './StepPreview.tsx'
import './editor.css'

interface ScriptEditorProps {
  readonly begin: ScriptDraft
  readonly shelf: ScriptShelf
  readonly onKept: () => void
  readonly onClose: () => void
}

interface Said {
  readonly text: string
  readonly faults: readonly ScriptFault[]
}

const NOTHING: Said = { text: '', faults: [] }

export function ScriptEditor({ begin, shelf, onKept, onClose }: ScriptEditorProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [draft, setDraft] = useState(begin)
  const [chosenAt, setChosen] = useState(0)
  const [said, setSaid] = useState(NOTHING)
  const [leaving, setLeaving] = useState(false)
  const unsaved = isUnsaved(draft)
  const faults = draftFaults(draft)
  const tooMuch = faultsAt(faults, null, 'steps')
  const { steps, title } = draft.script
  const at = Math.min(chosenAt, steps.length - 1)
  const step = steps[at]

  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  useEffect(() => {
    if (!unsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])

  function edit(next: ScriptDraft, to = at) {
    setDraft(next)
    setChosen(to)
    setSaid(NOTHING)
  }

  function move(from: number, to: number) {
    const place = Math.max(0, Math.min(steps.length - 1, to))
    edit(moveStep(draft, from, place), place)
    setSaid({ text: `“${steps[from]?.title}” is step ${place + 1} of ${steps.length} now.`, faults: [] })
    requestAnimationFrame(() => dialog.current?.querySelector<HTMLElement>(`#step-${place}`)?.focus())
  }

  /** True when it is kept. */
  async function keep(): Promise<boolean> {
    if (faults.length > 0) {
      setSaid({ text: 'It is not kept yet. This has to be mended first:', faults })
      if (faults[0]?.step != null) setChosen(faults[0].step)
      return false
    }
    const answer = await shelf.save(draft.script)
    if (!answer.ok) {
      setSaid({ text: errorSentence(answer.refusal.code), faults: answer.refusal.faults ?? [] })
      return false
    }
    setDraft(markKept(draft, answer.value))
    setSaid({ text: `“${answer.value.title}” is kept with your group.`, faults: [] })
    onKept()
    return true
  }

  async function bring(file: File) {
    if (file.size > SCRIPT_BYTES) return setSaid({ text: 'This file is too large to be a script.', faults: [] })
    const checked = checkScript(readScriptFile(await file.text()))
    if (!checked.ok)
      return setSaid({ text: 'Nothing was taken. This has to be mended in the file first:', faults: checked.faults })
    edit(replaceScript(draft, checked.script), 0)
    return setSaid({
      text: 'The file’s script is here now. It is not kept yet; Undo brings back what was here.',
      faults: [],
    })
  }

  const close = () => (unsaved ? setLeaving(true) : onClose())
  return (
    <dialog
      ref={dialog}
      className="editor"
      aria-labelledby="editor-title"
      onCancel={(event) => {
        event.preventDefault()
        if (leaving) setLeaving(false)
        else close()
      }}
    >
      <EditorHead
        draft={draft}
        unsaved={unsaved}
        onUndo={() => edit(undoEdit(draft))}
        onRedo={() => edit(redoEdit(draft))}
        onKeep={() => void keep()}
        onFile={() => saveScriptFile(draft.script)}
        onBring={(file) => void bring(file)}
        onClose={close}
      />
      {leaving && (
        <LeaveGuard
          onStay={() => setLeaving(false)}
          onLeave={onClose}
          onKeep={() => {
            setLeaving(false)
            void keep().then((kept) => kept && onClose())
          }}
        />
      )}
      <div className="editor-said" role="status">
        {said.text !== '' && <p className="small">{said.text}</p>}
        {said.faults.length > 0 && <EditorFaults faults={said.faults} onGo={setChosen} />}
      </div>
      <div className="editor-body">
        <div className="editor-steps">
          <Field
            label="Name of the script"
            hint={`${title.length} of ${SCRIPT_TITLE_LENGTH}`}
            faults={faultsAt(faults, null, 'title')}
          >
            {(links) => (
              <input
                {...links}
                className="input"
                value={title}
                onChange={(event) => edit(renameScript(draft, event.target.value))}
              />
            )}
          </Field>
          <p className="editor-total">
            <strong>{totalMinutes(draft.script) || '–'} minutes</strong> in{' '}
            {steps.length === 1 ? 'one step' : `${steps.length} steps`}
          </p>
          {tooMuch.length > 0 && <EditorFaults faults={tooMuch} />}
          <StepOrder
            draft={draft}
            faults={faults}
            chosen={at}
            onChoose={setChosen}
            onMove={move}
            onDuplicate={(from) => edit(duplicateStep(draft, from), from + 1)}
            onRemove={(from) => edit(removeStep(draft, from), Math.max(0, from - 1))}
            onAdd={(to) => edit(addStep(draft, to), to)}
          />
        </div>
        {step && (
          <section className="editor-step" aria-label={`Step ${at + 1}`}>
            <StepFields
              key={step.id}
              step={step}
              at={at}
              faults={faults}
              onChange={(part) => edit(changeStep(draft, at, part))}
            />
            <StepPreview step={step} />
          </section>
        )}
      </div>
    </dialog>
  )
}
