// Waiting, but not for long.

import type { Clock } from './ports.ts'

/** Resolves when `work` is done, or after `limitMs`, whichever is first. Work that fails counts as done. */
export async function within(clock: Clock, limitMs: number, work: Promise<unknown>): Promise<void> {
  let callOff = () => {}
  const limit = new Promise<void>((resolve) => {
    callOff = clock.after(limitMs, resolve)
  })
  await Promise.race([limit, Promise.allSettled([work])])
  callOff()
}
