// Where the circle sits: shows the environment that the meeting says, made or plain, and changes it behind a veil. People and
// voices never wait for it: whatever is missing or broken, the plain room is there, with one calm sentence.

import { Group, Mesh, type BufferGeometry, type WebGLRenderer } from 'three'
import { ONE_RING_SEATS } from '#protocol/circle.ts'
import type { Environment } from '#protocol/meeting.ts'
import { withShadow } from '../chairs/bakedSeat.ts'
import { createLitSeatMaterial, type Chairs } from '../chairs/chairs.ts'
import { plainChair, plainCushion } from '../chairs/chairShape.ts'
import { easing, type Frame } from '../frame.ts'
import { setLight, type LightFacts, type RoomLight } from '../light/roomLight.ts'
import { toGeometry } from '../shapes/litMesh.ts'
import { fireflies, fireGlows, motes } from './fireGlows.ts'
import type { Glows } from './glows.ts'
import { loadRoom, type LoadedRoom } from './loadRoom.ts'
import { tableOf, type RoomFacts, type Table } from './roomFacts.ts'
import { buildPlainRoom } from './plainRoom.ts'
import { createRoomMaterials } from './roomMaterials.ts'
import { roomFiles } from './roomFiles.ts'
import { createSky } from './sky.ts'
import { uploadSlowly } from './uploadSlowly.ts'
import { createVeil } from './veil.ts'

/** `plain`: the room that needs no file. */
export type ShownRoom = Environment | 'plain'

export interface Scenery {
  readonly group: Group
  /** Says where the meeting is; changes behind the veil when the environment is another one. */
  go(environment: Environment, dim: boolean, seats: number): void
  update(frame: Frame): void
  dispose(): void
}

/** A made room that takes longer than this is waited for in the plain one. */
const PATIENCE_MS = 5000
const MISSING = 'This room could not be loaded. We sit in a plain one; nothing else has changed.'
const CHAIR_MISSING = 'The chairs of this room could not be loaded. We sit on plain ones.'

const PLAIN_COLOURS = { felt: '#8a5f45', cushion: '#c39a6b', wood: '#4a3020' }
/** Things stand on the rim of the fire bowl. */
const PLAIN_TABLE: Table = { x: 0, y: 0.338, z: 0, radius: 0.71, stump: false }
const PLAIN_FIRE = { x: 0, y: 0.27, z: 0, radius: 0.34, height: 0.42 }

/** The light that the first fire gives to people: stronger when they sit round it. */
function firelight([fire]: RoomFacts['fire']): LightFacts['fire'] {
  if (!fire) return null
  const round = Math.hypot(fire.x, fire.z) < 1
  return { x: fire.x, y: fire.y + fire.height * 0.6, z: fire.z, strength: round ? 2.3 : 1.5 }
}

/** Creates the scenery: dark at first, until a room can be shown. */
export function createScenery(
  light: RoomLight,
  chairs: Chairs,
  glows: Glows,
  renderer: WebGLRenderer,
  /** Called with the room that is shown from now on, and where things stand in it. */
  onShown: (room: ShownRoom, table: Table) => void,
  onTrouble: (text: string) => void,
): Scenery {
  const group = new Group()
  const sky = createSky(light)
  const materials = createRoomMaterials(light, sky.afterglow)
  const litSeats = createLitSeatMaterial(light)
  const veil = createVeil()
  const room = new Mesh()
  const near = new Mesh()
  const sea = new Mesh()
  for (const mesh of [room, near, sea]) {
    mesh.frustumCulled = false
    mesh.renderOrder = 0
    mesh.visible = false
  }
  group.add(room, near, sea, sky.mesh, veil.mesh)

  let wanted: { environment: Environment; dim: boolean; seats: number } | null = null
  let shown: { environment: ShownRoom; loaded: LoadedRoom | null; dim: readonly number[] } | null = null
  /** What waits for the veil to close; null: nothing. */
  let next: { environment: Environment; loaded: LoadedRoom | null } | null = null
  let loading: AbortController | null = null
  let sinceMs = 0
  let plainGeometry: BufferGeometry | null = null
  const tint = [1, 1, 1]
  const own: BufferGeometry[] = []
  const keep = (geometry: BufferGeometry) => {
    own.push(geometry)
    return geometry
  }
  const forget = () => {
    for (const geometry of own.splice(0)) geometry.dispose()
  }

  function dressPlainly(coarse: boolean): void {
    chairs.chairs.dress(keep(toGeometry(plainChair(PLAIN_COLOURS, coarse))), litSeats)
    chairs.cushions.dress(keep(toGeometry(plainCushion('#86654a'))), litSeats)
  }

  function showPlain(seats: number): void {
    const plain = buildPlainRoom(seats > ONE_RING_SEATS ? 2 : 1)
    plainGeometry?.dispose()
    plainGeometry = plain.geometry
    room.geometry = plain.geometry
    room.material = materials.painted
    room.visible = true
    near.visible = false
    sea.visible = false
    sky.mesh.visible = false
    forget()
    dressPlainly(seats > ONE_RING_SEATS)
    setLight(light, plain.light)
    glows.setRoom(fireGlows(PLAIN_FIRE))
    shown = { environment: 'plain', loaded: null, dim: plain.dim }
    onShown('plain', PLAIN_TABLE)
  }

  /** In a large circle chairs are plainer: there are many, and most of them are far away. */
  function dressMade({ chair }: LoadedRoom, seats: number): void {
    const coarse = seats > ONE_RING_SEATS
    forget()
    const seat = (coarse && chair?.parts.get('far')) || chair?.parts.get('chair')
    const cushion = chair?.parts.get('cushion')
    if (seat && cushion) {
      chairs.chairs.dress(keep(withShadow(seat, 0.6)), materials.chair)
      chairs.cushions.dress(keep(withShadow(cushion, 0.4)), materials.chair)
    } else {
      dressPlainly(coarse)
      onTrouble(CHAIR_MISSING)
    }
  }

  function showMade(environment: Environment, loaded: LoadedRoom, seats: number): void {
    const { facts, room: model, chair } = loaded
    materials.show(model.picture, chair?.picture ?? null, facts)
    const dress = (mesh: Mesh, name: string, material: typeof materials.baked) => {
      const geometry = model.parts.get(name)
      mesh.visible = geometry !== undefined
      if (!geometry) return
      mesh.geometry = geometry
      mesh.material = material
    }
    dress(room, 'room', materials.baked)
    dress(near, 'near', materials.baked)
    dress(sea, 'sea', materials.sea)
    near.visible &&= seats <= ONE_RING_SEATS
    sky.paint(facts.sky)
    sky.mesh.visible = true
    dressMade(loaded, seats)
    setLight(light, { probe: facts.probe.full, fire: firelight(facts.fire) })
    glows.setRoom([...facts.fire.flatMap(fireGlows), ...fireflies(facts.fireflies ?? 0), ...motes(facts.motes ?? 0)])
    shown = { environment, loaded, dim: facts.dim }
    onShown(environment, tableOf(facts))
  }

  function swap(): void {
    if (!next || !wanted) return
    const { environment, loaded } = next
    next = null
    const before = shown?.loaded
    if (loaded) showMade(environment, loaded, wanted.seats)
    else if (shown?.environment !== 'plain') showPlain(wanted.seats)
    before?.chair?.dispose()
    before?.room.dispose()
    veil.draw(false)
  }

  async function load(environment: Environment): Promise<void> {
    loading?.abort()
    loading = null
    const files = roomFiles(environment)
    if (!files) {
      onTrouble(MISSING)
      next = { environment, loaded: null }
      return
    }
    const controller = new AbortController()
    loading = controller
    sinceMs = performance.now()
    try {
      const loaded = await loadRoom(files, controller.signal)
      // Uploaded before the veil falls, so that the swap itself is short.
      await uploadSlowly(renderer, loaded.room.picture, controller.signal)
      if (loaded.chair) await uploadSlowly(renderer, loaded.chair.picture, controller.signal)
      if (controller.signal.aborted) return
      next = { environment, loaded }
    } catch {
      // Missing, broken, cut short or given up: all mean the plain room.
      if (controller.signal.aborted) return
      onTrouble(MISSING)
      next = { environment, loaded: null }
    }
    loading = null
  }

  return {
    group,
    go(environment, dim, seats) {
      const before = wanted
      wanted = { environment, dim, seats }
      if (before?.environment !== environment) void load(environment)
      if (before && before.seats > ONE_RING_SEATS !== seats > ONE_RING_SEATS && shown) {
        if (shown.loaded) {
          near.visible = seats <= ONE_RING_SEATS && shown.loaded.room.parts.has('near')
          dressMade(shown.loaded, seats)
        } else showPlain(seats)
      }
    },
    update(frame) {
      if (!shown && wanted && !next && loading && frame.nowMs - sinceMs > PATIENCE_MS) {
        showPlain(wanted.seats)
        veil.draw(false)
      }
      if (next) {
        veil.draw(true)
        if (veil.dark === 1) swap()
      }
      veil.update(frame.delta)
      const share = easing(2.5, frame.delta)
      for (let i = 0; i < 3; i++) {
        // Dimming is of light; on a picture that is already toned it is the same to the power of the display.
        const to = wanted?.dim ? (shown?.dim[i] ?? 1) ** (1 / 2.2) : 1
        tint[i]! += (to - tint[i]!) * share
      }
      light.uTint.value.setRGB(tint[0]!, tint[1]!, tint[2]!)
    },
    dispose() {
      loading?.abort()
      next?.loaded?.room.dispose()
      next?.loaded?.chair?.dispose()
      shown?.loaded?.room.dispose()
      shown?.loaded?.chair?.dispose()
      plainGeometry?.dispose()
      forget()
      sky.dispose()
      veil.dispose()
      litSeats.dispose()
      materials.dispose()
    },
  }
}
