// The circle's geometry: everybody faces the middle, neighbours sit well apart, nobody's chair is better than another's.

import { describe, expect, test } from 'vitest'
import { ONE_RING_SEATS, placeInRoom, ringRadii, seatPlaces, standingPlaces } from '#protocol/circle.ts'
import type { Place, SeatPlace } from '#protocol/circle.ts'
import { MAX_PLACES, MAX_SEATS, MIN_SEATS } from '#protocol/limits.ts'

const COUNTS = Array.from({ length: MAX_SEATS - MIN_SEATS + 1 }, (_, n) => n + MIN_SEATS)
const apart = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.z - b.z)
const radius = ({ x, z }: SeatPlace) => Math.hypot(x, z)

describe.each(COUNTS)('a circle of %i', (count) => {
  const places = seatPlaces(count)

  test('has that many chairs on the radii that it says', () => {
    expect(places).toHaveLength(count)
    const radii = ringRadii(count)
    expect(radii).toHaveLength(count <= ONE_RING_SEATS ? 1 : 2)
    for (const place of places) expect(radius(place)).toBeCloseTo(radii[place.ring] ?? -1, 9)
  })

  test('lets everybody look at the middle', () => {
    for (const place of places) {
      // A yaw of 0 looks along -z.
      const ahead = { x: -Math.sin(place.yaw), z: -Math.cos(place.yaw) }
      expect(ahead.x * radius(place)).toBeCloseTo(-place.x, 9)
      expect(ahead.z * radius(place)).toBeCloseTo(-place.z, 9)
    }
  })

  test('keeps at least 0.95 m between any two chairs, and not more than 1.9 m to the nearest', () => {
    for (const place of places) {
      const nearest = Math.min(...places.filter((other) => other !== place).map((other) => apart(place, other)))
      expect(nearest).toBeGreaterThan(0.95)
      expect(nearest).toBeLessThan(1.9)
    }
  })

  test('counts on to the left of each sitter, once round', () => {
    const turns = places.map((place, n) => {
      const next = places[(n + 1) % count] ?? place
      // To the sitter's left, seen from above, is a turn from +z towards -x.
      const angle = (one: SeatPlace) => Math.atan2(-one.x, one.z)
      return (angle(next) - angle(place) + 4 * Math.PI) % (2 * Math.PI)
    })
    for (const turn of turns) expect(turn).toBeLessThan(Math.PI)
    expect(turns.reduce((sum, turn) => sum + turn, 0)).toBeCloseTo(2 * Math.PI, 9)
  })

  test('leaves no gap that looks like somebody missing', () => {
    const inner = places.filter((place) => place.ring === 0)
    const gaps = inner.map((place, n) => apart(place, inner[(n + 1) % inner.length] ?? place))
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-9)
  })
})

test('twelve sit on a radius of about 2.1 m and four metres from whom they face', () => {
  const places = seatPlaces(12)
  const [first, opposite] = [places[0], places[6]]
  if (!first || !opposite) throw new Error('twelve chairs were asked for')
  expect(radius(first)).toBeCloseTo(2.1, 2)
  expect(apart(first, opposite)).toBeCloseTo(4.2, 1)
})

test('the first chair is at +z and looks along -z', () => {
  const [first] = seatPlaces(8)
  expect(first?.x).toBeCloseTo(0, 12)
  expect(first?.z).toBeGreaterThan(1)
  expect(first?.yaw).toBeCloseTo(0, 12)
})

test.each([MIN_SEATS - 1, MAX_SEATS + 1, 0, -4, 7.5, Number.NaN])('there is no circle of %d', (count) => {
  expect(() => seatPlaces(count)).toThrow(RangeError)
})

describe('the places to stand at after the meeting', () => {
  test.each(COUNTS)('of a circle of %i are clear of chairs, of each other and of the walls', (seats) => {
    const places = standingPlaces(seats)
    const chairs = seatPlaces(seats)
    expect(places.length).toBeGreaterThan(2)
    expect(places.length).toBeLessThanOrEqual(MAX_PLACES)
    for (const [at, place] of places.entries()) {
      for (const chair of chairs) expect(apart(place, chair)).toBeGreaterThan(0.6)
      for (const other of places.slice(at + 1)) expect(apart(place, other)).toBeGreaterThan(0.85)
      expect(Math.hypot(place.x, place.z)).toBeLessThan(5.95)
      expect(Math.hypot(place.x, place.z)).toBeGreaterThan(0.6)
    }
  })

  test.each(COUNTS)('of a circle of %i are groups whose people face each other', (seats) => {
    const places = standingPlaces(seats)
    for (const place of places) {
      const group = places.filter((one) => one.group === place.group)
      const middle = { x: mean(group.map((one) => one.x)), z: mean(group.map((one) => one.z)), yaw: 0 }
      expect(group).toHaveLength(3)
      const ahead = { x: place.x - Math.sin(place.yaw) * 0.63, z: place.z - Math.cos(place.yaw) * 0.63, yaw: 0 }
      expect(apart(ahead, middle)).toBeCloseTo(0, 5)
    }
  })

  test('are enough for everybody in a circle of the usual size', () => {
    expect(standingPlaces(12).length).toBeGreaterThanOrEqual(12)
  })

  test('are where somebody is who stands; who does not is in their chair', () => {
    expect(placeInRoom(12, 3, undefined)).toEqual(seatPlaces(12)[3])
    expect(placeInRoom(12, 3, 5)).toEqual(standingPlaces(12)[5])
    expect(placeInRoom(12, 3, MAX_PLACES)).toBeNull()
  })
})

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
