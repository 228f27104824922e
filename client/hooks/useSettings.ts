// What this device remembers, and the way to change it.

import { useStore } from 'zustand'
import type { Settings } from '../settings/settings.ts'
import { useSession } from './useSession.ts'

export function useSettings(): readonly [Settings, (change: Partial<Settings>) => void] {
  const { settings } = useSession()
  return [useStore(settings), (change) => settings.setState(change)]
}
