// The triangles that all figures share: which vertices of a figure's row belong together, what carries them, how they are painted.

import { BufferAttribute, InstancedBufferGeometry } from 'three'
import { PARTS, type Part } from './figureParts.ts'

/** How finely a figure is cut: near for one ring, far for the many people of two rings. */
export type Detail = 'near' | 'far'

export interface PartRange {
  readonly part: Part
  readonly columns: number
  readonly rows: number
  /** Number of the part's first vertex in a figure's row of the texture. */
  readonly source: number
  /** Number of its first vertex in the mesh. */
  readonly first: number
}

/** Lists where each part's vertices are, in the mesh and in the texture. */
export function partRanges(detail: Detail): readonly PartRange[] {
  const ranges: PartRange[] = []
  let first = 0
  let source = 0
  for (const part of PARTS) {
    const [columns, rows] = part.cells[detail === 'near' ? 0 : 1]
    const count = (columns + 1) * (rows + 1)
    const mirrored = ranges.find((one) => one.part.name === part.mirrors)
    ranges.push({ part, columns, rows, first, source: mirrored?.source ?? source })
    first += count
    if (!mirrored) source += count
  }
  return ranges
}

/** Counts the vertices in one row of the figure texture. */
export function rowLength(ranges: readonly PartRange[]): number {
  return Math.max(...ranges.map((one) => one.source + (one.columns + 1) * (one.rows + 1)))
}

function triangles({ part, columns, rows, first }: PartRange): number[] {
  const index: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = first + row * (columns + 1) + column
      const [b, c, d] = [a + 1, a + columns + 2, a + columns + 1]
      const [lower, upper] = [
        [a, b, c],
        [a, c, d],
      ]
      const startsInPoint = row === 0 && (part.closed === 'start' || part.closed === 'both')
      const endsInPoint = row === rows - 1 && (part.closed === 'end' || part.closed === 'both')
      if (!startsInPoint) index.push(...lower)
      if (!endsInPoint) index.push(...upper)
    }
  }
  return part.mirrors ? index.reverse() : index
}

/** Builds the shared mesh: attribute `part` (source vertex, mover, paint, swing) and `grid` (u, v). */
export function createFigureMesh(ranges: readonly PartRange[]): InstancedBufferGeometry {
  const count = ranges.reduce((sum, one) => sum + (one.columns + 1) * (one.rows + 1), 0)
  const part = new Float32Array(count * 4)
  const grid = new Float32Array(count * 2)
  for (const range of ranges) {
    for (let row = 0; row <= range.rows; row++) {
      for (let column = 0; column <= range.columns; column++) {
        const local = row * (range.columns + 1) + column
        const v = row / range.rows
        part.set(
          [range.source + local, range.part.mover, range.part.paint, (range.part.swing ?? 0) * v * v],
          (range.first + local) * 4,
        )
        grid.set([column / range.columns, v], (range.first + local) * 2)
      }
    }
  }
  const mesh = new InstancedBufferGeometry()
  mesh.setAttribute('part', new BufferAttribute(part, 4))
  mesh.setAttribute('grid', new BufferAttribute(grid, 2))
  mesh.setIndex(ranges.flatMap(triangles))
  return mesh
}
