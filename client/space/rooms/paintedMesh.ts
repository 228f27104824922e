// A mesh painted vertex by vertex with finished display colours: how the plain room is made. Boards, rings and walls are cut finely
// enough that light falls off smoothly over them; edges between colours are edges of the mesh, so they are crisp.

import { BufferAttribute, BufferGeometry } from 'three'
import { film } from '../light/film.ts'
import type { Point } from '../shapes/solids.ts'

/** Linear light that falls on a point of a surface, RGB, written into `out`. */
export type Illumination = (p: Point, n: Point, out: number[]) => void

export interface PaintedMesh {
  /**
   * Adds a sheet over (u, v) in 0–1 with `columns` × `rows` cells; `colour` is linear RGB. `own` is light of its own, which
   * replaces what falls on it.
   */
  sheet(
    at: (u: number, v: number) => Point,
    normal: (u: number, v: number) => Point,
    cells: readonly [number, number],
    colour: (u: number, v: number) => readonly number[],
    own?: (u: number, v: number) => number,
  ): void
  geometry(): BufferGeometry
}

/** Creates an empty mesh in a room with this light. */
export function createPaintedMesh(light: Illumination): PaintedMesh {
  const positions: number[] = []
  const colours: number[] = []
  const index: number[] = []
  const lit = [0, 0, 0]
  const shown = [0, 0, 0]
  return {
    sheet(at, normal, [columns, rows], colour, own) {
      const first = positions.length / 3
      for (let j = 0; j <= rows; j++) {
        for (let i = 0; i <= columns; i++) {
          const [u, v] = [i / columns, j / rows]
          const p = at(u, v)
          const tone = colour(u, v)
          light(p, normal(u, v), lit)
          const shine = own?.(u, v)
          film(tone[0]! * (shine ?? lit[0]!), tone[1]! * (shine ?? lit[1]!), tone[2]! * (shine ?? lit[2]!), shown)
          positions.push(...p)
          colours.push(...shown)
          if (i === columns || j === rows) continue
          const a = first + j * (columns + 1) + i
          index.push(a, a + 1, a + columns + 2, a, a + columns + 2, a + columns + 1)
        }
      }
    },
    geometry() {
      const geometry = new BufferGeometry()
      geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
      geometry.setAttribute(
        'color',
        new BufferAttribute(new Uint8Array(colours.map((c) => Math.round(c * 255))), 3, true),
      )
      geometry.setIndex(index)
      return geometry
    },
  }
}
