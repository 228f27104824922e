// The windows of the plain room: dusk over hills, flat and painted, to give the eye a place to rest.

import { linearOf } from '../light/film.ts'
import type { Point } from '../shapes/solids.ts'
import { polar, WALL, type Builder } from './plainPlan.ts'

const LOW = 1.18
const HIGH = WALL - 0.35
const ZENITH = linearOf('#2b3560')
const DUSK = linearOf('#d98f63')
const FAR_HILL = linearOf('#4a4a66')
const NEAR_HILL = linearOf('#262c3d')
const FRAME = linearOf('#5a3c27')

/** How high the rounded top of a window is at u, 0–1 across. */
const arch = (u: number) => LOW + (HIGH - LOW) * (0.82 + 0.18 * Math.sqrt(Math.max(0, 1 - (2 * u - 1) ** 2)))

export const windows: Builder = (mesh, { radius, windows: turns }) => {
  const half = 0.56 / radius
  for (const turn of turns) {
    const inward: Point = [-Math.sin(turn), 0, -Math.cos(turn)]
    const at = (u: number, y: number, inset: number) => polar(turn + half * (1 - 2 * u), radius - inset, y)
    const ridge = (u: number, height: number, seed: number) =>
      LOW + height + 0.05 * Math.sin(u * 5 + turn * 9 + seed) + 0.025 * Math.sin(u * 11 + turn * 3 + seed * 2)
    const pane = (
      bottom: (u: number) => number,
      top: (u: number) => number,
      inset: number,
      colour: (y: number) => number[],
    ) =>
      mesh.sheet(
        (u, v) => at(u, bottom(u) + (top(u) - bottom(u)) * v, inset),
        () => inward,
        [14, 10],
        (u, v) => colour(bottom(u) + (top(u) - bottom(u)) * v),
        () => 0.5,
      )
    pane(
      () => LOW,
      arch,
      0.014,
      (y) => DUSK.map((c, i) => c + (ZENITH[i]! - c) * Math.min(1, Math.max(0, (y - LOW - 0.2) / 0.85)) ** 0.7),
    )
    pane(
      () => LOW,
      (u) => ridge(u, 0.26, 2),
      0.02,
      () => FAR_HILL,
    )
    pane(
      () => LOW,
      (u) => ridge(u, 0.14, 0),
      0.026,
      () => NEAR_HILL,
    )
    const bar = (u0: number, u1: number, y0: (u: number) => number, y1: (u: number) => number, inset: number) =>
      mesh.sheet(
        (u, v) => {
          const across = u0 + (u1 - u0) * u
          const inside = Math.min(1, Math.max(0, across))
          return at(across, y0(inside) + (y1(inside) - y0(inside)) * v, inset)
        },
        () => inward,
        [u1 - u0 > 0.5 ? 14 : 1, 3],
        () => FRAME,
      )
    bar(
      -0.05,
      0.035,
      () => LOW - 0.06,
      (u) => arch(u) + 0.05,
      0.06,
    )
    bar(
      0.965,
      1.05,
      () => LOW - 0.06,
      (u) => arch(u) + 0.05,
      0.06,
    )
    bar(
      -0.08,
      1.08,
      () => LOW - 0.09,
      () => LOW,
      0.075,
    )
    bar(
      -0.05,
      1.05,
      (u) => arch(u) - 0.02,
      (u) => arch(u) + 0.06,
      0.06,
    )
    bar(0.483, 0.517, () => LOW, arch, 0.05)
    bar(
      0,
      1,
      () => LOW + 0.5,
      () => LOW + 0.535,
      0.05,
    )
  }
}
