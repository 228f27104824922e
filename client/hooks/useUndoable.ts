// The session as somebody sees it who can take acts back: the same, but what is sent through it is remembered.

import { useMemo } from 'react'
import type { Session } from '../meeting/session.ts'
import { createUndoList, type UndoList } from '../meeting/undoList.ts'
import { useSession } from './useSession.ts'

export function useUndoable(): { readonly session: Session; readonly undo: UndoList } {
  const session = useSession()
  return useMemo(() => {
    const undo = createUndoList(
      () => session.store.getState().snapshot,
      (command) => session.acts.send(command),
    )
    return { session: { ...session, acts: { ...session.acts, send: undo.send } }, undo }
  }, [session])
}
