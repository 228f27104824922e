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

/** A river stone: dark below where it was wet, with one pale vein across it. */
function pebble(x: number, y: number, z: number): string {
  const vein = Math.abs(x * 0.5 + z * 0.8 + y * 0.35 + 0.021)
  return vein < 0.006 ? '#d8cfc0' : y < -0.012 ? '#6f6a66' : z * 0.7 - x > 0.02 ? '#938a7d' : '#867f77'
}

/** The talking piece: a river stone with a spiral carved in it that glows when somebody holds it. */
export function piece(): LitMesh {
  const stone = blend(0.02, ball([0, 0, 0], 0.062, 0.044, 0.054), ball([0.012, 0.002, -0.006], 0.05, 0.047, 0.045))
  return made(
    { skin: skinAbout(stone, [0, 0, 0]), cells: [16, 10], colour: pebble, closed: 'both' },
    { skin: SPIRAL, cells: [4, 26], colour: '#ffb066', glow: 1.7 },
  )
}

/** A candle on a glazed saucer; its wax lets through most light under the flame. */
export function candle(): LitMesh {
  const wax = lathe(
    [0.036, 0.008],
    [0.0335, 0.03],
    [0.033, 0.056],
    [0.033, 0.08],
    [0.033, 0.104],
    [0.029, 0.111],
    [0.018, 0.106],
    [0.002, 0.104],
  )
  const shade = (_x: number, y: number) =>
    y > 0.1 ? '#ffdca6' : y > 0.075 ? '#f3cd96' : y > 0.05 ? '#d9b07c' : '#bf976a'
  return made(
    {
      skin: lathe([0.03, 0], [0.058, 0.004], [0.068, 0.016], [0.062, 0.017], [0.034, 0.009]),
      cells: [16, 4],
      colour: '#5f7771',
    },
    { skin: wax, cells: [12, 7], colour: shade, glow: 0.55 },
    {
      skin: rod(
        [
          [0, 0.102, 0],
          [0.0015, 0.109, 0],
          [0, 0.116, 0.002],
        ],
        0.0016,
      ),
      cells: [4, 2],
      colour: '#2a211b',
    },
  )
}

/** Tissues in a box covered with felt, its slot edged in linen, one drawn out to be taken. */
export function tissues(): LitMesh {
  const slot: Skin = {
    sheet: (u, v, out) => {
      out[0] = Math.cos(u * TAU) * 0.056 * (1 - v)
      out[1] = 0.0765 + 0.0022 * Math.sin(v * Math.PI * 0.5)
      out[2] = -Math.sin(u * TAU) * 0.022 * (1 - v)
      out[3] = -1
    },
  }
  const edge = (x: number, _y: number, z: number) => (Math.hypot(x / 0.056, z / 0.022) > 0.72 ? '#c9bfa8' : '#3d4d4a')
  const cloth = tube({
    line: [
      [0, 0.07, 0],
      [0.014, 0.118, 0.004],
      [-0.02, 0.164, -0.006],
    ],
    size: (v) => [0.043 * (1 - 0.74 * v) * (0.88 + 0.28 * Math.sin(v * 9)), 0.017 * (1 - 0.62 * v)],
    front: [0, 0, -1],
  })
  return made(
    { skin: pillow([0, 0.039, 0], 0.108, 0.039, 0.062, 0.96), cells: [20, 7], colour: '#6f8f8a', closed: 'both' },
    { skin: slot, cells: [14, 2], colour: edge, closed: 'end' },
    { skin: cloth, cells: [10, 6], colour: '#f6f1e8' },
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

/** Radius of a milestone chip, metres. */
const CHIP = 0.044

/** A sprig of two leaves on a stem, raised on the face of a chip (`up` 1) and on its back (−1). */
function sprig(up: 1 | -1): Piece[] {
  const leaf = (x: number, z: number, turn: number): Piece => ({
    skin: {
      sheet: (u, v, out) => {
        const wide = 0.0062 * Math.sin(Math.PI * v) ** 0.7
        const [a, along] = [Math.cos(u * TAU) * wide, 0.021 * v]
        out[0] = x + Math.cos(turn) * along - Math.sin(turn) * a
        out[1] = up * (0.0042 + 0.0016 * Math.max(0, Math.sin(u * TAU)))
        out[2] = z - up * (Math.sin(turn) * along + Math.cos(turn) * a)
        out[3] = -1
      },
    },
    cells: [4, 3],
    colour: '#ffdf9e',
    glow: 0.55,
  })
  return [leaf(0, 0.006 * up, 0.55), leaf(0, 0.006 * up, Math.PI - 0.55), leaf(0, -0.002 * up, Math.PI / 2)]
}

/** A milestone chip: a coin of cherry wood with a rim of brass and a sprig on both faces. Stands on edge, faces along z. */
export function chip(): LitMesh {
  const r = CHIP
  const rim = lathe(
    [r - 0.007, -0.0042],
    [r - 0.005, -0.0054],
    [r - 0.001, -0.004],
    [r, 0],
    [r - 0.001, 0.004],
    [r - 0.005, 0.0054],
    [r - 0.007, 0.0042],
  )
  const mesh = made(
    { skin: rim, cells: [20, 6], colour: '#d9a24e' },
    { skin: lathe([r - 0.007, 0.0042], [0.0005, 0.0042]), cells: [20, 1], colour: '#8e4a32' },
    { skin: lathe([0.0005, -0.0042], [r - 0.007, -0.0042]), cells: [20, 1], colour: '#8e4a32' },
    ...sprig(1),
    ...sprig(-1),
  )
  for (const list of [mesh.positions, mesh.normals]) {
    for (let i = 0; i < list.length; i += 3) {
      const up = list[i + 1]!
      list[i + 1] = list[i + 2]!
      list[i + 2] = -up
    }
  }
  return mesh
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
