// Everybody in the circle, in one instanced draw with their shadows: keeps who sits where, moves them, hands rows to the shader.

import {
  CustomBlending,
  DynamicDrawUsage,
  GLSL3,
  type InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  Vector3,
} from 'three'
import { EYE_HEIGHT, ONE_RING_SEATS, seatPlaces } from '#protocol/circle.ts'
import { MAX_SEATS } from '#protocol/limits.ts'
import { ACCESSORIES, CHARACTERS, PALETTES, type Identity, type MeetingSnapshot } from '#protocol/meeting.ts'
import type { Pose } from '#protocol/pose.ts'
import type { GestureMade, Presence, Voices } from '../../meeting/session.ts'
import { PALETTE_COLOURS } from '../../meeting/palettes.ts'
import type { Frame } from '../frame.ts'
import { linearOf } from '../light/film.ts'
import type { RoomLight } from '../light/roomLight.ts'
import { clearFace } from './clearFace.ts'
import { createFigureMesh, partRanges, type Detail } from './figureMesh.ts'
import { createFigureTexture, type FigureTexture } from './figureTexture.ts'
import { fromSeat } from '../view/seatView.ts'
import { createBearing } from './handPoses.ts'
import { PEOPLE_FRAGMENT } from './peopleFragment.ts'
import { PEOPLE_VERTEX } from './peopleVertex.ts'
import { createEase, createPerson, movePerson, setEase, type Circumstances, type Person } from './person.ts'
import { writeMotion, writeStanding } from './writePerson.ts'
import { PERSON_ATTRIBUTES, PERSON_FLOATS } from './personRow.ts'

export interface People {
  readonly mesh: Mesh
  /** Everybody as drawn, in circle order; for names, things and lights. */
  readonly all: readonly Person[]
  find(identity: Identity): Person | undefined
  /** Takes over who is here and what they do. */
  seat(snapshot: Pick<MeetingSnapshot, 'seats' | 'participants' | 'hands' | 'floor'>, self: Identity | null): void
  gesture(made: GestureMade): void
  /** `own`: one's own pose, which is known here first. */
  update(frame: Pick<Frame, 'nowMs' | 'delta' | 'idleSeconds'>, speaking: ReadonlySet<Identity>, own: Pose): void
  dispose(): void
}

/** What a frame may spend on the shapes of people who just came: a share of its own length, within these milliseconds. */
const WORK_SHARE = 0.4
const LEAST_WORK_MS = 4
const MOST_WORK_MS = 120

const palette = () =>
  PALETTES.flatMap((name) => {
    const { body, trim, rim } = PALETTE_COLOURS[name]
    return [body, trim, rim].map((hex) => new Vector3(...linearOf(hex)))
  })

function createMaterial(light: RoomLight): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: PEOPLE_VERTEX,
    fragmentShader: PEOPLE_FRAGMENT,
    uniforms: {
      ...light,
      uFigures: { value: null },
      uLines: { value: 0 },
      uPalette: { value: palette() },
      uCloth: { value: [new Vector3(...linearOf('#5b9091')), new Vector3(...linearOf('#c8785a'))] },
    },
    // Bodies are opaque; only the shadows under them let the chair shine through.
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  })
}

const blankPose = (): Pose => ({ x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null })

/** Creates the people of one circle. */
export function createPeople(presence: Presence, voices: Voices, light: RoomLight): People {
  const material = createMaterial(light)
  const mesh = new Mesh(undefined, material)
  mesh.name = 'people'
  mesh.frustumCulled = false
  mesh.renderOrder = 3
  const data = new Float32Array(MAX_SEATS * PERSON_FLOATS)
  const buffer = new InstancedInterleavedBuffer(data, PERSON_FLOATS)
  buffer.setUsage(DynamicDrawUsage)
  let detail: Detail | null = null
  let figures: FigureTexture | null = null
  let geometry: InstancedBufferGeometry | null = null
  let all: Person[] = []
  const byIdentity = new Map<Identity, Person>()
  const pose = blankPose()
  /** One's own eyes in the room. */
  const eyes = { x: 0, y: 0, z: 0 }
  let self: Person | null = null
  const now: Circumstances = {
    nowMs: 0,
    delta: 0,
    idleSeconds: 0,
    level: 0,
    pose: null,
    speaker: null,
    ease: createEase(),
    wish: createBearing(),
    strong: createBearing(),
  }

  function cut(wanted: Detail): FigureTexture {
    if (detail === wanted && figures) return figures
    figures?.dispose()
    mesh.geometry.dispose()
    detail = wanted
    const ranges = partRanges(wanted)
    const shared = createFigureMesh(ranges)
    PERSON_ATTRIBUTES.forEach((name, i) => shared.setAttribute(name, new InterleavedBufferAttribute(buffer, 4, i * 4)))
    geometry = shared
    mesh.geometry = shared
    figures = createFigureTexture(ranges)
    material.uniforms.uFigures = figures.uniform
    material.uniforms.uLines = { value: figures.lines }
    return figures
  }

  return {
    mesh,
    get all() {
      return all
    },
    find: (identity) => byIdentity.get(identity),
    seat(snapshot, own) {
      const shapes = cut(snapshot.seats > ONE_RING_SEATS ? 'far' : 'near')
      const places = seatPlaces(snapshot.seats)
      all = snapshot.participants.flatMap((participant) => {
        const place = places[participant.seat]
        if (!place) return []
        const known = byIdentity.get(participant.identity)
        const person = known ?? createPerson(participant, place, participant.identity === own)
        person.participant = participant
        person.place = place
        person.self = participant.identity === own
        person.handRaised = snapshot.hands.includes(participant.identity)
        person.holdsPiece = snapshot.floor.mode === 'piece' && snapshot.floor.speaker === participant.identity
        return [person]
      })
      self = all.find((person) => person.self) ?? null
      byIdentity.clear()
      all.forEach((person, i) => {
        byIdentity.set(person.participant.identity, person)
        const { avatar } = person.participant
        const kind = [
          CHARACTERS.indexOf(avatar.character),
          ACCESSORIES.indexOf(avatar.accessory),
          PALETTES.indexOf(avatar.palette),
        ] as const
        person.figure = shapes.rowOf(avatar)
        person.drawn = shapes.ready(person.figure)
        writeStanding(person, kind, data, i * PERSON_FLOATS)
      })
      if (geometry) geometry.instanceCount = all.length
      mesh.visible = all.length > 0
    },
    gesture({ identity, gesture, atMs }) {
      const person = byIdentity.get(identity)
      if (!person) return
      person.gesture = gesture
      person.gestureStartMs = atMs
    },
    update(frame, speaking, own) {
      now.nowMs = frame.nowMs
      now.delta = frame.delta
      now.idleSeconds = frame.idleSeconds
      now.speaker = null
      setEase(now.ease, frame.delta)
      // Numbers that are handed on are boxed once here, and not once for everybody.
      const { nowMs, idleSeconds } = frame
      if (self) fromSeat(self.place, own.x, own.y + EYE_HEIGHT, own.z, eyes)
      for (const identity of speaking) now.speaker = byIdentity.get(identity)?.place ?? now.speaker
      for (let i = 0; i < all.length; i++) {
        const person = all[i]!
        const { identity } = person.participant
        now.level = voices.level(identity)
        now.pose = person.self ? own : presence.sample(identity, nowMs, pose) ? pose : null
        if (now.pose === pose && self) clearFace(pose, person.place, eyes)
        person.drawn ||= figures?.ready(person.figure) ?? false
        movePerson(person, now)
        writeMotion(person, idleSeconds, data, i * PERSON_FLOATS)
      }
      buffer.needsUpdate = true
      figures?.work(Math.min(MOST_WORK_MS, Math.max(LEAST_WORK_MS, frame.delta * 1000 * WORK_SHARE)))
    },
    dispose() {
      mesh.geometry.dispose()
      material.dispose()
      figures?.dispose()
    },
  }
}
