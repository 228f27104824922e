// Gathers skins into one mesh whose vertices carry place, normal, colour and openness: for things made in code, lit by the room.

import { BufferAttribute, BufferGeometry } from 'three'
import { linearOf } from '../light/film.ts'
import { skinNormal, type Skin } from './patches.ts'
import { openness, type Solid } from './solids.ts'

export interface Piece {
  readonly skin: Skin
  /** Cells round and along. */
  readonly cells: readonly [number, number]
  /** sRGB hex, or a function of the position. */
  readonly colour: string | ((x: number, y: number, z: number) => string)
  /** Light that it gives by itself, as a share of its colour. */
  readonly glow?: number
  readonly closed?: 'start' | 'end' | 'both'
}

export interface LitMesh {
  readonly positions: number[]
  readonly normals: number[]
  /** Linear RGB; fourth number: openness 0–1, or 2 + glow for what shines. */
  readonly colours: number[]
  readonly index: number[]
}

export const emptyMesh = (): LitMesh => ({ positions: [], normals: [], colours: [], index: [] })

/** Adds a piece; `around` casts the shade in its folds. */
export function addPiece(mesh: LitMesh, piece: Piece, around: Solid | null, reach = 0.25): void {
  const { skin, cells, colour, glow, closed } = piece
  const [columns, rows] = cells
  const first = mesh.positions.length / 3
  const at = new Float64Array(4)
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      skin.sheet(i / columns, j / rows, at)
      const point = [at[0]!, at[1]!, at[2]!] as const
      const normal = skinNormal(skin, i / columns, j / rows, point)
      const open = around ? openness(around, point, normal, reach) : 1
      mesh.positions.push(...point)
      mesh.normals.push(...normal)
      const tone = linearOf(typeof colour === 'string' ? colour : colour(...point))
      mesh.colours.push(...tone, glow === undefined ? open : 2 + glow)
      if (i === columns || j === rows) continue
      const a = first + j * (columns + 1) + i
      const [b, c, d] = [a + 1, a + columns + 2, a + columns + 1]
      if (!(j === 0 && (closed === 'start' || closed === 'both'))) mesh.index.push(a, b, c)
      if (!(j === rows - 1 && (closed === 'end' || closed === 'both'))) mesh.index.push(a, c, d)
    }
  }
}

/** A soft shadow at height `y`: a disc about (x, z), `dark` 0–1 in its middle; colour is black, openness −1 − darkness. */
export function addFloorShadow(
  mesh: LitMesh,
  x: number,
  z: number,
  radiusX: number,
  radiusZ: number,
  dark: number,
  y = 0.012,
): void {
  const first = mesh.positions.length / 3
  const around = 16
  // Full under the thing itself, gone at the edge: out, and how dark there.
  const rings = [
    [0, 1],
    [0.5, 0.94],
    [0.74, 0.5],
    [1, 0],
  ] as const
  rings.forEach(([share, shade], ring) => {
    for (let i = 0; i <= around; i++) {
      const turn = (i / around) * 2 * Math.PI
      mesh.positions.push(x + Math.cos(turn) * radiusX * share, y, z + Math.sin(turn) * radiusZ * share)
      mesh.normals.push(0, 1, 0)
      mesh.colours.push(0, 0, 0, -1 - dark * shade)
      if (ring === 0 || i === around) continue
      const b = first + ring * (around + 1) + i
      const a = b - around - 1
      mesh.index.push(a + 1, b + 1, b)
      if (ring > 1) mesh.index.push(a, a + 1, b)
    }
  })
}

/** Turns what was gathered into a geometry with attributes position, normal and tone (vec4). */
export function toGeometry(mesh: LitMesh): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(mesh.positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(mesh.normals), 3))
  geometry.setAttribute('tone', new BufferAttribute(new Float32Array(mesh.colours), 4))
  geometry.setIndex(mesh.index)
  return geometry
}
