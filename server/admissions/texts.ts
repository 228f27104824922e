// Short texts that people write to each other: cleaned by the rules of names, but for what is nobody's business to forbid.

import { PILED_MARKS, UNSEEN } from './names.ts'

/**
 * Cleans a line: one form of each letter, spaces for line ends, invisible and direction-changing characters dropped. Returns null when
 * nothing is left, when it is longer than `most`, or when marks are piled up over the lines beside it.
 */
export function cleanText(raw: string, most: number): string | null {
  const text = raw.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').replaceAll(/ {2,}/g, ' ').trim()
  return text === '' || text.length > most || PILED_MARKS.test(text) ? null : text
}
