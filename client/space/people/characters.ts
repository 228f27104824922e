// Everybody one may be: two simple figures here, six animals beside; none bigger or taller than another.

import type { Character } from '#protocol/meeting.ts'
import { tube } from '../shapes/patches.ts'
import { ball, blend, dented, limb, mirrored } from '../shapes/solids.ts'
import { bear, cat, deer, fox, hare, owl } from './animals.ts'
import { blade, ears, skull, withSockets } from './featureShapes.ts'
import { bell, type Folk } from './folk.ts'

const round: Folk = {
  head: withSockets(
    blend(0.08, skull(0.192, 0.182, 0.18), mirrored(ball([0.1, 1.155, -0.06], 0.085, 0.075, 0.085))),
    0.072,
    1.2,
  ),
  body: bell(0.008),
  eyes: [0.07, 1.2, 0.029, 0.037],
  // A small sprout on top, so that somebody without ears has a silhouette too.
  ...ears(
    tube({
      line: [
        [0.004, 1.378, 0.02],
        [0.012, 1.47, 0.03],
        [0.088, 1.468, 0.0],
      ],
      size: blade(0.034, 0.016),
      front: [0, 0.5, -1],
      cup: 0.25,
    }),
  ),
  leftEar: tube({
    line: [
      [-0.004, 1.378, 0.02],
      [-0.006, 1.44, 0.03],
      [-0.06, 1.445, 0.01],
    ],
    size: blade(0.027, 0.014),
    front: [0, 0.5, -1],
    cup: 0.25,
  }),
  crown: 1.385,
}

const hooded: Folk = {
  head: blend(
    0.004,
    dented(
      0.03,
      blend(0.09, ball([0, 1.215, 0.02], 0.2, 0.19, 0.195), limb([0, 1.34, 0.06], 0.1, [0.03, 1.5, 0.13], 0.018)),
      ball([0, 1.193, -0.22], 0.138, 0.136, 0.135),
    ),
    ball([0, 1.195, 0.005], 0.156, 0.15, 0.148),
  ),
  body: bell(0.02, 0.014, mirrored(limb([0.08, 0.98, -0.02], 0.1, [0.19, 0.8, -0.02], 0.07))),
  eyes: [0.062, 1.192, 0.026, 0.034],
  crown: 1.4,
}

export const FOLK: Readonly<Record<Character, Folk>> = { round, fox, owl, bear, hare, cat, deer, hooded }
