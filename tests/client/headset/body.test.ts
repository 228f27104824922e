// What a body says and means: where a hand points, which wrist is looked at, a hand on the heart, a piece held out.

import { describe, expect, test } from 'vitest'
import { EYE_HEIGHT, seatPlaces } from '#protocol/circle.ts'
import { isOnHeart, reachOf, wristSeen } from '../../../client/headset/bodyGestures.ts'
import { bareShape, gripShape } from '../../../client/headset/handShape.ts'
import { pointedAt, reachedFor, seenFrom } from '../../../client/headset/neighbours.ts'
import { face, landOn, passes, type Board, type Landing } from '../../../client/headset/pointing.ts'
import type { Turned } from '../../../client/headset/seatFrame.ts'
import { identityOf, somebody, someSnapshot } from '../../support/someSnapshot.ts'

const head: Turned = { x: 0, y: EYE_HEIGHT, z: 0, qx: 0, qy: 0, qz: 0, qw: 1 }
const DOWN = { qx: Math.sin(-0.35), qy: 0, qz: 0, qw: Math.cos(-0.35) }

describe('hands', () => {
  test('have three shapes, from buttons or from fingers', () => {
    expect([gripShape(false, false), gripShape(true, true), gripShape(false, true)]).toEqual(['open', 'fist', 'point'])
    expect([bareShape(1.9, 1.9), bareShape(1.1, 1.1), bareShape(1.9, 1.1)]).toEqual(['open', 'fist', 'point'])
  })

  test('on the heart are told from hands on the lap and hands that are raised', () => {
    expect(isOnHeart(head, { x: -0.02, y: 0.85, z: -0.14 })).toBe(true)
    expect(isOnHeart(head, { x: 0.15, y: 0.6, z: -0.3 })).toBe(false)
    expect(isOnHeart(head, { x: 0.3, y: 1.4, z: -0.3 })).toBe(false)
  })

  test('that reach out mean a direction; on the lap they mean nothing', () => {
    expect(reachOf({ x: 0, y: 0.9, z: -0.6 })).toBeCloseTo(0, 6)
    expect(reachOf({ x: -0.6, y: 0.9, z: 0 })).toBeCloseTo(Math.PI / 2, 6)
    expect(reachOf({ x: 0.1, y: 0.65, z: -0.3 })).toBeNull()
  })
})

describe('a wrist', () => {
  const looking: Turned = { ...head, ...DOWN }
  const at = { x: 0, y: 0.93, z: -0.32 }

  test('is seen from inside or outside, and only when one looks at it', () => {
    // A left palm turned up towards the eyes: +x leaves the palm.
    const up = { qx: 0, qy: 0, qz: Math.sin(Math.PI / 4), qw: Math.cos(Math.PI / 4) }
    const down = { qx: 0, qy: 0, qz: Math.sin(-Math.PI / 4), qw: Math.cos(Math.PI / 4) }
    expect(wristSeen(looking, { ...at, ...up }, 'left')).toBe('inner')
    expect(wristSeen(looking, { ...at, ...down }, 'left')).toBe('outer')
    expect(wristSeen(looking, { ...at, ...down }, 'right')).toBe('inner')
    const away: Turned = { ...head, qx: 0, qy: Math.sin(0.6), qz: 0, qw: Math.cos(0.6) }
    expect(wristSeen(away, { ...at, ...up }, 'left')).toBeNull()
    expect(wristSeen(looking, { ...at, y: 0.1, ...up }, 'left')).toBeNull()
  })
})

describe('pointing', () => {
  const board: Board = {
    at: { x: 0, y: 1.2, z: -1 },
    right: { x: 1, y: 0, z: 0 },
    up: { x: 0, y: 1, z: 0 },
    width: 1,
    height: 0.5,
  }
  const out: Landing = { u: 0, v: 0, far: 0 }

  test('lands where a board is, counted from its top left', () => {
    landOn({ x: 0.25, y: 1.3, z: 0, dx: 0, dy: 0, dz: -1 }, board, out)
    expect(out.u).toBeCloseTo(0.75, 6)
    expect(out.v).toBeCloseTo(0.3, 6)
    expect(out.far).toBeCloseTo(1, 6)
  })

  test('beside it, behind it and from its back lands nowhere', () => {
    landOn({ x: 0.6, y: 1.2, z: 0, dx: 0, dy: 0, dz: -1 }, board, out)
    expect(out.far).toBe(Infinity)
    landOn({ x: 0, y: 1.2, z: 0, dx: 0, dy: 0, dz: 1 }, board, out)
    expect(out.far).toBe(Infinity)
    landOn({ x: 0, y: 1.2, z: -2, dx: 0, dy: 0, dz: 1 }, board, out)
    expect(out.far).toBe(Infinity)
  })

  test('a board turned to the eyes is met from them in its middle', () => {
    const turned: Board = {
      ...board,
      at: { x: 0.7, y: 0.8, z: -0.8 },
      right: { x: 0, y: 0, z: 0 },
      up: { x: 0, y: 0, z: 0 },
    }
    face(turned, head)
    const [x, y, z] = [0.7, 0.8 - EYE_HEIGHT, -0.8]
    const far = Math.hypot(x, y, z)
    landOn({ x: 0, y: EYE_HEIGHT, z: 0, dx: x / far, dy: y / far, dz: z / far }, turned, out)
    expect([out.u, out.v, out.far]).toEqual([expect.closeTo(0.5, 6), expect.closeTo(0.5, 6), expect.closeTo(far, 6)])
    expect(turned.right.y).toBe(0)
    expect(turned.up.y).toBeGreaterThan(0)
  })

  test('passes people by or meets them', () => {
    expect(passes({ x: 0, y: 1, z: 0, dx: 0, dy: 0, dz: -1 }, { x: 0.2, y: 1, z: -3 })).toBeCloseTo(0.2, 6)
    expect(passes({ x: 0, y: 1, z: 0, dx: 0, dy: 0, dz: 1 }, { x: 0, y: 1, z: -3 })).toBe(Infinity)
  })
})

describe('the others, from one’s own seat', () => {
  const places = seatPlaces(12)
  const people = [somebody('Quiet Fern', 2), somebody('Warm Stone', 3), somebody('Slow River', 8)]
  const snapshot = { ...someSnapshot([]), seats: 12, participants: people }
  const [fern] = people

  test('the one opposite is straight ahead, the next one on the left is to the left', () => {
    const across = seenFrom(places[2]!, places[8]!)
    expect(across.x).toBeCloseTo(0, 6)
    expect(across.z).toBeLessThan(-3)
    expect(seenFrom(places[2]!, places[3]!).x).toBeLessThan(-0.5)
  })

  test('are met by pointing at them', () => {
    const ahead = { x: 0.2, y: 1, z: -0.2, dx: -0.05, dy: 0, dz: -1 }
    expect(pointedAt(ahead, snapshot, fern!, places)).toBe(identityOf('Slow River'))
    expect(pointedAt({ ...ahead, dy: 1, dz: 0 }, snapshot, fern!, places)).toBeNull()
  })

  test('are reached for by holding the piece out to them', () => {
    const left = seenFrom(places[2]!, places[3]!)
    const yaw = Math.atan2(-left.x, -left.z)
    expect(reachedFor(yaw, snapshot, fern!, places)).toBe(identityOf('Warm Stone'))
    expect(reachedFor(-1.2, snapshot, fern!, places)).toBeNull()
  })
})
