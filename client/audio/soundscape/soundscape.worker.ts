// Computes one lap off the main thread, so that nobody's view or voice stutters meanwhile, and hands it over without a copy.

import { renderSoundscape } from './renderSoundscape.ts'
import type { Soundscape } from './soundscapes.ts'

/** What the page asks for; the answer is a StereoLap. */
export interface SoundscapeRequest {
  readonly kind: Soundscape
  readonly seed: number
}

addEventListener('message', ({ data }: MessageEvent<SoundscapeRequest>) => {
  const lap = renderSoundscape(data.kind, data.seed)
  postMessage(lap, { transfer: [lap.left.buffer, lap.right.buffer] })
})
