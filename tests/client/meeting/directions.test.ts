// Words for where people sit must agree with where their voices come from.

import { expect, test } from 'vitest'
import type { Participant } from '#protocol/meeting.ts'
import { seatPlaces } from '#protocol/circle.ts'
import { directionOf, inCircleOrder } from '../../../client/meeting/directions.ts'

function sitting(...seats: number[]): Participant[] {
  return seats.map((seat) => ({
    identity: `p_${String(seat).padStart(16, '0')}`,
    seat,
    name: `Seat ${seat}`,
    avatar: { character: 'round', palette: 'ember', accessory: 'none' },
    role: 'member',
    keyHolder: false,
    presence: 'present',
    held: false,
    byDoor: false,
    aside: false,
    vouched: true,
  }))
}

function directions(own: number, ...seats: number[]): Record<number, string> {
  const people = sitting(...seats)
  const me = people.find((one) => one.seat === own)!
  return Object.fromEntries(people.map((one) => [one.seat, directionOf(one, me, people, 12)]))
}

test('people are counted, empty chairs are not', () => {
  expect(directions(0, 0, 3, 5, 6, 7, 9)).toEqual({
    0: 'you',
    3: 'on your left',
    5: 'two to your left',
    6: 'across from you',
    7: 'two to your right',
    9: 'on your right',
  })
})

test('two people side by side on one half are both on that side', () => {
  expect(directions(0, 0, 1, 2)).toEqual({ 0: 'you', 1: 'on your left', 2: 'two to your left' })
})

test('a person without a chair is told no directions', () => {
  const people = sitting(0, 4)
  expect(directionOf(people[1]!, null, people, 12)).toBe('')
})

test('left in words is left in the room', () => {
  const places = seatPlaces(12)
  const [own, next] = [places[0]!, places[1]!]
  // The sitter at seat 0 looks along -z turned by yaw; their left is -x turned the same way.
  const left = { x: -Math.cos(own.yaw), z: Math.sin(own.yaw) }
  expect((next.x - own.x) * left.x + (next.z - own.z) * left.z).toBeGreaterThan(0)
  expect(directions(0, 0, 1)[1]).toBe('on your left')
})

test('the list begins with oneself and goes round to the left', () => {
  const people = sitting(1, 4, 8, 11)
  expect(inCircleOrder(people, people[2]!, 12).map((one) => one.seat)).toEqual([8, 11, 1, 4])
})
