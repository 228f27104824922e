// The stage of the turntable: one figure in a plain chair under soft light, and an eye that walks slowly round it.

import { Group } from 'three'
import { seatPlaces } from '#protocol/circle.ts'
import { MIN_SEATS } from '#protocol/limits.ts'
import type { Avatar, MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import { createChairs, createLitSeatMaterial } from './chairs/chairs.ts'
import { plainChair } from './chairs/chairShape.ts'
import type { Step } from './frame.ts'
import { projectProbe } from './light/probe.ts'
import { createRoomLight, setLight } from './light/roomLight.ts'
import { createPeople } from './people/people.ts'
import { toGeometry } from './shapes/litMesh.ts'

const IDENTITY = 'p_turntable0000000'
/** Radians a second: half a minute for a whole turn. */
const SPEED = 0.21
const DRAG = 0.011
const EYE = { far: 3.25, height: 1.42, looksAt: 0.79 }
const COLOURS = { felt: '#7c5d49', cushion: '#b98f63', wood: '#4a3020' }

export interface TurntableStage {
  readonly root: Group
  readonly steps: readonly Step[]
  readonly still: () => boolean
  readonly show: (avatar: Avatar) => void
  readonly setReducedMotion: (reduced: boolean | null) => void
  readonly stop: () => void
}

/** Who sits on the turntable, as a meeting would say it. */
function alone(avatar: Avatar): Pick<MeetingSnapshot, 'seats' | 'participants' | 'hands' | 'floor'> {
  const somebody: Participant = {
    identity: IDENTITY,
    seat: 0,
    name: '',
    avatar,
    role: 'member',
    keyHolder: false,
    presence: 'present',
    held: false,
    byDoor: false,
    aside: false,
    vouched: true,
  }
  return {
    seats: MIN_SEATS,
    participants: [somebody],
    hands: [],
    floor: { mode: 'open', speaker: null, fading: null, next: null, direction: 1, later: [], unhurried: false },
  }
}

/** Creates the stage on a canvas; nobody sits there before `show`, and `onShown` hears when the first figure can be seen. */
export function createTurntableStage(canvas: HTMLCanvasElement, onShown: () => void): TurntableStage {
  const light = createRoomLight()
  const probe = projectProbe((x, y, z) => {
    const warm = 0.5 + 0.3 * y + 0.2 * x - 0.1 * z
    return [warm * 1.08, warm * 0.88, warm * 0.72]
  })
  const place = seatPlaces(MIN_SEATS)[0]!
  setLight(light, { probe, fire: { x: place.x + 0.9, y: 1.5, z: place.z - 1.3, strength: 1.9 } })
  const people = createPeople(
    { setOwn: () => undefined, sample: () => false },
    { level: () => 0, setListener: () => undefined },
    light,
  )
  const chairs = createChairs()
  const material = createLitSeatMaterial(light)
  const shape = toGeometry(plainChair(COLOURS, false))
  chairs.chairs.dress(shape, material)
  const root = new Group()
  root.add(chairs.chairs.mesh, people.mesh)

  let turn = 0.35
  let pushed = 0
  let shown = false
  let reduced: boolean | null = null
  const system = matchMedia('(prefers-reduced-motion: reduce)')
  const still = () => reduced ?? system.matches
  const nobody = new Set<string>()
  const own = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }

  // A finger that goes up or down means the page.
  canvas.style.touchAction = 'pan-y'
  const controller = new AbortController()
  const { signal } = controller
  canvas.addEventListener('pointerdown', (event) => canvas.setPointerCapture(event.pointerId), { signal })
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) pushed -= event.movementX * DRAG
    },
    { signal },
  )
  canvas.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'ArrowLeft') pushed -= 0.3
      else if (event.key === 'ArrowRight') pushed += 0.3
      else return
      event.preventDefault()
    },
    { signal },
  )

  return {
    root,
    still,
    steps: [
      {
        at: 10,
        name: 'the eye walks round',
        run({ camera, delta }) {
          const step = pushed * Math.min(1, delta * 8)
          pushed -= step
          turn += step + (still() ? 0 : SPEED * delta)
          camera.fov = 30
          camera.updateProjectionMatrix()
          camera.position.set(place.x + Math.sin(turn) * EYE.far, EYE.height, place.z - Math.cos(turn) * EYE.far)
          camera.lookAt(place.x, EYE.looksAt, place.z)
        },
      },
      {
        at: 20,
        name: 'the figure',
        run(frame) {
          people.update(frame, nobody, own)
          if (shown || !people.all[0]?.drawn) return
          shown = true
          onShown()
        },
      },
      { at: 90, name: 'draw', run: (frame) => frame.renderer.render(frame.scene, frame.camera) },
    ],
    show(avatar) {
      const scene = alone(avatar)
      people.seat(scene, null)
      chairs.seat(scene)
      people.gesture({ identity: IDENTITY, gesture: 'wave', atMs: performance.now() + 300 })
    },
    setReducedMotion(next) {
      reduced = next
    },
    stop() {
      controller.abort()
      people.dispose()
      chairs.dispose()
      shape.dispose()
      material.dispose()
    },
  }
}
