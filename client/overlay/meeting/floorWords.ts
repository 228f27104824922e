// The five ways in which the floor is given, in words for whoever chooses, and as they stand before anybody has it.

import type { FloorMode } from '#protocol/meeting.ts'

export const FLOOR_WORDS: Readonly<
  Record<FloorMode, { readonly word: string; readonly hint: string; readonly said: string }>
> = {
  open: { word: 'Open', hint: 'Everybody may speak.', said: 'Everybody may speak.' },
  hands: {
    word: 'Hands',
    hint: 'Raised hands are called one after another.',
    said: 'Nobody has the word. Raise a hand to speak.',
  },
  piece: {
    word: 'Piece',
    hint: 'Whoever holds the talking piece is heard. Passing is always possible.',
    said: 'The piece is with somebody; it goes round.',
  },
  'one-voice': {
    word: 'One voice',
    hint: 'You speak; you can give the word to somebody else.',
    said: 'One voice speaks; all others listen.',
  },
  silence: { word: 'Quiet', hint: 'All microphones are held, yours too.', said: 'A quiet time. All microphones rest.' },
}
