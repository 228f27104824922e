import { describe, expect, test } from 'vitest'
import { SEAT_HEIGHT, seatPlaces } from '#protocol/circle.ts'
import { chairTurn, createChairs, furnish } from '../../../../client/space/chairs/chairs.ts'
import { plainChair, plainCushion } from '../../../../client/space/chairs/chairShape.ts'
import { somebody, someSnapshot } from '../../../support/someSnapshot.ts'

const COLOURS = { felt: '#8a5f45', cushion: '#c39a6b', wood: '#4a3020' }

describe('the chairs of a circle', () => {
  test('stand where somebody has a seat, here or away; elsewhere lies a cushion', () => {
    const participants = [somebody('Quiet Fern', 0), somebody('Warm Stone', 3, { presence: 'away' })]
    expect(furnish({ seats: 5, participants })).toEqual({ chairs: [0, 3], cushions: [1, 2, 4] })
  })

  test('are turned by at most two degrees, no two neighbours alike, the same for everybody', () => {
    const turns = Array.from({ length: 50 }, (_, seat) => chairTurn(seat))
    for (const [seat, turn] of turns.entries()) {
      expect(Math.abs(turn)).toBeLessThanOrEqual((2 * Math.PI) / 180)
      expect(turn).toBe(chairTurn(seat))
      if (seat > 0) expect(Math.abs(turn - turns[seat - 1]!)).toBeGreaterThan(1e-4)
    }
  })

  test('are two draws for any number of seats, each instance at its seat', () => {
    const chairs = createChairs()
    chairs.seat({ ...someSnapshot(['Quiet Fern', 'Warm Stone']), seats: 50 })
    expect(chairs.group.children).toHaveLength(2)
    const seats = chairs.chairs.mesh.geometry.getAttribute('seat')
    const place = seatPlaces(50)[1]!
    expect(seats.getX(1)).toBeCloseTo(place.x, 5)
    expect(seats.getY(1)).toBeCloseTo(place.z, 5)
    expect(seats.getZ(1)).toBeCloseTo(place.yaw + chairTurn(1), 5)
  })

  test('a plain chair’s seat is at sitting height, its back behind, its feet on the floor', () => {
    const { positions, colours, index } = plainChair(COLOURS, false)
    const points = Array.from({ length: positions.length / 3 }, (_, i) => positions.slice(i * 3, i * 3 + 3))
    const solid = points.filter((_, i) => colours[i * 4 + 3]! > -0.5)
    const middle = solid.filter(([x, , z]) => Math.hypot(x!, z!) < 0.15).map(([, y]) => y!)
    expect(Math.max(...middle)).toBeGreaterThan(SEAT_HEIGHT - 0.02)
    expect(Math.max(...middle)).toBeLessThan(SEAT_HEIGHT + 0.02)
    const highest = solid.reduce((top, one) => (one[1]! > top[1]! ? one : top))
    expect(highest[1]).toBeGreaterThan(0.8)
    expect(highest[2]).toBeGreaterThan(0.2)
    expect(Math.abs(Math.min(...solid.map(([, y]) => y!)))).toBeLessThan(0.01)
    expect(Math.max(...index)).toBeLessThan(points.length)
    expect(index.length / 3).toBeLessThanOrEqual(1600)
    expect(plainChair(COLOURS, true).index.length / 3).toBeLessThanOrEqual(600)
  })

  test('a cushion is low: it looks like a place, not like somebody missing', () => {
    const { positions } = plainCushion('#86654a')
    expect(Math.max(...positions.filter((_, i) => i % 3 === 1))).toBeLessThan(0.16)
  })
})
