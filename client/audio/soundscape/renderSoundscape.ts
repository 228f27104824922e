// The four sounds of the rooms, computed from a seed instead of downloaded (docs/decisions/0006-ambience.md). Pure: the same
// in a worker, in a test and in the script that writes them down for listening.

import { renderAir } from './air.ts'
import { renderFire } from './fire.ts'
import type { Lap, StereoLap } from './lap.ts'
import { renderLeaves } from './leaves.ts'
import type { Soundscape } from './soundscapes.ts'
import { renderWaves } from './waves.ts'

const LAP_SECONDS = 40
/** Nothing in these sounds is above 14 kHz, and a lap is a third smaller than at 48 kHz. */
const SAMPLE_RATE = 32_000
/** No sample is farther above the root mean square of the lap than this: +12 dB. */
const CEILING = 4

/** Root mean square of each lap; chosen so that by BS.1770 all stay below −34 LUFS and the quiet room is hardly there. */
const LEVELS: Readonly<Record<Soundscape, number>> = { fire: 0.014, waves: 0.0125, leaves: 0.011, air: 0.0035 }

const RENDERERS: Readonly<Record<Soundscape, (seed: number, length: number, sampleRate: number) => StereoLap>> = {
  fire: renderFire,
  waves: renderWaves,
  leaves: renderLeaves,
  air: renderAir,
}

/** Bends whatever is above 0.6 of the ceiling softly, so that nothing passes it. */
function bend(lap: Lap, ceiling: number): void {
  const knee = 0.6 * ceiling
  const room = ceiling - knee
  for (let i = 0; i < lap.length; i++) {
    const size = Math.abs(lap[i]!)
    if (size > knee) lap[i] = Math.sign(lap[i]!) * (knee + room * Math.tanh((size - knee) / room))
  }
}

/** Renders one lap of a soundscape from a seed: seamless, at its loudness, its peak below −24 dBFS. */
export function renderSoundscape(kind: Soundscape, seed: number): StereoLap {
  const lap = RENDERERS[kind](seed, LAP_SECONDS * SAMPLE_RATE, SAMPLE_RATE)
  let sum = 0
  for (let i = 0; i < lap.left.length; i++) sum += lap.left[i]! ** 2 + lap.right[i]! ** 2
  const factor = LEVELS[kind] / Math.sqrt(sum / (2 * lap.left.length))
  for (const side of [lap.left, lap.right]) {
    for (let i = 0; i < side.length; i++) side[i]! *= factor
    bend(side, 0.98 * CEILING * LEVELS[kind])
  }
  return lap
}
