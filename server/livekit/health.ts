// Whether LiveKit answers at all. A process can be there and say nothing (stopped, stuck, out of memory): its end is then no event,
// only silence, and silence is counted in questions without an answer, so that a machine that slept is not taken for it.

import { setTimeout as pause } from 'node:timers/promises'

export interface Patience {
  /** Milliseconds between two questions. */
  readonly everyMs: number
  /** Milliseconds that one answer may take. */
  readonly answerMs: number
  /** So many questions in a row without an answer are silence. */
  readonly misses: number
}

/** About twenty seconds: a busy machine may be slow, and starting LiveKit anew interrupts everybody. */
export const PATIENCE: Patience = { everyMs: 2000, answerMs: 3000, misses: 4 }

async function answersNow(url: string, answerMs: number): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(answerMs) }).then(
    (response) => response.ok,
    () => false,
  )
}

/** Asks again and again for `patienceMs`; true with the first answer. */
export async function answers(url: string, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs
  do {
    if (await answersNow(url, PATIENCE.answerMs)) return true
    await pause(100)
  } while (Date.now() < until)
  return false
}

/** Resolves when it has fallen silent; rejects when `signal` calls it off. */
export async function silence(
  url: string,
  { everyMs, answerMs, misses }: Patience,
  signal: AbortSignal,
): Promise<void> {
  for (let missed = 0; missed < misses;) {
    await pause(everyMs, undefined, { signal })
    missed = (await answersNow(url, answerMs)) ? 0 : missed + 1
  }
}
