// The room made in code: a round timber house at dusk with a fire bowl in its middle. It is there at once, and it stays when a
// made room is missing or broken. Light is computed once, when it is built; nothing here is lit at run time.

import type { BufferGeometry } from 'three'
import { linearOf } from '../light/film.ts'
import { projectProbe } from '../light/probe.ts'
import type { LightFacts } from '../light/roomLight.ts'
import type { Point } from '../shapes/solids.ts'
import { createPaintedMesh, type Illumination } from './paintedMesh.ts'

const TAU = 2 * Math.PI
const WALL = 2.55
const WAINSCOT = 0.98
const FIRE: Point = [0, 0.62, 0]
const WINDOWS = 5
const LAMPS = 5

const wood = ['#8a5a34', '#7d5030', '#94633c', '#855534', '#764a2b'].map(linearOf)
const panel = ['#6d4a31', '#654329', '#735036', '#5f3f28'].map(linearOf)
const plaster = linearOf('#d9b68c')
const stone = linearOf('#8d7f72')
const rug = ['#7c3f2c', '#c98d57', '#5d2f2a', '#d9b98c', '#8c4a32', '#a9683f', '#4c2c2e'].map(linearOf)

/** A number in 0–1 that is always the same for the same seed. */
function chance(seed: number): number {
  const x = Math.sin(seed * 127.1 + 311.7) * 43758.5453
  return x - Math.floor(x)
}

const polar = (turn: number, radius: number, y: number): Point => [Math.sin(turn) * radius, y, Math.cos(turn) * radius]

interface Plan {
  readonly radius: number
  readonly lamps: readonly Point[]
  readonly windows: readonly number[]
}

function planFor(seats: number): Plan {
  const radius = seats > 16 ? 7.4 : 4.7
  const lamp = (i: number) => polar(((i + 0.5) / LAMPS) * TAU + 0.3, radius - 0.25, 1.62)
  return {
    radius,
    lamps: Array.from({ length: LAMPS }, (_, i) => lamp(i)),
    windows: Array.from({ length: WINDOWS }, (_, i) => (i / WINDOWS) * TAU + 0.3),
  }
}

/** Light of the fire, the lamps on the wall, a little dusk, darker where wall meets floor and under the bowl. */
function illumination({ radius, lamps }: Plan): Illumination {
  const bigger = (radius / 4.7) ** 1.2
  return (p, n, out) => {
    let [r, g, b] = [0.052 + 0.02 * n[1], 0.04 + 0.018 * n[1], 0.036 + 0.022 * n[1]]
    const add = (from: Point, strength: number, soft: number, warm: Point) => {
      const d = [from[0] - p[0], from[1] - p[1], from[2] - p[2]]
      const far2 = d[0]! ** 2 + d[1]! ** 2 + d[2]! ** 2
      const facing = (n[0] * d[0]! + n[1] * d[1]! + n[2] * d[2]!) / Math.sqrt(far2 || 1)
      const share = (strength * Math.max(0, (facing + 0.3) / 1.3)) / (soft + far2)
      r += warm[0] * share
      g += warm[1] * share
      b += warm[2] * share
    }
    add(FIRE, 1.9 * bigger, 0.7, [1, 0.56, 0.24])
    for (const lamp of lamps) add(lamp, 0.34 * bigger, 0.12, [1, 0.62, 0.3])
    const out2 = Math.hypot(p[0], p[2])
    const corner = 1 - 0.55 * Math.exp(-Math.max(0, radius - out2) * 2.4 - Math.abs(p[1]) * 2.2)
    const under = out2 < 0.75 && p[1] < 0.05 ? 0.25 + 0.75 * Math.max(0, (out2 - 0.42) / 0.33) : 1
    out[0] = r * corner * under
    out[1] = g * corner * under
    out[2] = b * corner * under
  }
}

type Mesh = ReturnType<typeof createPaintedMesh>
const up = (): Point => [0, 1, 0]

function floor(mesh: Mesh, { radius }: Plan): void {
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
      const tone = wood[Math.floor(chance(ring * 37 + k) * wood.length)]!
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

function carpet(mesh: Mesh, seats: number): void {
  const outer = seats > 16 ? 3.1 : 1.62
  const bands = [0, 0.46, 0.52, 0.62, 0.66, 0.86, 0.9, 0.97, 1]
  bands.slice(1).forEach((to, i) => {
    const from = bands[i]!
    const tone = rug[i % rug.length]!
    const wave = (turn: number, share: number) =>
      outer * share * (1 + 0.008 * Math.sin(turn * 5) + 0.005 * Math.sin(turn * 11 + 1))
    const at = (u: number, v: number) => polar(u * TAU, wave(u * TAU, from + (to - from) * v), 0.012 + 0.0004 * i)
    mesh.sheet(at, up, [72, Math.max(1, Math.round((to - from) * 14))], (u, v) => {
      const wear = 0.9 + 0.1 * Math.sin(u * 31 + v * 4 + i) * Math.sin(u * 17 - i)
      return tone.map((c) => c * wear)
    })
  })
}

function walls(mesh: Mesh, { radius, windows }: Plan): void {
  const inward = (turn: number): Point => [-Math.sin(turn), 0, -Math.cos(turn)]
  const boards = Math.round((TAU * radius) / 0.21)
  for (let k = 0; k < boards; k++) {
    const tone = panel[Math.floor(chance(k * 3.7) * panel.length)]!
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
    (u, v) => plaster.map((c) => c * (0.62 + 0.05 * Math.sin(u * 90 + 6 * v) * Math.sin(v * 23 + u * 40))),
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
  for (const turn of windows) window(mesh, radius, turn)
}

function window(mesh: Mesh, radius: number, turn: number): void {
  const half = 0.56 / radius
  const [low, high] = [1.18, 2.2]
  const inward: Point = [-Math.sin(turn), 0, -Math.cos(turn)]
  const zenith = linearOf('#2b3560')
  const dusk = linearOf('#d98f63')
  const hill = linearOf('#232a3a')
  const arch = (u: number) => low + (high - low) * (0.8 + 0.2 * Math.sqrt(Math.max(0, 1 - (2 * u - 1) ** 2)))
  const at = (inset: number) => (u: number, v: number) =>
    polar(turn + half * (1 - 2 * u), radius - inset, low + (arch(u) - low) * v)
  mesh.sheet(
    at(0.02),
    () => inward,
    [16, 18],
    (u, v) => {
      const y = ((arch(u) - low) * v) / (high - low)
      const ridge = 0.2 + 0.05 * Math.sin(u * 5 + turn * 9) + 0.03 * Math.sin(u * 11 + turn)
      if (y < ridge) return hill
      const t = Math.min(1, (y - ridge) / 0.75)
      return dusk.map((c, i) => c + (zenith[i]! - c) * t ** 0.7)
    },
    () => 0.5,
  )
  const frame = linearOf('#4a3120')
  const bar = (u0: number, u1: number, v0: number, v1: number) =>
    mesh.sheet(
      (u, v) => {
        const [a, b] = [u0 + (u1 - u0) * u, v0 + (v1 - v0) * v]
        return polar(turn + half * (1 - 2 * a), radius - 0.06, low + (arch(Math.min(1, Math.max(0, a))) - low) * b)
      },
      () => inward,
      [u1 - u0 > 0.5 ? 12 : 1, v1 - v0 > 0.5 ? 6 : 1],
      () => frame,
    )
  bar(-0.06, 0.03, -0.04, 1.02)
  bar(0.97, 1.06, -0.04, 1.02)
  bar(-0.06, 1.06, -0.09, 0.0)
  bar(-0.06, 1.06, 0.98, 1.07)
  bar(0.485, 0.515, 0, 1)
  bar(0, 1, 0.52, 0.545)
}

function roof(mesh: Mesh, { radius }: Plan): void {
  const peak = WALL + radius * 0.42
  const slope = (v: number): [number, number] => [radius * (1 - v) + 0.2 * v, WALL + (peak - WALL) * v]
  const inner = (turn: number): Point => [-Math.sin(turn) * 0.45, -0.9, -Math.cos(turn) * 0.45]
  const boards = 56
  for (let k = 0; k < boards; k++) {
    const tone = panel[Math.floor(chance(k * 2.9 + 4) * panel.length)]!
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

function hearth(mesh: Mesh): void {
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
    stone,
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

function lampsOf(mesh: Mesh, { lamps }: Plan): void {
  for (const [x, y, z] of lamps) {
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

export interface PlainRoom {
  readonly geometry: BufferGeometry
  readonly light: LightFacts
  /** Linear RGB of its light when dimmed. */
  readonly dim: readonly [number, number, number]
}

/** Builds the room for a number of seats. */
export function buildPlainRoom(seats: number): PlainRoom {
  const plan = planFor(seats)
  const mesh = createPaintedMesh(illumination(plan))
  floor(mesh, plan)
  carpet(mesh, seats)
  walls(mesh, plan)
  roof(mesh, plan)
  hearth(mesh)
  lampsOf(mesh, plan)
  const probe = projectProbe((x, y, z) => {
    const level = Math.hypot(x, z)
    const warm = 0.16 + 0.16 * Math.max(0, -y) + 0.1 * level
    return [warm * 1.0 + 0.02, warm * 0.74 + 0.02, warm * 0.54 + 0.035 * Math.max(0, y) + 0.03]
  })
  return {
    geometry: mesh.geometry(),
    light: { probe, fire: { x: 0, y: 0.55, z: 0, strength: 1.5 } },
    dim: [0.3, 0.31, 0.4],
  }
}
