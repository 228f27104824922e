// Everything that stands in the space, and how it follows the meeting: built once, fed by the store at human speed, moved by the
// steps of a frame. Knows three and the session, not React.

import { Group, Vector3, type WebGLRenderer } from 'three'
import { seatPlaces, type SeatPlace } from '#protocol/circle.ts'
import { DEFAULT_SEATS } from '#protocol/limits.ts'
import type { Pose } from '#protocol/pose.ts'
import { pitchOf, yawOf } from '../headset/seatFrame.ts'
import type { Session, SessionState } from '../meeting/session.ts'
import type { Settings } from '../settings/settings.ts'
import { createChairs } from './chairs/chairs.ts'
import type { Step } from './frame.ts'
import { createRoomLight } from './light/roomLight.ts'
import { createNameTags } from './names/nameTags.ts'
import { createPeople } from './people/people.ts'
import { createInHeadset } from './headset/inHeadset.ts'
import { createGlows } from './rooms/glows.ts'
import type { Table } from './rooms/roomFacts.ts'
import { createScenery, type ShownRoom } from './rooms/scenery.ts'
import { createThings } from './things/things.ts'
import { createLook, easeLook, lookPose } from './view/look.ts'
import { startLookInput } from './view/lookInput.ts'
import { sitDown } from './view/seatView.ts'

/** What of this device's settings the space follows; `reducedMotion` null: as the system says. */
export type SpaceSettings = Pick<Settings, 'reducedMotion' | 'namesShown'>

/** Where a picture is taken from, metres. */
export interface Viewpoint {
  readonly from: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  /** Vertical, degrees. */
  readonly field: number
}

type Move = Step['run']

export interface Stage {
  readonly root: Group
  readonly look: Move
  readonly view: Move
  readonly movePeople: Move
  readonly moveThings: Move
  readonly moveNames: Move
  readonly moveRoom: Move
  /** Whether what moves by itself stands still. */
  readonly still: () => boolean
  readonly setSettings: (settings: SpaceSettings) => void
  /** Null: from one's own seat. */
  readonly setViewpoint: (viewpoint: Viewpoint | null) => void
  readonly stop: () => void
}

/** Builds the stage and starts to follow the session. */
export function createStage(
  session: Session,
  canvas: HTMLCanvasElement,
  renderer: WebGLRenderer,
  onTrouble: (text: string) => void,
  onRoom: (room: ShownRoom) => void,
): Stage {
  const light = createRoomLight()
  const people = createPeople(session.presence, session.voices, light)
  const chairs = createChairs()
  const glows = createGlows(light)
  const things = createThings(people, glows, light, () => still())
  const names = createNameTags(people, light)
  const shown = (room: ShownRoom, table: Table) => {
    things.stand(table)
    onRoom(room)
  }
  const scenery = createScenery(light, chairs, glows, renderer, shown, onTrouble)
  const root = new Group()
  root.add(scenery.group, chairs.group, things.mesh, people.mesh, glows.mesh, names.mesh)

  const headset = createInHeadset(session)
  root.add(headset.group)

  let settings: SpaceSettings = { reducedMotion: null, namesShown: true }
  let viewpoint: Viewpoint | null = null
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  const still = () => headset.still() || (settings.reducedMotion ?? reduced.matches)
  const look = createLook()
  const input = startLookInput(canvas, look, { glances: () => !still() })
  const own: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
  const target = new Vector3()
  let place: SeatPlace = seatPlaces(DEFAULT_SEATS)[0]!
  let state = session.store.getState()
  let said = false

  function follow(next: SessionState, before: SessionState | null): void {
    state = next
    const { snapshot, identity } = next
    if (snapshot && (snapshot !== before?.snapshot || identity !== before.identity)) {
      people.seat(snapshot, identity)
      chairs.seat(snapshot)
      things.seat(snapshot)
      names.seat(snapshot)
      scenery.go(snapshot.environment, snapshot.dim, snapshot.seats)
      place = (identity && people.find(identity)?.place) || place
    }
    if (next.gestures === before?.gestures) return
    for (const made of next.gestures) if (!before?.gestures.includes(made)) people.gesture(made)
  }
  follow(state, null)
  const unsubscribe = session.store.subscribe(follow)

  return {
    root,
    look: (frame) => input.update(frame.delta),
    view(frame) {
      const { camera, renderer } = frame
      if (renderer.xr.isPresenting) {
        headset.update(frame, place, own)
        session.presence.setOwn(own)
        session.voices.setListener(yawOf(own), pitchOf(own))
        said = false
        return
      }
      headset.release(camera)
      if (easeLook(look, frame.delta) || !said) {
        said = true
        lookPose(look, own)
        session.presence.setOwn(own)
        session.voices.setListener(look.yaw, look.pitch)
      }
      if (viewpoint) {
        camera.position.fromArray(viewpoint.from)
        camera.lookAt(target.fromArray(viewpoint.to))
        if (camera.fov !== viewpoint.field) {
          camera.fov = viewpoint.field
          camera.updateProjectionMatrix()
        }
      } else sitDown(camera, place, look)
      camera.updateMatrixWorld()
    },
    movePeople: (frame) => people.update(frame, state.speaking, own),
    moveThings(frame) {
      glows.begin()
      things.update(frame, Date.now() + state.clockOffsetMs)
      glows.end()
    },
    moveNames: (frame) => names.update(frame),
    moveRoom(frame) {
      light.uSeconds.value = frame.seconds
      light.uIdle.value = frame.idleSeconds
      scenery.update(frame)
    },
    still,
    setSettings(next) {
      settings = next
      names.show(next.namesShown)
    },
    setViewpoint(next) {
      viewpoint = next
    },
    stop() {
      unsubscribe()
      input.stop()
      for (const one of [headset, people, glows, things, names, scenery, chairs]) one.dispose()
    },
  }
}
