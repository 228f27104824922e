// Takes the last act back, always in the same place, and says beforehand what that does.

import { useStore } from 'zustand'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { newestUndo, type UndoList } from '../../meeting/undoList.ts'
import { CONSOLE_KEY_LABELS } from './consoleKeys.ts'
import { DeskButton } from './DeskButton.tsx'

export function UndoButton({ undo }: { undo: UndoList }) {
  const list = useStore(undo.list)
  const snapshot = useSessionState((state) => state.snapshot)
  const newest = newestUndo(list, snapshot)
  return (
    <DeskButton
      icon="back"
      word={newest ? `Undo: ${newest.words}` : 'Nothing to undo'}
      keyLabel={CONSOLE_KEY_LABELS.undo}
      onPress={newest && (() => void undo.undo())}
    />
  )
}
