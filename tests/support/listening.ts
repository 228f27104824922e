// Who is heard in a circle, judged by everybody's ears at once. A busy machine may swallow half a second of sound, so silence counts
// only beside a voice that was heard in the same time, or again and again.

import type { Sitter } from './circle.ts'
import { pause } from './clocks.ts'

const LISTEN_MS = 600
const PATIENCE_MS = 20_000

/** Names of those whom anybody else hears in the next moment, in the order of the circle. */
export async function heardNow(circle: readonly Sitter[]): Promise<string[]> {
  const from = performance.now()
  await pause(LISTEN_MS)
  return circle
    .filter((one) => circle.some((other) => other !== one && other.voice.ears.heard(one.hz, from)))
    .map((one) => one.name)
}

/**
 * Listens until exactly these are heard through a whole moment, and says who was heard in the last one: these, or what it was
 * when patience ended.
 */
export async function heardAfter(circle: readonly Sitter[], names: readonly string[]): Promise<string[]> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const heard = await heardNow(circle)
    if (heard.join() === names.join() || performance.now() > deadline) return heard
  }
}

/**
 * Tones that any of the listeners hears of others, from now until `control`, who speaks all the time, has been heard at the
 * beginning and at the end. @throws Error when the control falls silent.
 */
export async function tonesHeard(
  listeners: readonly Sitter[],
  control: Sitter,
  tones: readonly number[],
): Promise<number[]> {
  const ears = listeners.filter((one) => one !== control).map((one) => one.voice.ears)
  const from = performance.now()
  await Promise.all(ears.map((one) => one.untilHeard(control.hz, PATIENCE_MS)))
  await pause(LISTEN_MS)
  await Promise.all(ears.map((one) => one.untilHeard(control.hz, PATIENCE_MS)))
  return tones.filter((hz) => listeners.some((one) => one.hz !== hz && one.voice.ears.heard(hz, from)))
}
