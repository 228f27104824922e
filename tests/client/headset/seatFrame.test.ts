// How a body of any height, anywhere at home and facing anywhere, comes to sit in its chair.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EYE_HEIGHT } from '#protocol/circle.ts'
import { createSeatFrame, yawOf, type Turned } from '../../../client/headset/seatFrame.ts'

const metres = fc.double({ min: -3, max: 3, noNaN: true })
const angle = fc.double({ min: -3, max: 3, noNaN: true })
const pitch = fc.double({ min: -1, max: 1, noNaN: true })

function head(x: number, y: number, z: number, yaw: number, up = 0): Turned {
  const [sy, cy, sp, cp] = [Math.sin(yaw / 2), Math.cos(yaw / 2), Math.sin(up / 2), Math.cos(up / 2)]
  return { x, y, z, qx: cy * sp, qy: sy * cp, qz: -sy * sp, qw: cy * cp }
}
const blank = (): Turned => head(0, 0, 0, 0)

describe('sitting down', () => {
  test('puts everybody’s eyes at the same height, in the middle of the chair, towards the middle of the circle', () => {
    fc.assert(
      fc.property(metres, metres, metres, angle, pitch, (x, y, z, yaw, up) => {
        const frame = createSeatFrame()
        const out = blank()
        frame.recentre(head(x, y, z, yaw, up))
        frame.toSeat(head(x, y, z, yaw, up), out)
        expect(out.x).toBeCloseTo(0, 6)
        expect(out.y).toBeCloseTo(EYE_HEIGHT, 6)
        expect(out.z).toBeCloseTo(0, 6)
        expect(Math.abs(yawOf(out))).toBeLessThan(1e-6)
      }),
    )
  })

  test('keeps the horizon level: how far one looks up stays what it is', () => {
    const frame = createSeatFrame()
    frame.recentre(head(1, 1.7, 0, 2, 0.4))
    const out = blank()
    frame.toSeat(head(1, 1.7, 0, 2, 0.4), out)
    expect(2 * Math.asin(out.qx)).toBeCloseTo(0.4, 6)
    expect(out.qz).toBeCloseTo(0, 6)
  })

  test('a step to the left at home is a step to the left in the seat, whichever way one faces at home', () => {
    const frame = createSeatFrame()
    const out = blank()
    frame.recentre(head(0, 1.6, 0, Math.PI / 2))
    // Facing -x at home: the left hand is towards +z.
    frame.toSeat(head(0, 1.6, 0.2, Math.PI / 2), out)
    expect(out.x).toBeCloseTo(-0.2, 6)
    expect(out.z).toBeCloseTo(0, 6)
  })
})

describe('turning on the spot', () => {
  test('turns the head and moves it nowhere', () => {
    fc.assert(
      fc.property(metres, metres, angle, angle, (x, z, yaw, by) => {
        const frame = createSeatFrame()
        frame.recentre(head(0.3, 1.5, 0.1, 0.7))
        const own = head(x, 1.4, z, yaw)
        const [before, after] = [blank(), blank()]
        frame.toSeat(own, before)
        frame.turn(own, by)
        frame.toSeat(own, after)
        expect(after.x).toBeCloseTo(before.x, 6)
        expect(after.y).toBeCloseTo(before.y, 6)
        expect(after.z).toBeCloseTo(before.z, 6)
        const turned = yawOf(after) - yawOf(before) - by
        expect(Math.cos(turned)).toBeCloseTo(1, 6)
      }),
    )
  })
})
