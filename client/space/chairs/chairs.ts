// All chairs in one draw and all floor cushions in another. A seat that somebody has, here or away, has a chair; the others have
// a low cushion, so that nothing looks like an absent person. Nothing stands quite straight: each is turned about two degrees.

import {
  BufferGeometry,
  CustomBlending,
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type Material,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
} from 'three'
import { seatPlaces, type SeatPlace } from '#protocol/circle.ts'
import { MAX_SEATS } from '#protocol/limits.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { LIT_FRAGMENT, litVertex } from '../light/litShader.ts'
import type { RoomLight } from '../light/roomLight.ts'

const MOST_TURN = (2 * Math.PI) / 180

/** Returns how far the chair of a seat is turned from its place, radians within ±2°; the same for everybody. */
export function chairTurn(seat: number): number {
  const spread = Math.sin((seat + 1) * 12.9898) * 43758.5453
  return ((spread - Math.floor(spread)) * 2 - 1) * MOST_TURN
}

/** Splits a circle's seats into those with a chair and those with a cushion. */
export function furnish(snapshot: Pick<MeetingSnapshot, 'seats' | 'participants'>): {
  chairs: number[]
  cushions: number[]
} {
  const taken = new Set(snapshot.participants.map((one) => one.seat))
  const all = Array.from({ length: snapshot.seats }, (_, seat) => seat)
  return { chairs: all.filter((seat) => taken.has(seat)), cushions: all.filter((seat) => !taken.has(seat)) }
}

const VERTEX = litVertex(
  'attribute vec3 seat;',
  `float s = sin(seat.z), c = cos(seat.z);
  p = vec3(p.x * c + p.z * s + seat.x, p.y, p.z * c - p.x * s + seat.y);
  n = vec3(n.x * c + n.z * s, n.y, n.z * c - n.x * s);`,
)

/** Creates the material of chairs made in code; shadows on the floor let it shine through. */
export function createLitSeatMaterial(light: RoomLight): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: LIT_FRAGMENT,
    uniforms: { ...light },
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  })
}

/** One shape at many seats. */
export interface SeatRow {
  readonly mesh: Mesh
  /** Takes another shape; the geometry is not disposed of here. */
  dress(shape: BufferGeometry, material: ShaderMaterial): void
  put(places: readonly SeatPlace[], seats: readonly number[]): void
}

function createSeatRow(name: string): SeatRow {
  const seats = new InstancedBufferAttribute(new Float32Array(MAX_SEATS * 3), 3)
  seats.setUsage(DynamicDrawUsage)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('seat', seats)
  const mesh = new Mesh<InstancedBufferGeometry, Material>(geometry)
  mesh.name = name
  mesh.frustumCulled = false
  // After the floor: the shadows that it brings lie on it.
  mesh.renderOrder = 2
  mesh.visible = false
  let dressed = false
  let count = 0
  return {
    mesh,
    dress(shape, material) {
      const geometry = new InstancedBufferGeometry()
      geometry.setIndex(shape.index)
      for (const [key, attribute] of Object.entries(shape.attributes)) geometry.setAttribute(key, attribute)
      geometry.setAttribute('seat', seats)
      geometry.instanceCount = count
      mesh.geometry.dispose()
      mesh.geometry = geometry
      mesh.material = material
      dressed = true
      mesh.visible = count > 0
    },
    put(places, taken) {
      taken.forEach((seat, i) => {
        const place = places[seat]!
        seats.setXYZ(i, place.x, place.z, place.yaw + chairTurn(seat))
      })
      seats.needsUpdate = true
      count = taken.length
      mesh.geometry.instanceCount = count
      // What has no material yet would be drawn in one of three's own.
      mesh.visible = dressed && count > 0
    },
  }
}

export interface Chairs {
  readonly group: Group
  readonly chairs: SeatRow
  readonly cushions: SeatRow
  seat(snapshot: Pick<MeetingSnapshot, 'seats' | 'participants'>): void
  dispose(): void
}

/** Creates the furniture of a circle; a room dresses it. */
export function createChairs(): Chairs {
  const chairs = createSeatRow('chairs')
  const cushions = createSeatRow('cushions')
  const group = new Group()
  group.add(chairs.mesh, cushions.mesh)
  return {
    group,
    chairs,
    cushions,
    seat(snapshot) {
      const places = seatPlaces(snapshot.seats)
      const taken = furnish(snapshot)
      chairs.put(places, taken.chairs)
      cushions.put(places, taken.cushions)
    },
    dispose() {
      chairs.mesh.geometry.dispose()
      cushions.mesh.geometry.dispose()
    },
  }
}
