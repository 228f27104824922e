// How long a line stays, so that slow readers are done with it. Pure.

const LEAST_MS = 5000
/** Slow readers take about this long for a letter. */
const PER_LETTER_MS = 90

export function readingMs(text: string): number {
  return LEAST_MS + text.length * PER_LETTER_MS
}
