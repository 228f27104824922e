// The five ways in which the floor is given, in words for whoever chooses.

import type { FloorMode } from '#protocol/meeting.ts'

export const FLOOR_WORDS: Readonly<Record<FloorMode, { readonly word: string; readonly hint: string }>> = {
  open: { word: 'Open', hint: 'Everybody may speak.' },
  hands: { word: 'Hands', hint: 'Raised hands are called one after another.' },
  piece: { word: 'Piece', hint: 'Whoever holds the talking piece is heard. Passing is always possible.' },
  'one-voice': { word: 'One voice', hint: 'You speak; give the word to somebody else in the list of people.' },
  silence: { word: 'Quiet', hint: 'All microphones are held, yours too.' },
}
