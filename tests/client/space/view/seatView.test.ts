import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import { EYE_HEIGHT, seatPlaces } from '#protocol/circle.ts'
import { createLook, easeLook, turnBy } from '../../../../client/space/view/look.ts'
import { fieldOfView, fromSeat, sitDown } from '../../../../client/space/view/seatView.ts'

/** Where a point is on the screen of somebody at a seat: x from -1 (left) to 1 (right). */
function onScreen(seats: number, seat: number, point: Vector3, turn = 0): Vector3 {
  const camera = new PerspectiveCamera(120, 1, 0.05, 100)
  const look = createLook()
  turnBy(look, turn, 0)
  for (let i = 0; i < 400; i++) easeLook(look, 1 / 60)
  sitDown(camera, seatPlaces(seats)[seat]!, look)
  camera.updateMatrixWorld()
  return point.clone().project(camera)
}

const face = (seats: number, seat: number) => {
  const { x, z } = seatPlaces(seats)[seat]!
  return new Vector3(x, EYE_HEIGHT, z)
}

describe('the view from a chair', () => {
  test.each([4, 5, 8, 12, 16])('in a circle of %i the neighbour to the left is on the left', (seats) => {
    for (let seat = 0; seat < seats; seat++) {
      expect(onScreen(seats, seat, face(seats, (seat + 1) % seats)).x).toBeLessThan(-0.2)
      expect(onScreen(seats, seat, face(seats, (seat + seats - 1) % seats)).x).toBeGreaterThan(0.2)
    }
  })

  test('the person opposite is straight ahead, and a little above the middle as one looks down to the table', () => {
    const { x, y } = onScreen(12, 0, face(12, 6))
    expect(x).toBeCloseTo(0, 5)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(0.2)
  })

  test('turning to the left brings the left neighbour into the middle', () => {
    const before = onScreen(12, 3, face(12, 4)).x
    const after = onScreen(12, 3, face(12, 4), 1.3).x
    expect(Math.abs(after)).toBeLessThan(Math.abs(before))
  })

  test('what is in front of a seat is nearer to the centre than the seat', () => {
    for (const place of seatPlaces(50)) {
      const out = { x: 0, y: 0, z: 0 }
      fromSeat(place, 0, 0.8, -0.3, out)
      expect(Math.hypot(out.x, out.z)).toBeCloseTo(Math.hypot(place.x, place.z) - 0.3, 6)
      expect(out.y).toBe(0.8)
    }
  })

  test('what is to the left of a seat is on its left on the screen', () => {
    const out = { x: 0, y: 0, z: 0 }
    fromSeat(seatPlaces(12)[5]!, -0.4, 1.2, -1, out)
    expect(onScreen(12, 5, new Vector3(out.x, out.y, out.z)).x).toBeLessThan(0)
  })

  test('a narrow window opens the view upwards rather than losing the neighbours', () => {
    const across = (aspect: number) => 2 * Math.atan(Math.tan((fieldOfView(aspect) * Math.PI) / 360) * aspect)
    expect(fieldOfView(1.6)).toBe(fieldOfView(2))
    expect(across(0.75)).toBeCloseTo((62 * Math.PI) / 180, 6)
    expect(fieldOfView(0.2)).toBeLessThan(92)
  })
})
