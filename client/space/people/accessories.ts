// What somebody may wear, fitted to the head it is worn on: scarf, glasses, leaf, hat.

import type { Accessory } from '#protocol/meeting.ts'
import { mirrorSkin, skinAbout, skinAround, tube, type Skin } from '../shapes/patches.ts'
import { ball, blend, limb, ring, walkTo, type Point, type Solid } from '../shapes/solids.ts'
import { NECK, type Folk } from './folk.ts'

/** The pieces that an accessory may use; each is a part of every figure, drawn only when worn. */
export interface Worn {
  readonly band?: Skin
  readonly strip?: Skin
  readonly knob?: Skin
  readonly leftRim?: Skin
  readonly rightRim?: Skin
}

/** A ring that lies in any plane: about `at`, looking towards `front`. */
function hoop(at: Point, front: Point, radius: number, thickness: number): Skin {
  const length = Math.hypot(...front)
  const n: Point = [front[0] / length, front[1] / length, front[2] / length]
  const side: Point = [-n[2], 0, n[0]]
  const s = Math.hypot(...side)
  const right: Point = [side[0] / s, 0, side[2] / s]
  const up: Point = [n[1] * right[2], n[2] * right[0] - n[0] * right[2], -n[1] * right[0]]
  return {
    sheet: (u, v, out) => {
      const [a, b] = [u * 2 * Math.PI, v * 2 * Math.PI]
      const r = radius + Math.cos(b) * thickness
      for (let i = 0; i < 3; i++) {
        out[i] = at[i]! + right[i]! * Math.cos(a) * r + up[i]! * Math.sin(a) * r + n[i]! * Math.sin(b) * thickness
      }
      out[3] = -1
    },
  }
}

function scarf(): Worn {
  const y = NECK - 0.012
  return {
    band: {
      sheet: (u, v, out) => {
        const [a, b] = [u * 2 * Math.PI, v * 2 * Math.PI]
        const r = 0.158 + Math.cos(b) * 0.05 + Math.sin(a * 3) * 0.004
        out[0] = Math.cos(a) * r
        out[1] = y + Math.sin(b) * 0.046 + Math.sin(a) * -0.012
        out[2] = -Math.sin(a) * r
        out[3] = Math.abs(((u * 12) % 1) - 0.5) - 0.34
      },
    },
    strip: tube({
      line: [
        [0.075, 0.985, -0.19],
        [0.115, 0.9, -0.268],
        [0.1, 0.755, -0.288],
      ],
      size: (v) => [0.043 + v * 0.006, 0.017 * Math.sqrt(Math.max(0, 1 - v ** 8))],
      front: [0.2, 0, -1],
      inner: [0.78, 0.9],
    }),
    knob: skinAbout(ball([0.07, y - 0.018, -0.2], 0.04, 0.036, 0.034), [0.07, y - 0.018, -0.2]),
  }
}

function glasses(folk: Folk): Worn {
  const [x, y, , tall] = folk.eyes
  const face = walkTo(folk.head, [x, y, -0.5], [0, 0, 1], 0.5)
  const rightRim = hoop([x + 0.002, y - 0.002, face[2] - 0.02], [0.22, 0, -1], Math.max(0.05, tall + 0.013), 0.0062)
  const middle = face[2] - 0.027
  const inner = x - 0.044
  return {
    rightRim,
    leftRim: mirrorSkin(rightRim),
    strip: tube({
      line: [
        [-inner, y + 0.006, middle],
        [0, y + 0.024, middle - 0.008],
        [inner, y + 0.006, middle],
      ],
      size: () => [0.006, 0.006],
      front: [0, 1, 0],
    }),
  }
}

function leaf(folk: Folk): Worn {
  const y = folk.crown - 0.012
  const size =
    (width: number) =>
    (v: number): readonly [number, number] => [
      v < 0.22 ? 0.007 : width * Math.sin(Math.PI * Math.min(1, (v - 0.2) / 0.8)) ** 0.8 + 0.002,
      0.007,
    ]
  return {
    strip: tube({
      line: [
        [0, y, -0.02],
        [-0.01, y + 0.13, -0.02],
        [0.125, y + 0.115, -0.05],
      ],
      size: size(0.047),
      front: [0, 0.7, -1],
      cup: 0.3,
    }),
    knob: tube({
      line: [
        [0, y, -0.02],
        [0, y + 0.1, -0.02],
        [-0.085, y + 0.085, -0.045],
      ],
      size: size(0.035),
      front: [0, 0.7, -1],
      cup: 0.3,
    }),
  }
}

function hat(folk: Folk): Worn {
  const rim = folk.crown - 0.1
  const across = walkTo(folk.head, [0.5, rim, 0.01], [-1, 0, 0], 0.5)[0] + 0.014
  const top = folk.crown + 0.075
  const dome: Solid = blend(
    0.02,
    ball([0, rim, 0.012], across, top - rim, across * 0.97),
    ring([0, rim + 0.012, 0.012], across - 0.004, 0.027),
  )
  const bobble: Point = [0.006, top + 0.018, 0.016]
  return {
    band: skinAround(dome, [0, 0.012], rim - 0.014, top - 0.001),
    knob: skinAbout(blend(0.01, ball(bobble, 0.042), limb([0, top - 0.02, 0.012], 0.02, bobble, 0.02)), bobble),
  }
}

/** Returns the pieces of an accessory on somebody. */
export function wornBy(folk: Folk, accessory: Accessory): Worn {
  if (accessory === 'scarf') return scarf()
  if (accessory === 'glasses') return glasses(folk)
  if (accessory === 'leaf') return leaf(folk)
  if (accessory === 'hat') return hat(folk)
  return {}
}
