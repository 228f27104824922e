import { describe, expect, it } from 'vitest'
import { seatPlaces, standingPlaces, type SeatPlace } from '#protocol/circle.ts'
import { MAX_SEATS, MIN_SEATS } from '#protocol/limits.ts'
import { directionTo, loudnessBetween } from '../../../client/audio/hearingPlaces.ts'

function hears(own: SeatPlace | undefined, other: SeatPlace | undefined, yaw = 0, pitch = 0) {
  if (!own || !other) throw new Error('no such seat')
  const out = { x: 0, y: 0, z: 0 }
  directionTo(own, other, yaw, pitch, out)
  return out
}
const QUARTER = Math.PI / 2

describe('where a voice comes from', () => {
  const seats = seatPlaces(12)

  it('is straight ahead for the one opposite, whichever seat one has', () => {
    for (let own = 0; own < 12; own++) {
      const { x, y, z } = hears(seats[own], seats[(own + 6) % 12])
      expect(x).toBeCloseTo(0)
      expect(z).toBeLessThan(-0.99)
      expect(Math.abs(y)).toBeLessThan(0.1)
    }
  })

  it('is the left for the next seats in order and the right for those before', () => {
    for (const count of [4, 8, 12, 16]) {
      const places = seatPlaces(count)
      for (let own = 0; own < count; own++) {
        expect(hears(places[own], places[(own + 1) % count]).x).toBeLessThan(-0.5)
        expect(hears(places[own], places[(own + count - 1) % count]).x).toBeGreaterThan(0.5)
      }
    }
  })

  it('is never the wrong side in two rings, where the next in order may sit straight in front or behind', () => {
    for (const count of [17, 20, 24, 50]) {
      const places = seatPlaces(count)
      for (let own = 0; own < count; own++) {
        expect(hears(places[own], places[(own + 1) % count]).x).toBeLessThan(1e-6)
        expect(hears(places[own], places[(own + count - 1) % count]).x).toBeGreaterThan(-1e-6)
      }
    }
  })

  it('turns the other way when one turns the head', () => {
    const ahead = [seats[0], seats[6]] as const
    expect(hears(...ahead, QUARTER).x).toBeGreaterThan(0.99) // looking left, they are at the right ear
    expect(hears(...ahead, -QUARTER).x).toBeLessThan(-0.99)
    expect(hears(...ahead, Math.PI).z).toBeGreaterThan(0.99) // behind
    expect(hears(...ahead, 0, QUARTER).y).toBeLessThan(-0.99) // looking up, they are below
    expect(hears(...ahead, 0, -QUARTER).y).toBeGreaterThan(0.99)
  })

  it('has unit length always', () => {
    for (const yaw of [0, 0.3, 2, -3]) {
      for (const pitch of [0, 1, -1.5]) {
        const { x, y, z } = hears(seats[2], seats[3], yaw, pitch)
        expect(Math.hypot(x, y, z)).toBeCloseTo(1)
      }
    }
  })
})

describe('how loud a voice is', () => {
  it('differs by at most three decibels between the nearest and the farthest, in every circle', () => {
    for (let count = MIN_SEATS; count <= MAX_SEATS; count++) {
      const places = seatPlaces(count)
      for (const own of places) {
        const all = places.filter((one) => one !== own).map((one) => loudnessBetween(own, one, 'circle'))
        expect(20 * Math.log10(Math.max(...all) / Math.min(...all))).toBeLessThanOrEqual(3)
        expect(Math.max(...all)).toBeLessThanOrEqual(1)
      }
    }
  })

  it('falls a little with distance all the same', () => {
    const [own, next, , , , , opposite] = seatPlaces(12)
    if (!own || !next || !opposite) throw new Error('no such seat')
    expect(loudnessBetween(own, opposite, 'circle')).toBeLessThan(loudnessBetween(own, next, 'circle'))
  })
})

describe('after the meeting', () => {
  it('distances are real: half as loud at twice as far, and one’s own group is heard best', () => {
    const [own, ...others] = standingPlaces(12)
    if (!own) throw new Error('no such place')
    const at = (metres: number) => loudnessBetween(own, { x: own.x + metres, z: own.z, yaw: 0 }, 'real')
    expect(at(4)).toBeCloseTo(at(2) / 2)
    expect(at(0.5)).toBe(1)
    const group = others.filter((one) => one.group === own.group).map((one) => loudnessBetween(own, one, 'real'))
    const elsewhere = others.filter((one) => one.group !== own.group).map((one) => loudnessBetween(own, one, 'real'))
    expect(Math.min(...group)).toBeGreaterThan(2.5 * Math.max(...elsewhere))
    // Nobody is so far that they could not be called over to.
    expect(Math.min(...elsewhere)).toBeGreaterThan(0.08)
  })
})
