// The room made in code: a round timber house at dusk with a fire bowl in its middle. It is there at once, and it stays when a
// made room is missing or broken. Light is computed once, when it is built; nothing here is lit at run time.

import type { BufferGeometry } from 'three'
import { projectProbe } from '../light/probe.ts'
import type { LightFacts } from '../light/roomLight.ts'
import type { Point } from '../shapes/solids.ts'
import { createPaintedMesh, type Illumination } from './paintedMesh.ts'
import { carpet, floor, hearth } from './plainFloor.ts'
import { planFor, type Plan } from './plainPlan.ts'
import { lamps, roof, walls } from './plainWalls.ts'
import { windows } from './plainWindows.ts'

const FIRE: Point = [0, 0.62, 0]

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

export interface PlainRoom {
  readonly geometry: BufferGeometry
  readonly light: LightFacts
  /** Linear RGB of its light when dimmed. */
  readonly dim: readonly [number, number, number]
}

/** Builds the room for one ring of chairs or for two. */
export function buildPlainRoom(rings: 1 | 2): PlainRoom {
  const plan = planFor(rings)
  const mesh = createPaintedMesh(illumination(plan))
  for (const build of [floor, carpet, walls, windows, roof, hearth, lamps]) build(mesh, plan)
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
