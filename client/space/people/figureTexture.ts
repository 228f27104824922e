// The shapes of all designs (character with accessory) that sit in the circle, one row each, for the vertex shader to read:
// per vertex two texels, (x, y, z, tone) and (normal, openness). The first rows are shared: three shapes of a hand, and a blanket.

import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three'
import { ACCESSORIES, CHARACTERS, type Avatar } from '#protocol/meeting.ts'
import type { Skin } from '../shapes/patches.ts'
import { skinNormal } from '../shapes/patches.ts'
import { openness, type Solid } from '../shapes/solids.ts'
import { FOLK } from './characters.ts'
import { BLANKET, designSkins } from './figureParts.ts'
import { HAND_SKINS } from './folk.ts'
import { rowLength, type PartRange } from './figureMesh.ts'

const HAND_ROWS = ['open', 'fist', 'point'] as const
/** The row after them: a folded blanket in place of a body. */
export const BLANKET_ROW = HAND_ROWS.length
const SHARED_ROWS = BLANKET_ROW + 1
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

/** Writes one part of a row, yielding after every line of vertices. */
function* writeSkin(
  skin: Skin,
  { columns, rows, source }: PartRange,
  shade: Solid | null,
  row: Float32Array,
): Generator<void> {
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
    yield
  }
}

export type Design = Pick<Avatar, 'character' | 'accessory'>

/**
 * Computes one design's row in small portions: 8 numbers a vertex; parts that the design lacks stay at zero and are not drawn.
 * The row may be used when the generator is done.
 */
export function* writeFigure(ranges: readonly PartRange[], { character, accessory }: Design, row: Float32Array) {
  const skins = designSkins(character, accessory)
  const { head, body } = FOLK[character]
  const all: Solid = (x, y, z) => Math.min(head(x, y, z), body(x, y, z))
  for (const range of ranges) {
    const skin = skins[range.part.name]
    if (skin && !range.part.mirrors) yield* writeSkin(skin, range, SHADED.has(range.part.name) ? all : null, row)
  }
}

function* writeShared(ranges: readonly PartRange[], rows: readonly Float32Array[]) {
  const rangeOf = (name: string) => ranges.find((one) => one.part.name === name)
  const [hand, body] = [rangeOf('rightHand'), rangeOf('body')]
  for (const [i, shape] of HAND_ROWS.entries()) {
    const skin = HAND_SKINS[shape]
    if (hand && rows[i]) yield* writeSkin(skin, hand, skin.solid ?? null, rows[i])
  }
  if (body && rows[BLANKET_ROW]) yield* writeSkin(BLANKET, body, null, rows[BLANKET_ROW])
}

export interface FigureTexture {
  readonly uniform: { value: DataTexture }
  /** Lines of the texture that one row takes. */
  readonly lines: number
  /** Returns the row of a design; a new one is computed by and by, and nothing is drawn of it before it is complete. */
  rowOf(design: Design): number
  /** Tells whether a row (and the hands) may be drawn. */
  ready(row: number): boolean
  /** Works on new designs for about `budgetMs`. */
  work(budgetMs: number): void
  dispose(): void
}

/** Creates the texture; a design is computed when somebody first brings it. */
export function createFigureTexture(ranges: readonly PartRange[]): FigureTexture {
  const lines = Math.ceil((rowLength(ranges) * 2) / TEXTURE_WIDTH)
  const size = lines * TEXTURE_WIDTH * 4
  const known = new Map<number, number>()
  /** Rows in the making, and where they go when they are done. */
  const queue: { readonly portions: Iterator<void>; readonly made: Float32Array; readonly at: number }[] = []
  const make = (numbers: Float32Array) => {
    const texture = new DataTexture(numbers, TEXTURE_WIDTH, numbers.length / TEXTURE_WIDTH / 4, RGBAFormat, FloatType)
    texture.minFilter = NearestFilter
    texture.magFilter = NearestFilter
    texture.needsUpdate = true
    return texture
  }
  let data = new Float32Array(size * 8)
  const uniform = { value: make(data) }

  const shared = new Float32Array(size * SHARED_ROWS)
  const ready = new Set<number>()
  const rows = Array.from({ length: SHARED_ROWS }, (_, i) => shared.subarray(i * size, (i + 1) * size))
  queue.push({ portions: writeShared(ranges, rows), made: shared, at: 0 })

  return {
    uniform,
    lines,
    rowOf(design) {
      const key = CHARACTERS.indexOf(design.character) * ACCESSORIES.length + ACCESSORIES.indexOf(design.accessory)
      const before = known.get(key)
      if (before !== undefined) return before
      const row = SHARED_ROWS + known.size
      known.set(key, row)
      if ((row + 1) * size > data.length) {
        const grown = new Float32Array(data.length * 2)
        grown.set(data)
        data = grown
        uniform.value.dispose()
        uniform.value = make(data)
      }
      const made = new Float32Array(size)
      queue.push({ portions: writeFigure(ranges, design, made), made, at: row * size })
      return row
    },
    ready: (row) => ready.has(0) && ready.has(row),
    work(budgetMs) {
      if (queue.length === 0) return
      const untilMs = performance.now() + budgetMs
      let [current] = queue
      while (current && performance.now() < untilMs) {
        if (!current.portions.next().done) continue
        data.set(current.made, current.at)
        ready.add(current.at / size)
        uniform.value.needsUpdate = true
        queue.shift()
        current = queue[0]
      }
    },
    dispose: () => uniform.value.dispose(),
  }
}
