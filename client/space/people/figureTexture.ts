// The shapes of all designs (character with accessory) that sit in the circle, one row each, for the vertex shader to read:
// per vertex two texels, (x, y, z, tone) and (normal, openness). The first rows are the three shapes of a hand.

import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three'
import { ACCESSORIES, CHARACTERS, type Avatar } from '#protocol/meeting.ts'
import type { Skin } from '../shapes/patches.ts'
import { skinNormal } from '../shapes/patches.ts'
import { openness, type Solid } from '../shapes/solids.ts'
import { FOLK } from './characters.ts'
import { designSkins } from './figureParts.ts'
import { HAND_SKINS } from './folk.ts'
import { rowLength, type PartRange } from './figureMesh.ts'

export const HAND_ROWS = ['open', 'fist', 'point'] as const
/** Texels across: 256 vertices a line. */
export const TEXTURE_WIDTH = 512
/** Parts whose shade comes from the whole figure, not only from themselves. */
const SHADED = new Set([
  'body',
  'head',
  'leftEar',
  'rightEar',
  'band',
  'strip',
  'knob',
  'leftFoot',
  'rightFoot',
  'tail',
  'nose',
])

function writeSkin(skin: Skin, { columns, rows, source }: PartRange, shade: Solid | null, row: Float32Array): void {
  const at = new Float64Array(4)
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const [u, v] = [i / columns, j / rows]
      skin.sheet(u, v, at)
      const point = [at[0]!, at[1]!, at[2]!] as const
      const normal = skinNormal(skin, u, v, point)
      const open = shade ? openness(shade, point, normal, 0.16) : 1
      row.set([...point, at[3]!, ...normal, open], (source + j * (columns + 1) + i) * 8)
    }
  }
}

/** Computes one design's row: 8 numbers a vertex; parts that the design lacks stay at zero and are not drawn. */
export function figureRow(ranges: readonly PartRange[], avatar: Pick<Avatar, 'character' | 'accessory'>): Float32Array {
  const row = new Float32Array(rowLength(ranges) * 8)
  const skins = designSkins(avatar.character, avatar.accessory)
  const { head, body } = FOLK[avatar.character]
  const all: Solid = (x, y, z) => Math.min(head(x, y, z), body(x, y, z))
  for (const range of ranges) {
    const skin = skins[range.part.name]
    if (skin && !range.part.mirrors) writeSkin(skin, range, SHADED.has(range.part.name) ? all : null, row)
  }
  return row
}

/** Computes the row of one shape of the hands. */
export function handRow(ranges: readonly PartRange[], shape: (typeof HAND_ROWS)[number]): Float32Array {
  const row = new Float32Array(rowLength(ranges) * 8)
  const hand = ranges.find((one) => one.part.name === 'rightHand')!
  writeSkin(HAND_SKINS[shape], hand, HAND_SKINS[shape].solid ?? null, row)
  return row
}

export interface FigureTexture {
  readonly uniform: { value: DataTexture }
  /** Lines of the texture that one row takes. */
  readonly lines: number
  /** Returns the row of a design, computing it when it is new. */
  rowOf(avatar: Pick<Avatar, 'character' | 'accessory'>): number
  dispose(): void
}

/** Creates the texture; a design is computed when somebody first brings it. */
export function createFigureTexture(ranges: readonly PartRange[]): FigureTexture {
  const lines = Math.ceil((rowLength(ranges) * 2) / TEXTURE_WIDTH)
  const rows = new Map<number, number>()
  const make = (data: Float32Array) => {
    const texture = new DataTexture(data, TEXTURE_WIDTH, data.length / TEXTURE_WIDTH / 4, RGBAFormat, FloatType)
    texture.minFilter = NearestFilter
    texture.magFilter = NearestFilter
    texture.needsUpdate = true
    return texture
  }
  const size = lines * TEXTURE_WIDTH * 4
  const start = new Float32Array(size * 8)
  HAND_ROWS.forEach((shape, i) => start.set(handRow(ranges, shape), i * size))
  let data = start
  const uniform = { value: make(data) }
  return {
    uniform,
    lines,
    rowOf(avatar) {
      const design = CHARACTERS.indexOf(avatar.character) * ACCESSORIES.length + ACCESSORIES.indexOf(avatar.accessory)
      const known = rows.get(design)
      if (known !== undefined) return known
      const row = HAND_ROWS.length + rows.size
      rows.set(design, row)
      if ((row + 1) * size > data.length) {
        const grown = new Float32Array(data.length * 2)
        grown.set(data)
        uniform.value.dispose()
        uniform.value = make(grown)
        data = grown
      }
      data.set(figureRow(ranges, avatar), row * size)
      uniform.value.needsUpdate = true
      return row
    },
    dispose: () => uniform.value.dispose(),
  }
}
