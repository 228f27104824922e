// The six animals among the hearth-folk, each with a silhouette one can tell at four metres in dim light.

import { skinAbout, tube } from '../shapes/patches.ts'
import { ball, blend, dented, limb, mirrored } from '../shapes/solids.ts'
import { blade, disc, ears, puff, rod, skull, taper, withSockets } from './featureShapes.ts'
import { bell, nose, type Folk } from './folk.ts'

export const fox: Folk = {
  head: withSockets(
    blend(
      0.06,
      skull(0.182, 0.165, 0.17, 1.222),
      mirrored(limb([0.09, 1.165, -0.045], 0.085, [0.226, 1.112, -0.015], 0.018)),
      limb([0, 1.165, -0.12], 0.072, [0, 1.138, -0.238], 0.028),
    ),
    0.074,
    1.2,
    0.04,
  ),
  body: bell(-0.004, 0.006, mirrored(limb([0.05, 0.95, -0.1], 0.06, [0.02, 0.83, -0.17], 0.04))),
  eyes: [0.076, 1.203, 0.027, 0.034],
  nose: nose([0, 1.146, -0.257], 0.022, 0.017, 0.016),
  ...ears(
    tube({
      line: [
        [0.1, 1.315, 0.02],
        [0.15, 1.42, 0.03],
        [0.178, 1.54, 0.02],
      ],
      size: taper(0.082, 0.034),
      front: [0.32, 0, -1],
      cup: 0.42,
      inner: [0.06, 0.72],
    }),
  ),
  tail: tube({
    line: [
      [0.2, 0.5, 0.16],
      [0.44, 0.52, -0.06],
      [0.2, 0.56, -0.34],
    ],
    size: (v) => {
      const r = 0.078 * Math.sin(Math.PI * Math.min(1, v * 0.86 + 0.1)) ** 0.7 * Math.sqrt(Math.max(0, 1 - v ** 9))
      return [r, r]
    },
    front: [0, 1, 0],
  }),
  crown: 1.37,
}

export const owl: Folk = {
  head: blend(
    0.045,
    dented(0.05, skull(0.2, 0.178, 0.175), mirrored(ball([0.078, 1.195, -0.225], 0.078, 0.078, 0.062))),
    mirrored(limb([0.012, 1.235, -0.165], 0.02, [0.12, 1.34, -0.09], 0.032)),
  ),
  body: bell(0.012, 0.003, mirrored(ball([0.2, 0.73, -0.02], 0.075, 0.21, 0.13))),
  eyes: [0.078, 1.195, 0.038, 0.04],
  nose: skinAbout(
    blend(0.01, ball([0, 1.165, -0.175], 0.02, 0.026, 0.026), limb([0, 1.155, -0.19], 0.014, [0, 1.125, -0.2], 0.004)),
    [0, 1.157, -0.18],
  ),
  ...ears(
    tube({
      line: [
        [0.108, 1.318, -0.075],
        [0.15, 1.39, -0.06],
        [0.205, 1.475, -0.03],
      ],
      size: taper(0.05, 0.034, 0.6),
      front: [0.3, 0, -1],
      cup: 0.2,
    }),
  ),
  tail: tube({
    line: [
      [0, 0.52, 0.2],
      [0, 0.5, 0.3],
      [0, 0.47, 0.36],
    ],
    size: rod(0.09, 0.05),
    front: [0, 1, 0],
  }),
  crown: 1.385,
}

export const bear: Folk = {
  head: withSockets(
    blend(
      0.05,
      skull(0.196, 0.178, 0.176),
      mirrored(ball([0.1, 1.15, -0.05], 0.09, 0.075, 0.085)),
      ball([0, 1.15, -0.145], 0.078, 0.058, 0.075),
    ),
    0.077,
    1.205,
  ),
  body: bell(0.016),
  eyes: [0.078, 1.208, 0.026, 0.033],
  nose: nose([0, 1.178, -0.213], 0.03, 0.021, 0.018),
  ...ears(
    tube({
      line: [
        [0.108, 1.33, 0.02],
        [0.14, 1.37, 0.02],
        [0.168, 1.425, 0.015],
      ],
      size: disc(0.068, 0.036),
      front: [0.25, 0, -1],
      cup: 0.34,
      inner: [0.1, 0.8],
    }),
  ),
  tail: puff([0, 0.54, 0.27], 0.06),
  crown: 1.385,
}

export const hare: Folk = {
  head: withSockets(
    blend(
      0.06,
      skull(0.168, 0.178, 0.17),
      mirrored(ball([0.07, 1.145, -0.075], 0.088, 0.072, 0.085)),
      ball([0, 1.15, -0.15], 0.05, 0.044, 0.05),
    ),
    0.076,
    1.205,
  ),
  body: bell(-0.006),
  eyes: [0.08, 1.208, 0.027, 0.037],
  nose: nose([0, 1.17, -0.197], 0.019, 0.014, 0.013),
  leftEar: tube({
    line: [
      [-0.068, 1.355, 0.02],
      [-0.08, 1.5, 0.03],
      [-0.112, 1.64, 0.015],
    ],
    size: blade(0.056, 0.028),
    front: [-0.18, 0, -1],
    cup: 0.4,
    inner: [0.1, 0.88],
  }),
  // One ear bends outwards at its tip: a straight pair would be a symbol, not somebody.
  rightEar: tube({
    line: [
      [0.066, 1.355, 0.02],
      [0.072, 1.6, 0.03],
      [0.225, 1.545, -0.02],
    ],
    size: blade(0.056, 0.028),
    front: [0.1, 0.25, -1],
    cup: 0.4,
    inner: [0.1, 0.9],
  }),
  tail: puff([0, 0.53, 0.27], 0.07),
  crown: 1.385,
}

export const cat: Folk = {
  head: withSockets(
    blend(
      0.05,
      skull(0.19, 0.162, 0.17, 1.21),
      mirrored(limb([0.1, 1.16, -0.05], 0.082, [0.182, 1.142, -0.035], 0.03)),
      mirrored(ball([0.03, 1.15, -0.152], 0.046, 0.036, 0.036)),
    ),
    0.076,
    1.202,
  ),
  body: bell(-0.004),
  eyes: [0.078, 1.205, 0.03, 0.036],
  nose: nose([0, 1.172, -0.187], 0.017, 0.012, 0.012),
  ...ears(
    tube({
      line: [
        [0.112, 1.305, 0.01],
        [0.152, 1.375, 0.01],
        [0.172, 1.465, 0.0],
      ],
      size: taper(0.076, 0.03, 0.62),
      front: [0.28, 0, -1],
      cup: 0.42,
      inner: [0.08, 0.72],
    }),
  ),
  tail: tube({
    line: [
      [0.18, 0.5, 0.18],
      [0.46, 0.5, -0.08],
      [0.14, 0.57, -0.36],
    ],
    size: rod(0.036, 0.034),
    front: [0, 1, 0],
  }),
  crown: 1.365,
}

export const deer: Folk = {
  head: withSockets(
    blend(
      0.06,
      skull(0.162, 0.172, 0.165, 1.22),
      mirrored(ball([0.07, 1.16, -0.04], 0.08, 0.075, 0.09)),
      limb([0, 1.175, -0.1], 0.084, [0, 1.136, -0.205], 0.054),
    ),
    0.078,
    1.208,
  ),
  body: bell(-0.006),
  eyes: [0.082, 1.21, 0.027, 0.035],
  nose: nose([0, 1.146, -0.254], 0.03, 0.022, 0.017),
  ...ears(
    tube({
      line: [
        [0.12, 1.285, 0.03],
        [0.22, 1.345, 0.03],
        [0.3, 1.315, 0.015],
      ],
      size: blade(0.05, 0.026),
      front: [0, 0.15, -1],
      cup: 0.42,
      inner: [0.12, 0.86],
    }),
  ),
  horn: tube({
    line: [
      [0.055, 1.36, 0.03],
      [0.15, 1.44, 0.07],
      [0.125, 1.575, 0.02],
    ],
    size: rod(0.019, 0.01),
    front: [0, 0, -1],
  }),
  tine: tube({
    line: [
      [0.105, 1.44, 0.048],
      [0.155, 1.47, 0.03],
      [0.19, 1.53, 0.0],
    ],
    size: rod(0.014, 0.008),
    front: [0, 0, -1],
  }),
  tail: puff([0, 0.53, 0.265], 0.05),
  crown: 1.385,
}
