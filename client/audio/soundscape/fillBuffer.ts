// Moves a lap into Web Audio. Ten megabytes at once are a stutter in a headset (7–40 ms measured), so they go in small pieces.

import type { StereoLap } from './lap.ts'

/** Half a megabyte for both ears. */
const PIECE = 65_536

function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}

/** Copies a lap into a buffer of this context, with a breath for the page after each piece. @throws where there is nothing to copy. */
export async function fillBuffer(
  context: BaseAudioContext,
  { left, right, sampleRate }: StereoLap,
): Promise<AudioBuffer> {
  const buffer = context.createBuffer(2, left.length, sampleRate)
  for (let from = 0; from < left.length; from += PIECE) {
    if (from > 0) await breath()
    buffer.copyToChannel(left.subarray(from, from + PIECE), 0, from)
    buffer.copyToChannel(right.subarray(from, from + PIECE), 1, from)
  }
  return buffer
}
