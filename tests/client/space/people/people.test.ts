import { describe, expect, test } from 'vitest'
import { InstancedBufferGeometry } from 'three'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { Pose } from '#protocol/pose.ts'
import type { Frame } from '../../../../client/space/frame.ts'
import { createRoomLight } from '../../../../client/space/light/roomLight.ts'
import { createPeople } from '../../../../client/space/people/people.ts'
import { SHOW } from '../../../../client/space/people/personRow.ts'
import { identityOf, somebody, someSnapshot } from '../../../support/someSnapshot.ts'

const OWN: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0.38, qz: 0, qw: 0.92, left: null, right: null }
const FRAME: Pick<Frame, 'nowMs' | 'delta' | 'idleSeconds'> = {
  nowMs: 0,
  delta: 0.5,
  idleSeconds: 0,
}

function gather(snapshot: MeetingSnapshot, self: string | null = null) {
  const people = createPeople(
    { setOwn: () => {}, sample: () => false },
    { level: () => 0, setListener: () => {} },
    createRoomLight(),
  )
  people.seat(snapshot, self && identityOf(self))
  const count = () =>
    people.mesh.geometry instanceof InstancedBufferGeometry ? people.mesh.geometry.instanceCount : -1
  /** Numbers 0–3 of an attribute for the person at `index`. */
  const shown = (name: string, index: number) => {
    const attribute = people.mesh.geometry.getAttribute(name)
    return [attribute.getX(index), attribute.getY(index), attribute.getZ(index), attribute.getW(index)]
  }
  return { people, count, shown }
}

describe('everybody in the circle', () => {
  test('is one draw, however many there are', () => {
    const names = Array.from({ length: 50 }, (_, i) => `Person ${i}`)
    const { people, count } = gather(someSnapshot(names, { seats: 50 }))
    expect(count()).toBe(50)
    expect(people.mesh.children).toEqual([])
    expect(Array.isArray(people.mesh.material)).toBe(false)
  })

  test('nobody stays on when they have left', () => {
    const { people, count } = gather(someSnapshot(['Quiet Fern', 'Warm Stone', 'Slow River']))
    people.seat(someSnapshot(['Quiet Fern']), null)
    expect(count()).toBe(1)
    expect(people.find(identityOf('Warm Stone'))).toBeUndefined()
    people.seat(someSnapshot([]), null)
    expect(people.mesh.visible).toBe(false)
  })

  test('somebody who moves up keeps their bearing: a person is known by identity, not by place in the list', () => {
    const { people } = gather(someSnapshot(['Quiet Fern', 'Warm Stone']))
    const before = people.find(identityOf('Warm Stone'))
    people.seat({ ...someSnapshot([]), participants: [somebody('Warm Stone', 1)] }, null)
    expect(people.find(identityOf('Warm Stone'))).toBe(before)
  })

  test('an away person is a blanket and one’s own head is not drawn', () => {
    const snapshot = {
      ...someSnapshot([]),
      participants: [somebody('Quiet Fern', 0), somebody('Warm Stone', 1, { presence: 'away' })],
    }
    const { shown } = gather(snapshot, 'Quiet Fern')
    expect(shown('iShow', 0).slice(0, 2)).toEqual([1, 1])
    expect(shown('iShow', 1).slice(0, 2)).toEqual([0, 0])
    expect(SHOW % 4).toBe(0)
  })

  test('a seat number beyond the circle is nobody, not a crash', () => {
    const { count } = gather({ ...someSnapshot(['Quiet Fern']), participants: [somebody('Quiet Fern', 49)] })
    expect(count()).toBe(0)
  })

  test('one’s own body follows one’s own look at once', () => {
    const { people } = gather(someSnapshot(['Quiet Fern']), 'Quiet Fern')
    for (let i = 0; i < 20; i++) people.update(FRAME, new Set(), OWN)
    expect(people.find(identityOf('Quiet Fern'))?.yaw).toBeCloseTo(2 * Math.atan2(0.38, 0.92), 1)
  })

  test('people turn to the one who speaks', () => {
    const { people } = gather(someSnapshot(['Quiet Fern', 'Warm Stone', 'Slow River']))
    for (let i = 0; i < 20; i++) people.update(FRAME, new Set([identityOf('Slow River')]), OWN)
    expect(people.find(identityOf('Quiet Fern'))!.yaw).toBeGreaterThan(0.1)
  })

  test('a gesture of somebody who is not here is nothing', () => {
    const { people } = gather(someSnapshot(['Quiet Fern']))
    people.gesture({ identity: identityOf('Nobody'), gesture: 'wave', atMs: 0 })
    people.gesture({ identity: identityOf('Quiet Fern'), gesture: 'wave', atMs: 0 })
    expect(people.find(identityOf('Quiet Fern'))?.gesture).toBe('wave')
  })

  test('two rings are cut coarser than one', () => {
    const near = gather(someSnapshot(['Quiet Fern'], { seats: 12 })).people.mesh.geometry.index!.count
    const far = gather(someSnapshot(['Quiet Fern'], { seats: 30 })).people.mesh.geometry.index!.count
    expect(far).toBeLessThan(near / 2)
  })
})
