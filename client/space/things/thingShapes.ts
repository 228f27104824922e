// The few things of a circle, made in code: talking piece, candle, tissues, the lamp of time, chair lamps, a stump to stand on.
// Metres; each stands on y = 0 at the origin except piece and bead, which are about their middle.

import { addPiece, emptyMesh, type LitMesh, type Piece } from '../shapes/litMesh.ts'
import { pillow, skinAbout, tube, type Skin } from '../shapes/patches.ts'
import { ball, blend, type Point } from '../shapes/solids.ts'

const TAU = 2 * Math.PI
const WOOD = '#6b472c'

/** Builds a thing of several pieces. */
function made(...pieces: readonly Piece[]): LitMesh {
  const mesh = emptyMesh()
  for (const piece of pieces) addPiece(mesh, piece, null)
  return mesh
}

/** A sheet turned about the vertical axis from (radius, height) points, lowest first. */
function lathe(...line: readonly (readonly [number, number])[]): Skin {
  return {
    sheet: (u, v, out) => {
      const at = Math.min(line.length - 1.0001, v * (line.length - 1))
      const i = Math.floor(at)
      const [a, b] = [line[i]!, line[i + 1]!]
      const r = a[0] + (b[0] - a[0]) * (at - i)
      out[0] = Math.cos(u * TAU) * r
      out[1] = a[1] + (b[1] - a[1]) * (at - i)
      out[2] = -Math.sin(u * TAU) * r
      out[3] = -1
    },
  }
}

/** A thin rod along a bent line. */
function rod(line: readonly [Point, Point, Point], thickness: number): Skin {
  return tube({ line, size: () => [thickness, thickness], front: [line[0][0], 0.1, line[0][2] - 0.001] })
}

/** A groove on the top of the piece, wound from its middle outwards. */
const SPIRAL: Skin = {
  sheet: (u, v, out) => {
    const turn = v * TAU * 2.1
    const r = 0.006 + 0.029 * v + Math.cos(u * TAU) * 0.0046
    const middle = 0.006 + 0.029 * v
    out[0] = Math.cos(turn) * r
    out[1] = 0.0475 - 9.9 * middle * middle + Math.sin(u * TAU) * 0.0032
    out[2] = Math.sin(turn) * r * 0.92
    out[3] = -1
  },
}

/** The talking piece: a river stone with a spiral carved in it that glows when somebody holds it. */
export function piece(): LitMesh {
  const stone = blend(0.02, ball([0, 0, 0], 0.062, 0.044, 0.054), ball([0.012, 0.002, -0.006], 0.05, 0.047, 0.045))
  return made(
    { skin: skinAbout(stone, [0, 0, 0]), cells: [12, 8], colour: '#8d867c', closed: 'both' },
    { skin: SPIRAL, cells: [4, 26], colour: '#ffb066', glow: 1.7 },
  )
}

export function candle(): LitMesh {
  const wax = lathe([0.033, 0.012], [0.034, 0.06], [0.033, 0.104], [0.028, 0.111], [0.002, 0.104])
  return made(
    { skin: lathe([0.062, 0], [0.066, 0.008], [0.03, 0.016]), cells: [12, 2], colour: '#5d6b64' },
    { skin: wax, cells: [10, 4], colour: '#f0cf9c', glow: 0.5 },
  )
}

export function tissues(): LitMesh {
  const cloth = tube({
    line: [
      [0, 0.06, 0],
      [0.012, 0.105, 0.004],
      [-0.018, 0.142, -0.006],
    ],
    size: (v) => [0.042 * (1 - 0.72 * v) * (0.9 + 0.25 * Math.sin(v * 9)), 0.016 * (1 - 0.6 * v)],
    front: [0, 0, -1],
  })
  return made(
    { skin: pillow([0, 0.038, 0], 0.105, 0.038, 0.06, 0.9), cells: [16, 6], colour: '#6f8f8a', closed: 'both' },
    { skin: cloth, cells: [8, 4], colour: '#f4efe6' },
  )
}

/** Height range of the bead on the lamp of time, metres. */
export const BEAD_LOW = 0.05
export const BEAD_HIGH = 0.22

/** Two posts between which a bead of light sinks as the time goes. */
export function timeLamp(): LitMesh {
  const post = (x: number): Piece => ({
    skin: rod(
      [
        [x, 0.02, 0],
        [x, 0.14, 0],
        [x, 0.25, 0],
      ],
      0.0055,
    ),
    cells: [5, 1],
    colour: '#b98f5a',
  })
  return made(
    { skin: pillow([0, 0.014, 0], 0.062, 0.014, 0.034, 0.8), cells: [12, 4], colour: WOOD, closed: 'both' },
    { skin: pillow([0, 0.252, 0], 0.05, 0.011, 0.022, 0.8), cells: [12, 4], colour: WOOD, closed: 'both' },
    post(-0.035),
    post(0.035),
  )
}

export function bead(): LitMesh {
  return made({
    skin: skinAbout(ball([0, 0, 0], 0.024, 0.021, 0.02), [0, 0, 0]),
    cells: [8, 6],
    colour: '#ffffff',
    glow: 1,
    closed: 'both',
  })
}

/** The small paper lantern that stands beside the facilitator's chair. */
export function chairLamp(): LitMesh {
  const ribs = [0, 1, 2].map((i): Piece => {
    const [x, z] = [Math.cos((i / 3) * TAU + 0.4), Math.sin((i / 3) * TAU + 0.4)]
    const line: [Point, Point, Point] = [
      [x * 0.074, 0.025, z * 0.074],
      [x * 0.092, 0.13, z * 0.092],
      [x * 0.054, 0.248, z * 0.054],
    ]
    return { skin: rod(line, 0.0045), cells: [4, 3], colour: '#8d6238' }
  })
  return made(
    { skin: lathe([0.085, 0], [0.088, 0.02], [0.02, 0.032]), cells: [10, 2], colour: WOOD },
    {
      skin: lathe([0.066, 0.03], [0.078, 0.11], [0.074, 0.2], [0.05, 0.245]),
      cells: [12, 3],
      colour: '#ffb56a',
      glow: 0.62,
    },
    { skin: lathe([0.054, 0.24], [0.056, 0.252], [0.002, 0.27]), cells: [10, 2], colour: WOOD },
    ...ribs,
  )
}

/** Where things stand when a fire is in the middle. */
export function stump(): LitMesh {
  const rings = (x: number, _y: number, z: number) => ((Math.hypot(x * 1.05, z) * 34) % 1 > 0.7 ? '#a07c55' : '#b98f63')
  return made(
    { skin: lathe([0.225, 0], [0.2, 0.07], [0.195, 0.26], [0.19, 0.28]), cells: [16, 3], colour: '#4a3524' },
    { skin: lathe([0.19, 0.28], [0.12, 0.284], [0.06, 0.284], [0.001, 0.284]), cells: [16, 3], colour: rings },
  )
}
