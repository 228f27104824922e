// The console's single keys: those that the circle's own keys leave free.

import { CONSOLE_ACTS, type ConsoleAct } from '../../meeting/consoleAct.ts'
import type { KeyPress } from '../meeting/shortcuts.ts'

/** What the keys do beside the acts: take back, go to the plan, open care. */
export type ConsoleKey = ConsoleAct | 'undo' | 'plan' | 'care'

export const CONSOLE_KEY_LABELS: Readonly<Record<ConsoleKey, string>> = {
  open: '1',
  hands: '2',
  piece: '3',
  'one-voice': '4',
  silence: '5',
  hush: '0',
  'next-voice': 'J',
  'give-word': 'W',
  hold: 'X',
  invite: 'I',
  word: 'S',
  'by-door': 'Y',
  'free-chair': 'K',
  'give-time': 'Z',
  admit: 'A',
  lock: 'D',
  'next-step': 'N',
  'previous-step': 'B',
  'extend-step': 'T',
  pause: 'V',
  undo: 'U',
  plan: 'F',
  care: 'Q',
}

const KEYS: readonly ConsoleKey[] = [...CONSOLE_ACTS, 'undo', 'plan', 'care']

/** Tells what a key means on the console. */
export function consoleKeyOf({ key, ctrlKey, altKey, metaKey }: KeyPress): ConsoleKey | null {
  if (ctrlKey || altKey || metaKey) return null
  return KEYS.find((one) => CONSOLE_KEY_LABELS[one].toLowerCase() === key.toLowerCase()) ?? null
}
