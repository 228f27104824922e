// Reads a narrow part of what is going on; the component is drawn again only when that part changes.

import { useStore } from 'zustand'
import type { SessionState } from '../meeting/session.ts'
import { useSession } from './useSession.ts'

/** `select` must return the same reference for the same state: pick, do not build. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select)
}
