// Names over heads, in one draw: quads that face the eye, as large as they need to be to be read, gone when names are hidden.
// Who speaks shows by shape as well: three bars before the name.

import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from 'three'
import { MAX_SEATS } from '#protocol/limits.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { Frame } from '../frame.ts'
import type { RoomLight } from '../light/roomLight.ts'
import type { People } from '../people/people.ts'
import type { Person } from '../people/person.ts'
import { fromSeat } from '../view/seatView.ts'
import { CELL_HEIGHT, CELL_WIDTH, cellOf, createNameAtlas, SIGNS, type NameAtlas, type Sign } from './nameAtlas.ts'
import { TAG_FRAGMENT, TAG_VERTEX } from './tagShader.ts'

/** Metres above the floor: over the highest ears. */
const HEIGHT = 1.74
/** CSS pixels that a tag is high at least. */
const PIXELS = 25
/** In a headset: radians. */
const ANGLE = 0.027
/** From here on only names near the middle of the view are fully drawn. */
const CROWD = 16

/** The sign before somebody's name; null: none. What matters most to the others comes first. */
export function signOf(person: Pick<Person, 'participant' | 'handRaised' | 'holdsPiece'>): Sign | null {
  if (person.participant.presence === 'resting') return 'resting'
  if (person.holdsPiece) return 'piece'
  if (person.handRaised) return 'hand'
  return person.participant.held ? 'held' : null
}

export interface NameTags {
  readonly mesh: Mesh
  seat(snapshot: MeetingSnapshot): void
  show(shown: boolean): void
  update(frame: Frame): void
  dispose(): void
}

export function createNameTags(people: People, light: RoomLight): NameTags {
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const attribute = (name: string) => {
    const made = new InstancedBufferAttribute(new Float32Array(MAX_SEATS * 4), 4)
    made.setUsage(DynamicDrawUsage)
    geometry.setAttribute(name, made)
    return made
  }
  /** x, y, z of the anchor; how loud. */
  const anchor = attribute('iAnchor')
  /** Corner of the name's cell, its width, sign or −1. */
  const cell = attribute('iCell')
  const uniforms = {
    uAtlas: { value: null as NameAtlas['texture'] | null },
    uAtlasSize: { value: [1, 1] },
    /** Height of a tag one metre away. */
    uScale: { value: 0.03 },
    uCrowd: { value: 0 },
    uIdle: light.uSeconds,
  }
  const material = new ShaderMaterial({
    vertexShader: TAG_VERTEX,
    fragmentShader: TAG_FRAGMENT,
    uniforms,
    transparent: true,
    depthWrite: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.name = 'names'
  mesh.frustumCulled = false
  mesh.renderOrder = 20
  let atlas: NameAtlas | null = null
  let room = 0
  let shown = true
  let tagged: Person[] = []
  const at = { x: 0, y: 0, z: 0 }

  const refit = (widths: readonly number[]) => {
    tagged.forEach((person, i) => {
      const [x, y] = cellOf(i)
      const sign = signOf(person)
      cell.setXYZW(i, x, y, widths[i] ?? CELL_WIDTH, sign ? SIGNS.indexOf(sign) : -1)
    })
    cell.needsUpdate = true
  }
  let ended = false
  async function dress(): Promise<void> {
    try {
      await document.fonts.load('600 38px "Atkinson Hyperlegible Next"')
    } catch {
      // Without the typeface names stay in the system's own.
      return
    }
    if (ended || !atlas) return
    atlas.redraw()
    refit(atlas.write(tagged.map((person) => person.participant.name)))
  }
  void dress()

  return {
    mesh,
    seat(snapshot) {
      if (!atlas || snapshot.seats !== room) {
        atlas?.dispose()
        room = snapshot.seats
        atlas = createNameAtlas(room)
        uniforms.uAtlas.value = atlas.texture
        uniforms.uAtlasSize.value = [CELL_WIDTH * 2, CELL_HEIGHT * atlas.rows]
      }
      tagged = people.all.filter((person) => !person.self)
      refit(atlas.write(tagged.map((person) => person.participant.name)))
      geometry.instanceCount = tagged.length
      uniforms.uCrowd.value = tagged.length > CROWD ? 1 : 0
      mesh.visible = shown && tagged.length > 0
    },
    show(wanted) {
      shown = wanted
      mesh.visible = shown && tagged.length > 0
    },
    update(frame) {
      if (!mesh.visible) return
      const { camera, renderer } = frame
      const pixels = renderer.domElement.clientHeight || 800
      uniforms.uScale.value = renderer.xr.isPresenting
        ? ANGLE
        : (2 * Math.tan((camera.fov * Math.PI) / 360) * PIXELS) / pixels
      const to = anchor.array
      for (let i = 0; i < tagged.length; i++) {
        const person = tagged[i]!
        const away = person.participant.presence === 'away'
        fromSeat(person.place, person.x, away ? HEIGHT - 0.62 : HEIGHT + person.y, person.z, at)
        to[i * 4] = at.x
        to[i * 4 + 1] = at.y
        to[i * 4 + 2] = at.z
        to[i * 4 + 3] = away ? -1 : person.glow
      }
      anchor.needsUpdate = true
    },
    dispose() {
      ended = true
      atlas?.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}
