// Reads a narrow part of how it stands with one's own headset.

import { useStore } from 'zustand'
import type { HeadsetState } from '../headset/headset.ts'
import { useSession } from './useSession.ts'

/** `select` must return the same reference for the same state: pick, do not build. */
export function useHeadset<T>(select: (state: HeadsetState) => T): T {
  return useStore(useSession().headset.store, select)
}
