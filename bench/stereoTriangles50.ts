// The triangles of one whole frame of a headset with 50 people, in the room that has most (stereoFrame.ts says how they are counted).

import type { Figure } from './figure.ts'
import { most, stereoFrames } from './stereoFrame.ts'

export const stereoTriangles50: Figure = {
  name: 'stereo_triangles_n50',
  unit: 'triangles',
  wanted: { atMost: 220000 },
  measure: async () => most(await stereoFrames(50), 'triangles'),
}
