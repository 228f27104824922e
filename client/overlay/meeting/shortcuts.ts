// Single keys for the acts of the circle. Never while somebody types, never with a modifier that belongs to the browser.

export const SHORTCUTS = ['talk', 'turn', 'rest', 'gestures', 'help', 'leave', 'people', 'keys'] as const
export type Shortcut = (typeof SHORTCUTS)[number]

/** What is shown on buttons and in the list of keys. */
export const KEY_LABELS: Readonly<Record<Shortcut, string>> = {
  talk: 'M',
  turn: 'H',
  rest: 'R',
  gestures: 'G',
  help: 'E',
  leave: 'Shift+L',
  people: 'C',
  keys: '?',
}

/** The part of a KeyboardEvent that is read. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

const LETTERS: Readonly<Record<string, Shortcut>> = {
  m: 'talk',
  h: 'turn',
  p: 'turn',
  r: 'rest',
  g: 'gestures',
  e: 'help',
  c: 'people',
  '?': 'keys',
}

/** Tells what a key means; `onControl`: the focus is on something that answers to the space bar itself. */
export function shortcutOf(press: KeyPress, onControl: boolean): Shortcut | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  if (press.key === ' ') return onControl ? null : 'talk'
  const key = press.key.toLowerCase()
  // Leaving cannot be undone without knocking again, so a single letter typed by chance does not do it.
  if (key === 'l') return press.shiftKey ? 'leave' : null
  return LETTERS[key] ?? null
}
