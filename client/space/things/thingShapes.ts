// The few things of a circle, made in code: talking piece, candle, tissues, the lamp of time, chair lamps, a stump to stand on.
// Metres; each stands on y = 0 at the origin except the piece, which is about its middle.

import { addPiece, emptyMesh, type LitMesh } from '../shapes/litMesh.ts'
import { pillow, skinAbout, tube, type Skin } from '../shapes/patches.ts'
import { ball, blend, type Point } from '../shapes/solids.ts'

const TAU = 2 * Math.PI

/** A sheet turned about the vertical axis from (radius, height) points, lowest first. */
function lathe(line: readonly (readonly [number, number])[]): Skin {
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

/** The talking piece: a river stone with a spiral carved in it that glows when somebody holds it. */
export function piece(): LitMesh {
  const mesh = emptyMesh()
  const stone = blend(0.02, ball([0, 0, 0], 0.062, 0.044, 0.054), ball([0.012, 0.002, -0.006], 0.05, 0.047, 0.045))
  addPiece(mesh, { skin: skinAbout(stone, [0, 0, 0]), cells: [16, 10], colour: '#8d867c', closed: 'both' }, null)
  const spiral = (v: number): Point => {
    const turn = v * TAU * 2.1
    const r = 0.006 + 0.029 * v
    return [Math.cos(turn) * r, 0.0475 - 0.55 * r * r * 18, Math.sin(turn) * r * 0.92]
  }
  const carved: Skin = {
    sheet: (u, v, out) => {
      const p = spiral(v)
      const away = Math.cos(u * TAU) * 0.0046
      const turn = v * TAU * 2.1
      out[0] = p[0] + Math.cos(turn) * away
      out[1] = p[1] + Math.sin(u * TAU) * 0.0032
      out[2] = p[2] + Math.sin(turn) * away
      out[3] = -1
    },
  }
  addPiece(mesh, { skin: carved, cells: [5, 34], colour: '#ffb066', glow: 1.7 }, null)
  return mesh
}

export function candle(): LitMesh {
  const mesh = emptyMesh()
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.062, 0],
        [0.066, 0.008],
        [0.055, 0.014],
        [0.03, 0.016],
      ]),
      cells: [16, 3],
      colour: '#5d6b64',
    },
    null,
  )
  const wax = lathe([
    [0.033, 0.012],
    [0.034, 0.06],
    [0.033, 0.104],
    [0.03, 0.112],
    [0.02, 0.106],
    [0.002, 0.104],
  ])
  addPiece(mesh, { skin: wax, cells: [14, 5], colour: '#f0cf9c', glow: 0.5 }, null)
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.003, 0.1],
        [0.002, 0.122],
      ]),
      cells: [4, 1],
      colour: '#2a201a',
    },
    null,
  )
  return mesh
}

export function tissues(): LitMesh {
  const mesh = emptyMesh()
  addPiece(mesh, { skin: pillow([0, 0.038, 0], 0.105, 0.038, 0.06, 0.9), cells: [20, 8], colour: '#6f8f8a' }, null)
  const cloth = tube({
    line: [
      [0, 0.06, 0],
      [0.012, 0.105, 0.004],
      [-0.018, 0.142, -0.006],
    ],
    size: (v) => [0.042 * (1 - 0.72 * v) * (0.9 + 0.25 * Math.sin(v * 9)), 0.016 * (1 - 0.6 * v)],
    front: [0, 0, -1],
  })
  addPiece(mesh, { skin: cloth, cells: [9, 5], colour: '#f4efe6' }, null)
  return mesh
}

/** Height range of the bead on the lamp of time, metres. */
export const BEAD_LOW = 0.05
export const BEAD_HIGH = 0.22

export function timeLamp(): LitMesh {
  const mesh = emptyMesh()
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.05, 0],
        [0.053, 0.012],
        [0.03, 0.03],
        [0.006, 0.036],
        [0.0045, 0.24],
        [0.009, 0.247],
        [0.007, 0.258],
        [0.001, 0.262],
      ]),
      cells: [12, 7],
      colour: '#7a5a3c',
    },
    null,
  )
  return mesh
}

export function bead(): LitMesh {
  const mesh = emptyMesh()
  addPiece(
    mesh,
    {
      skin: skinAbout(ball([0, 0, 0], 0.021, 0.019, 0.021), [0, 0, 0]),
      cells: [12, 8],
      colour: '#ffffff',
      glow: 1,
      closed: 'both',
    },
    null,
  )
  return mesh
}

/** The small lantern that stands beside the facilitator's chair. */
export function chairLamp(): LitMesh {
  const mesh = emptyMesh()
  const wood = '#5b3f2a'
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.085, 0],
        [0.088, 0.02],
        [0.07, 0.03],
        [0.02, 0.032],
      ]),
      cells: [16, 3],
      colour: wood,
    },
    null,
  )
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.066, 0.03],
        [0.078, 0.11],
        [0.074, 0.2],
        [0.05, 0.245],
      ]),
      cells: [16, 6],
      colour: '#ffb56a',
      glow: 0.62,
    },
    null,
  )
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.054, 0.24],
        [0.058, 0.25],
        [0.03, 0.268],
        [0.002, 0.272],
      ]),
      cells: [16, 3],
      colour: wood,
    },
    null,
  )
  for (let i = 0; i < 4; i++) {
    const [x, z] = [Math.cos((i / 4) * TAU + 0.4), Math.sin((i / 4) * TAU + 0.4)]
    const rib = tube({
      line: [
        [x * 0.072, 0.025, z * 0.072],
        [x * 0.092, 0.13, z * 0.092],
        [x * 0.054, 0.248, z * 0.054],
      ],
      size: () => [0.005, 0.005],
      front: [x, 0.1, z],
    })
    addPiece(mesh, { skin: rib, cells: [4, 5], colour: wood }, null)
  }
  return mesh
}

/** Where things stand when a fire is in the middle. */
export function stump(): LitMesh {
  const mesh = emptyMesh()
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.225, 0],
        [0.2, 0.07],
        [0.195, 0.26],
        [0.19, 0.275],
      ]),
      cells: [18, 4],
      colour: '#4a3524',
    },
    null,
  )
  const rings = (x: number, _y: number, z: number) =>
    Math.hypot(x * 1.05, z) * 34 - Math.floor(Math.hypot(x * 1.05, z) * 34) > 0.7 ? '#a07c55' : '#b98f63'
  addPiece(
    mesh,
    {
      skin: lathe([
        [0.19, 0.275],
        [0.18, 0.283],
        [0.12, 0.284],
        [0.06, 0.284],
        [0.001, 0.284],
      ]),
      cells: [18, 6],
      colour: rings,
    },
    null,
  )
  return mesh
}
