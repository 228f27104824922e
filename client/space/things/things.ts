// The things of the circle in one draw. They show what the meeting's state is: who holds the piece, how much time is left, who runs it.

import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  Vector4,
} from 'three'
import { runsMeeting } from '#protocol/roles.ts'
import { type MeetingSnapshot } from '#protocol/meeting.ts'
import { CLOSING_SECONDS } from '#protocol/limits.ts'
import { easing, type Frame } from '../frame.ts'
import { LIT_FRAGMENT, litVertex } from '../light/litShader.ts'
import type { RoomLight } from '../light/roomLight.ts'
import { PIECE_AT } from '../people/handPoses.ts'
import type { People } from '../people/people.ts'
import type { Person } from '../people/person.ts'
import { GLOWS } from '../rooms/glowShader.ts'
import type { Glows } from '../rooms/glows.ts'
import type { Table } from '../rooms/roomFacts.ts'
import { fromSeat } from '../view/seatView.ts'
import { addFloorShadow, emptyMesh, toGeometry, type LitMesh } from '../shapes/litMesh.ts'
import * as shapes from './thingShapes.ts'
import { createTogether } from './together.ts'

const PIECE = 0
const CANDLE = 1
const TISSUES = 2
const LAMP = 3
const BEAD = 4
const CHAIR_LAMPS = 5
const MOST_CHAIR_LAMPS = 3
const STUMP = CHAIR_LAMPS + MOST_CHAIR_LAMPS
const CHIP = STUMP + 1
const GIVEN_CANDLE = CHIP + 1
const COUNT = GIVEN_CANDLE + 1
/** How far out on a table things stand, as a share of its radius. */
const EDGE = 0.66

export interface Things {
  readonly mesh: Mesh
  /** Puts candle, tissues and lamp on another table. */
  stand(table: Table): void
  seat(snapshot: MeetingSnapshot): void
  /** `nowMs`: the server's clock, milliseconds since the epoch. Adds the glows that things and people give off. */
  update(frame: Frame, nowMs: number): void
  dispose(): void
}

function gather(): BufferGeometry {
  const all = emptyMesh()
  const which: number[] = []
  const add = (thing: number, mesh: LitMesh) => {
    const first = all.positions.length / 3
    all.positions.push(...mesh.positions)
    all.normals.push(...mesh.normals)
    all.colours.push(...mesh.colours)
    all.index.push(...mesh.index.map((i) => i + first))
    for (let i = 0; i < mesh.positions.length / 3; i++) which.push(thing)
  }
  /** What stands on a table darkens it a little: without that it would float. */
  const standing = (mesh: LitMesh, rx: number, rz: number) => {
    addFloorShadow(mesh, 0, 0, rx, rz, 0.42, 0.001)
    return mesh
  }
  add(PIECE, shapes.piece())
  add(CANDLE, standing(shapes.candle(), 0.1, 0.1))
  add(TISSUES, standing(shapes.tissues(), 0.16, 0.105))
  add(LAMP, standing(shapes.timeLamp(), 0.1, 0.065))
  add(BEAD, shapes.bead())
  for (let i = 0; i < MOST_CHAIR_LAMPS; i++) add(CHAIR_LAMPS + i, shapes.chairLamp())
  add(STUMP, shapes.stump())
  add(CHIP, shapes.chip())
  add(GIVEN_CANDLE, shapes.candle())
  const geometry = toGeometry(all)
  geometry.setAttribute('which', new BufferAttribute(new Float32Array(which), 1))
  return geometry
}

/** Share of the time that is left at `nowMs` (server clock), 0–1: of the closing minute, else of the step's lamp; null when nobody counts. */
export function timeLeft(snapshot: Pick<MeetingSnapshot, 'closesAt' | 'lamp'>, nowMs: number): number | null {
  const { closesAt, lamp } = snapshot
  const endsAt = closesAt ?? lamp?.endsAt
  if (endsAt === undefined) return null
  const lengthMs = closesAt === null && lamp ? lamp.endsAt - lamp.startedAt : CLOSING_SECONDS * 1000
  return Math.min(1, Math.max(0, (endsAt - nowMs) / Math.max(1, lengthMs)))
}

/** Creates the things; `still` says whether motion is reduced. */
export function createThings(people: People, glows: Glows, light: RoomLight, still: () => boolean): Things {
  const at = Array.from({ length: COUNT }, () => new Vector4(0, 0, 0, 0))
  /** RGB multiplies what shines; w: 0 is not there. */
  const shine = Array.from({ length: COUNT }, () => new Vector4(1, 1, 1, 1))
  const material = new ShaderMaterial({
    vertexShader: litVertex(
      `attribute float which; uniform vec4 uAt[${COUNT}]; uniform vec4 uShine[${COUNT}];`,
      `int k = int(which + 0.5);
      vec4 here = uAt[k];
      float s = sin(here.w), c = cos(here.w);
      p = vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s) * uShine[k].w + here.xyz;
      n = vec3(n.x * c + n.z * s, n.y, n.z * c - n.x * s);
      shine = uShine[k].rgb;
      if (k == ${PIECE}) own = vec3(1.5, 0.72, 0.3) * max(0.0, shine.r - 0.2);`,
      0.004,
    ),
    fragmentShader: LIT_FRAGMENT,
    uniforms: { ...light, uAt: { value: at }, uShine: { value: shine } },
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  })
  const mesh = new Mesh(gather(), material)
  mesh.name = 'things'
  mesh.frustumCulled = false
  mesh.renderOrder = 2
  let table: Table = { x: 0, y: 0.38, z: 0, radius: 0.3, stump: false }
  let snapshot: MeetingSnapshot | null = null
  let holder: Person | undefined
  const home = { x: 0, y: 0, z: 0 }
  const goal = { x: 0, y: 0, z: 0 }
  let landed = false
  const placed = (thing: number) => ({ at: at[thing]!, shine: shine[thing]! })
  const together = createTogether(people, glows, placed(CHIP), placed(GIVEN_CANDLE))

  function light4(person: Person): void {
    const { place, bearing } = person
    if (bearing.warmth > 0.02 && person.gesture === 'warm-light') {
      fromSeat(place, 0, bearing.right.y + 0.1, bearing.right.z, goal)
      glows.add(GLOWS.orb, goal.x, goal.y, goal.z, 0.19, 1, 0.62, 0.28, bearing.warmth * 0.85)
    } else if (bearing.warmth > 0.02) {
      fromSeat(place, 0, 0.88, -0.3, goal)
      glows.add(GLOWS.halo, goal.x, goal.y, goal.z, 0.34, 1, 0.55, 0.3, bearing.warmth * 0.3)
    }
    if (person.raised > 0.02) {
      fromSeat(place, bearing.right.x, bearing.right.y + 0.02, bearing.right.z, goal)
      glows.add(GLOWS.halo, goal.x, goal.y, goal.z, 0.2, 1, 0.72, 0.4, person.raised * 0.42)
    }
    if (person.glow > 0.03 && !person.self) {
      fromSeat(place, 0, 0.9, -0.27, goal)
      glows.add(GLOWS.halo, goal.x, goal.y, goal.z, 0.36, 1, 0.66, 0.36, person.glow * 0.26)
    }
  }

  return {
    mesh,
    stand(next) {
      table = next
      const { x, y, z, radius } = table
      at[STUMP]!.set(x, 0, z, 0.4)
      shine[STUMP]!.w = table.stump ? 1 : 0
      const around = (thing: number, turn: number) =>
        at[thing]!.set(x + Math.sin(turn) * radius * EDGE, y, z + Math.cos(turn) * radius * EDGE, turn)
      around(CANDLE, 2.5)
      around(TISSUES, 0.4)
      around(LAMP, 4.4)
      home.x = x + Math.sin(1.45) * radius * EDGE
      home.y = y + 0.044
      home.z = z + Math.cos(1.45) * radius * EDGE
      if (!landed) at[PIECE]!.set(home.x, home.y, home.z, 0.7)
    },
    seat(next) {
      snapshot = next
      together.seat(next)
      const speaker = next.floor.mode === 'piece' && next.floor.speaker ? people.find(next.floor.speaker) : undefined
      holder = speaker?.participant.presence === 'present' ? speaker : undefined
      for (let i = 0; i < MOST_CHAIR_LAMPS; i++) shine[CHAIR_LAMPS + i]!.w = 0
      let lamp = 0
      for (const person of people.all) {
        if (!runsMeeting(person.participant) || lamp === MOST_CHAIR_LAMPS) continue
        fromSeat(person.place, 0.5, 0, -0.16, goal)
        at[CHAIR_LAMPS + lamp]!.set(goal.x, goal.y, goal.z, person.place.yaw)
        shine[CHAIR_LAMPS + lamp]!.w = 1
        lamp++
      }
    },
    update(frame, nowMs) {
      const stone = at[PIECE]!
      if (holder) fromSeat(holder.place, PIECE_AT[0], PIECE_AT[1], PIECE_AT[2], goal)
      else Object.assign(goal, home)
      const far = Math.hypot(goal.x - stone.x, goal.z - stone.z)
      const share = easing(2.6, frame.delta)
      stone.x += (goal.x - stone.x) * share
      stone.z += (goal.z - stone.z) * share
      // From hand to hand it travels in a low arc, over the things on the table.
      stone.y += (goal.y + Math.min(0.22, far * 0.3) - stone.y) * Math.min(1, share * 1.6)
      landed = true
      const lit = holder ? 1 : 0.16
      const glow = shine[PIECE]!
      glow.x += (lit - glow.x) * share
      glow.y = glow.x
      glow.z = glow.x
      if (glow.x > 0.2) glows.add(GLOWS.halo, stone.x, stone.y + 0.03, stone.z, 0.3, 1, 0.62, 0.28, glow.x * 0.5)

      const candle = at[CANDLE]!
      glows.add(GLOWS.candle, candle.x, candle.y + 0.108, candle.z, 0.052, 1, 1, 1, 1)
      glows.add(GLOWS.halo, candle.x, candle.y + 0.13, candle.z, 0.22, 1, 0.6, 0.25, 0.26)
      for (let i = 0; i < MOST_CHAIR_LAMPS; i++) {
        const lamp = at[CHAIR_LAMPS + i]!
        if (shine[CHAIR_LAMPS + i]!.w > 0)
          glows.add(GLOWS.halo, lamp.x, lamp.y + 0.14, lamp.z, 0.34, 1, 0.62, 0.28, 0.24)
      }

      const left = snapshot && timeLeft(snapshot, nowMs)
      const lamp = at[LAMP]!
      at[BEAD]!.set(lamp.x, lamp.y + shapes.BEAD_LOW + (shapes.BEAD_HIGH - shapes.BEAD_LOW) * (left ?? 0), lamp.z, 0)
      // Green while there is time, amber when it is near, dim when it is over or nobody counts; the height says the same.
      if (left === null || left === 0) shine[BEAD]!.set(0.14, 0.12, 0.1, 1)
      else if (left > 0.35) shine[BEAD]!.set(0.35, 0.95, 0.42, 1)
      else shine[BEAD]!.set(1.25, 0.62, 0.16, 1)
      together.update(frame, nowMs, table, still())
      for (let i = 0; i < people.all.length; i++) light4(people.all[i]!)
    },
    dispose() {
      mesh.geometry.dispose()
      material.dispose()
    },
  }
}
