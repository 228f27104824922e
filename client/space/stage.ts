// Everything that stands in the space, and how it follows the meeting: built once, fed by the store at human speed, moved by the
// steps of a frame. Knows three and the session, not React.

import { DoubleSide, Group, Mesh, ShaderMaterial, Vector3, type WebGLRenderer } from 'three'
import { seatPlaces, type SeatPlace } from '#protocol/circle.ts'
import { DEFAULT_SEATS } from '#protocol/limits.ts'
import type { Pose } from '#protocol/pose.ts'
import type { Session, SessionState } from '../meeting/session.ts'
import type { Frame } from './frame.ts'
import { createChairs, createLitSeatMaterial } from './chairs/chairs.ts'
import { plainChair, plainCushion } from './chairs/chairShape.ts'
import { createRoomLight, setLight } from './light/roomLight.ts'
import { createPeople } from './people/people.ts'
import { createGlows, fireGlows } from './rooms/glows.ts'
import { buildPlainRoom } from './rooms/plainRoom.ts'
import { toGeometry } from './shapes/litMesh.ts'
import { createLook, easeLook, lookPose } from './view/look.ts'
import { startLookInput } from './view/lookInput.ts'
import { sitDown } from './view/seatView.ts'
import type { SpaceSettings } from './Space.tsx'

/** Where a picture is taken from, metres. */
export interface Viewpoint {
  readonly from: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  /** Vertical, degrees. */
  readonly field: number
}

export interface Stage {
  readonly root: Group
  look(frame: Frame): void
  view(frame: Frame): void
  movePeople(frame: Frame): void
  moveThings(frame: Frame): void
  moveNames(frame: Frame): void
  moveRoom(frame: Frame): void
  /** Whether what moves by itself stands still. */
  still(): boolean
  setSettings(settings: SpaceSettings): void
  setViewpoint(viewpoint: Viewpoint | null): void
  viewpoint(): Viewpoint | null
  stop(): void
}

/** Builds the stage and starts to follow the session. */
export function createStage(
  session: Session,
  initial: SpaceSettings,
  canvas: HTMLCanvasElement,
  _renderer: WebGLRenderer,
  _onTrouble: (text: string) => void,
): Stage {
  const root = new Group()
  const light = createRoomLight()
  const people = createPeople(session.presence, session.voices, light)
  const chairs = createChairs()
  const glows = createGlows(light)
  const litSeats = createLitSeatMaterial(light)
  const roomMaterial = new ShaderMaterial({
    vertexShader:
      'attribute vec3 color; varying vec3 vColor; void main() { vColor = color; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader:
      'uniform vec3 uTint; varying vec3 vColor; float grain(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453) - 0.5; } void main() { gl_FragColor = vec4(vColor * uTint + grain(gl_FragCoord.xy) / 255.0, 1.0); }',
    uniforms: { uTint: light.uTint },
    side: DoubleSide,
  })
  const room = new Mesh(undefined, roomMaterial)
  room.frustumCulled = false
  // Shadows on the floor need the floor under them.
  room.renderOrder = 0
  chairs.chairs.mesh.renderOrder = 2
  chairs.cushions.mesh.renderOrder = 2
  people.mesh.renderOrder = 3
  root.add(room, chairs.group, people.mesh, glows.mesh)

  const coarse = () => (session.store.getState().snapshot?.seats ?? DEFAULT_SEATS) > 16
  const colours = { felt: '#8a5f45', cushion: '#c39a6b', wood: '#4a3020' }
  chairs.chairs.dress(toGeometry(plainChair(colours, coarse())), litSeats)
  chairs.cushions.dress(toGeometry(plainCushion('#9a7b5a')), litSeats)
  const plain = buildPlainRoom(session.store.getState().snapshot?.seats ?? DEFAULT_SEATS)
  room.geometry = plain.geometry

  let settings = initial
  let viewpoint: Viewpoint | null = null
  const look = createLook()
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  const still = () => settings.reducedMotion ?? reduced.matches
  const input = startLookInput(canvas, look, { glances: () => !still() })
  const own: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
  const target = new Vector3()
  let place: SeatPlace = seatPlaces(DEFAULT_SEATS)[0]!
  let state = session.store.getState()

  function follow(next: SessionState, before: SessionState | null): void {
    state = next
    const { snapshot, identity } = next
    if (snapshot && (snapshot !== before?.snapshot || identity !== before.identity)) {
      people.seat(snapshot, identity)
      chairs.seat(snapshot)
      place = people.find(identity ?? '')?.place ?? place
      setLight(light, plain.light, snapshot.dim)
      glows.setRoom(fireGlows({ x: 0, y: 0.26, z: 0, radius: 0.34, height: 0.42 }))
    }
    if (next.gestures !== before?.gestures) {
      for (const made of next.gestures) if (!before?.gestures.includes(made)) people.gesture(made)
    }
  }
  follow(state, null)
  const unsubscribe = session.store.subscribe(follow)

  return {
    root,
    look: (frame) => input.update(frame.delta),
    view(frame) {
      if (easeLook(look, frame.delta)) {
        lookPose(look, own)
        session.presence.setOwn(own)
        session.voices.setListener(look.yaw, look.pitch)
      }
      if (viewpoint) {
        frame.camera.position.fromArray(viewpoint.from)
        frame.camera.lookAt(target.fromArray(viewpoint.to))
      } else sitDown(frame.camera, place, look)
      frame.camera.updateMatrixWorld()
    },
    movePeople: (frame) => people.update(frame, state.speaking, own),
    moveThings: () => undefined,
    moveNames: () => undefined,
    moveRoom(frame) {
      light.uSeconds.value = frame.seconds
      light.uIdle.value = frame.idleSeconds
      glows.begin()
      glows.end()
    },
    still,
    setSettings(next) {
      settings = next
    },
    setViewpoint(next) {
      viewpoint = next
    },
    viewpoint: () => viewpoint,
    stop() {
      unsubscribe()
      input.stop()
      people.dispose()
      glows.dispose()
      chairs.chairs.mesh.geometry.dispose()
      chairs.cushions.mesh.geometry.dispose()
      litSeats.dispose()
      room.geometry.dispose()
      roomMaterial.dispose()
    },
  }
}
