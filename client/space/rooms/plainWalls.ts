// Round the plain room: boards, plaster, a roof on rafters, lamps of paper. No board is quite like the next.

import { linearOf } from '../light/film.ts'
import type { Point } from '../shapes/solids.ts'
import { chance, polar, TAU, up, WAINSCOT, WALL, type Builder } from './plainPlan.ts'

const PANELS = ['#7d5632', '#744d2d', '#855c38', '#6d472a'].map(linearOf)
const PLASTER = linearOf('#d9b68c')

export const walls: Builder = (mesh, { radius }) => {
  const inward = (turn: number): Point => [-Math.sin(turn), 0, -Math.cos(turn)]
  const boards = Math.round((TAU * radius) / 0.21)
  for (let k = 0; k < boards; k++) {
    const tone = PANELS[Math.floor(chance(k * 3.7) * PANELS.length)]!
    const worn = 0.85 + 0.25 * chance(k * 1.3)
    const depth = radius - 0.012 * chance(k * 5.1)
    const turn = (u: number) => ((k + 0.03 + 0.94 * (1 - u)) / boards) * TAU
    mesh.sheet(
      (u, v) => polar(turn(u), depth, v * WAINSCOT),
      (u) => inward(turn(u)),
      [1, 5],
      () => tone.map((c) => c * worn),
    )
  }
  const back = (u: number) => (1 - u) * TAU
  mesh.sheet(
    (u, v) => polar(back(u), radius + 0.01, v * WAINSCOT),
    (u) => inward(back(u)),
    [60, 1],
    () => linearOf('#1c120b'),
  )
  mesh.sheet(
    (u, v) => polar(back(u), radius - 0.005, WAINSCOT + v * (WALL - WAINSCOT)),
    (u) => inward(back(u)),
    [110, 12],
    (u, v) => PLASTER.map((c) => c * (0.62 + 0.05 * Math.sin(u * 90 + 6 * v) * Math.sin(v * 23 + u * 40))),
  )
  // A rail on the wainscot, a beam under the roof.
  const rail = (y: number, high: number, deep: number, tone: readonly number[]) => {
    mesh.sheet(
      (u, v) => polar(back(u), radius - deep, y + v * high),
      (u) => inward(back(u)),
      [80, 1],
      () => tone,
    )
    mesh.sheet(
      (u, v) => polar(back(u), radius - deep * (1 - v), y + high),
      up,
      [80, 1],
      () => tone,
    )
    mesh.sheet(
      (u, v) => polar(back(u), radius - deep * v, y),
      () => [0, -1, 0],
      [80, 1],
      () => tone,
    )
  }
  rail(WAINSCOT - 0.02, 0.07, 0.05, linearOf('#8c5f3d'))
  rail(WALL - 0.08, 0.16, 0.1, linearOf('#5c3d27'))
}

export const roof: Builder = (mesh, { radius }) => {
  const peak = WALL + radius * 0.42
  const slope = (v: number): [number, number] => [radius * (1 - v) + 0.2 * v, WALL + (peak - WALL) * v]
  const inner = (turn: number): Point => [-Math.sin(turn) * 0.45, -0.9, -Math.cos(turn) * 0.45]
  const boards = 56
  for (let k = 0; k < boards; k++) {
    const tone = PANELS[Math.floor(chance(k * 2.9 + 4) * PANELS.length)]!
    const turn = (u: number) => ((k + 0.99 * (1 - u)) / boards) * TAU
    mesh.sheet(
      (u, v) => polar(turn(u), ...slope(v)),
      (u) => inner(turn(u)),
      [1, 8],
      (_, v) => tone.map((c) => c * (0.75 - 0.35 * v)),
    )
  }
  for (let k = 0; k < 10; k++) {
    const turn = ((k + 0.5) / 10) * TAU
    const [sx, sz] = [Math.cos(turn), -Math.sin(turn)]
    const side =
      (offset: number, drop: number) =>
      (v: number): Point => {
        const [r, y] = slope(v)
        const p = polar(turn, r, y - drop)
        return [p[0] + sx * offset, p[1], p[2] + sz * offset]
      }
    const strip = (a: (v: number) => Point, b: (v: number) => Point, n: Point, shade: number) =>
      mesh.sheet(
        (u, v) => {
          const [from, to] = [a(v), b(v)]
          return [from[0] + (to[0] - from[0]) * u, from[1] + (to[1] - from[1]) * u, from[2] + (to[2] - from[2]) * u]
        },
        () => n,
        [1, 8],
        () => linearOf('#5a3b25').map((c) => c * shade),
      )
    strip(side(0.07, 0.17), side(-0.07, 0.17), inner(turn), 1)
    strip(side(0.07, 0), side(0.07, 0.17), [sx, -0.2, sz], 0.7)
    strip(side(-0.07, 0.17), side(-0.07, 0), [-sx, -0.2, -sz], 0.7)
  }
}

export const lamps: Builder = (mesh, plan) => {
  for (const [x, y, z] of plan.lamps) {
    const at = (u: number, v: number): Point => {
      const r = 0.085 - 0.03 * v
      return [x + Math.sin(u * TAU) * r, y - 0.11 + 0.22 * v, z + Math.cos(u * TAU) * r]
    }
    mesh.sheet(
      at,
      (u) => [Math.sin(u * TAU), 0, Math.cos(u * TAU)],
      [14, 3],
      () => [1, 0.66, 0.34],
      (_, v) => 1.25 - 0.5 * Math.abs(v - 0.4),
    )
  }
}
