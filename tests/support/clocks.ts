// Waiting in tests over real processes: always for something, never for long without saying for what.

import { setTimeout as delay } from 'node:timers/promises'

/** An answer, or that there is none yet. */
export type Maybe<T> = T | null | undefined | false

/** Waits some milliseconds: for tests in which time itself is the matter. */
export async function pause(ms: number): Promise<void> {
  await delay(ms)
}

/**
 * Asks again and again until the answer is neither null, undefined nor false, and returns it.
 * @throws Error naming what was waited for when `timeoutMs` is over.
 */
export async function until<T>(
  what: string,
  ask: () => Maybe<T> | Promise<Maybe<T>>,
  { timeoutMs = 10_000, everyMs = 20 } = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`)
    await delay(everyMs)
  }
}

/** Runs something under a time limit, so that a hung step fails with its name instead of the whole test's. */
export async function within<T>(what: string, timeoutMs: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController()
  const late = delay(timeoutMs, null, { signal: stop.signal }).then(() => {
    throw new Error(`took longer than ${timeoutMs} ms: ${what}`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    late.catch(() => null)
    stop.abort()
  }
}
