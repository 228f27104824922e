// Under one's feet in the plain room: boards in rings, a woven rug, the stone bowl of the fire.

import { linearOf } from '../light/film.ts'
import type { Point } from '../shapes/solids.ts'
import { chance, polar, TAU, up, type Builder } from './plainPlan.ts'

const BOARDS = ['#8a5a34', '#7d5030', '#94633c', '#855534', '#764a2b'].map(linearOf)
const WEAVE = ['#7c3f2c', '#c98d57', '#5d2f2a', '#d9b98c', '#8c4a32', '#a9683f', '#4c2c2e'].map(linearOf)
const STONE = linearOf('#8d7f72')

export const floor: Builder = (mesh, { radius }) => {
  const dark = linearOf('#2a1a10')
  mesh.sheet(
    (u, v) => polar(u * TAU, v * (radius + 0.1), -0.004),
    up,
    [48, 6],
    () => dark,
  )
  const step = 0.235
  for (let ring = 0; ring * step < radius; ring++) {
    const [from, to] = [Math.max(0.02, ring * step + 0.006), (ring + 1) * step - 0.002]
    const boards = Math.max(4, Math.round((TAU * to) / 1.25))
    const shift = chance(ring) * TAU
    for (let k = 0; k < boards; k++) {
      const tone = BOARDS[Math.floor(chance(ring * 37 + k) * BOARDS.length)]!
      const worn = 0.82 + 0.3 * chance(ring * 91 + k * 7)
      const gap = 0.004 / to
      const at = (u: number, v: number) => polar(shift + ((k + u) / boards) * TAU - gap * u, from + (to - from) * v, 0)
      mesh.sheet(at, up, [Math.max(2, Math.ceil(14 / boards)), 1], (u, v) => {
        const grain = worn * (1 + 0.05 * Math.sin(v * 9 + k) + 0.03 * Math.sin(u * 13 + ring))
        return tone.map((c) => c * grain)
      })
    }
  }
}

export const carpet: Builder = (mesh, { rug: outer }) => {
  const bands = [0, 0.46, 0.52, 0.62, 0.66, 0.86, 0.9, 0.97, 1]
  bands.slice(1).forEach((to, i) => {
    const from = bands[i]!
    const tone = WEAVE[i % WEAVE.length]!
    const wave = (turn: number, share: number) =>
      outer * share * (1 + 0.008 * Math.sin(turn * 5) + 0.005 * Math.sin(turn * 11 + 1))
    const at = (u: number, v: number) => polar(u * TAU, wave(u * TAU, from + (to - from) * v), 0.012 + 0.0004 * i)
    mesh.sheet(at, up, [72, Math.max(1, Math.round((to - from) * 14))], (u, v) => {
      const wear = 0.9 + 0.1 * Math.sin(u * 31 + v * 4 + i) * Math.sin(u * 17 - i)
      return tone.map((c) => c * wear)
    })
  })
}

export const hearth: Builder = (mesh) => {
  const lathe = (line: readonly (readonly [number, number])[], tone: readonly number[], out: number) => {
    for (let i = 0; i < line.length - 1; i++) {
      const [a, b] = [line[i]!, line[i + 1]!]
      const steep = Math.atan2(b[1] - a[1], b[0] - a[0])
      const at = (u: number, v: number) => polar(u * TAU, a[0] + (b[0] - a[0]) * v, a[1] + (b[1] - a[1]) * v)
      const normal = (u: number): Point => [
        Math.sin(u * TAU) * Math.sin(steep) * out,
        -Math.cos(steep) * out,
        Math.cos(u * TAU) * Math.sin(steep) * out,
      ]
      mesh.sheet(at, normal, [40, 1], (u) => tone.map((c) => c * (0.88 + 0.18 * chance(Math.floor(u * 11) + i * 3))))
    }
  }
  lathe(
    [
      [0.4, 0],
      [0.5, 0.06],
      [0.53, 0.2],
      [0.56, 0.31],
      [0.545, 0.335],
      [0.4, 0.34],
      [0.385, 0.33],
    ],
    STONE,
    1,
  )
  lathe(
    [
      [0.385, 0.33],
      [0.35, 0.27],
      [0.2, 0.23],
      [0.001, 0.22],
    ],
    linearOf('#3a2a22'),
    1,
  )
}
