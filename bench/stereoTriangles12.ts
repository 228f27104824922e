// The triangles of one whole frame of a headset with 12 people, in the room that has most (stereoFrame.ts says how they are counted).

import type { Figure } from './figure.ts'
import { most, stereoFrames } from './stereoFrame.ts'

export const stereoTriangles12: Figure = {
  name: 'stereo_triangles_n12',
  unit: 'triangles',
  wanted: { atMost: 160000 },
  measure: async () => most(await stereoFrames(12), 'triangles'),
}
