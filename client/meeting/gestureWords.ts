// What gestures are called, on the page and on the boards of the room.

import type { Gesture } from '#protocol/signals.ts'

export const GESTURE_WORDS: Readonly<Record<Gesture, string>> = {
  wave: 'Wave',
  heart: 'Hand on heart',
  'warm-light': 'Warm light',
  'open-palm': 'Open hand',
  clap: 'Soft clap',
}
