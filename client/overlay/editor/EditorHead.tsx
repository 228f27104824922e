// The line over the editor: what the script is called and how long it is, and what is done with the whole of it.

import type { ScriptDraft } from '../../meeting/scriptDraft.ts'
import { Icon } from '../icons/Icon.tsx'

interface EditorHeadProps {
  readonly draft: ScriptDraft
  readonly unsaved: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onKeep: () => void
  readonly onFile: () => void
  readonly onBring: (file: File) => void
  readonly onClose: () => void
}

export function EditorHead({ draft, unsaved, onUndo, onRedo, onKeep, onFile, onBring, onClose }: EditorHeadProps) {
  return (
    <header className="editor-head">
      <h2 id="editor-title">Script</h2>
      <div className="row">
        <button type="button" className="button slim" disabled={draft.past.length === 0} onClick={onUndo}>
          <Icon name="back" />
          Undo
        </button>
        <button type="button" className="button slim" disabled={draft.future.length === 0} onClick={onRedo}>
          <Icon name="forward" />
          Redo
        </button>
        <button type="button" className="button slim" onClick={onFile}>
          Save as a file
        </button>
        <label className="button slim">
          From a file
          <input
            className="unseen"
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) onBring(file)
              // The same file, mended, can be chosen again.
              event.target.value = ''
            }}
          />
        </label>
        <button type="button" className={unsaved ? 'button slim primary' : 'button slim'} onClick={onKeep}>
          <Icon name="check" />
          {unsaved || draft.kept === null ? 'Keep it' : 'Kept'}
        </button>
        <button type="button" className="button plain slim" onClick={onClose}>
          <Icon name="close" />
          Close
        </button>
      </div>
    </header>
  )
}
