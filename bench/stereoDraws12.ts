// The draws of one whole frame of a headset with 12 people, in the room that has most (stereoFrame.ts says how they are counted).

import type { Figure } from './figure.ts'
import { most, stereoFrames } from './stereoFrame.ts'

export const stereoDraws12: Figure = {
  name: 'stereo_draws_n12',
  unit: 'draws',
  wanted: { atMost: 24 },
  measure: async () => most(await stereoFrames(12), 'draws'),
}
