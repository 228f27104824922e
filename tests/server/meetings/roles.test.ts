// What those who run the meeting may do with people, and who carries the lamp.

import { describe, expect, test } from 'vitest'
import type { Role } from '#protocol/roles.ts'
import { createCircle, createOpenCircle, join } from './circle.ts'
import type { Circle } from './circle.ts'

const roles = (circle: Circle) =>
  Object.fromEntries(circle.record.people.map((one) => [circle.named(one.identity), one.role]))
const hand = (circle: Circle, by: string, to: string, role: Role) =>
  circle.send(by, { type: 'hand-role', to: circle.id(to), role })

describe('holding', () => {
  test('is said, undone by releasing, and refused for nobody', () => {
    const circle = createOpenCircle('Fern')
    const to = circle.id('Fern')
    expect(circle.send('Ada', { type: 'release', to })).toBe('already-so')
    expect(circle.send('Ada', { type: 'hold', to })).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'held', about: 'Fern' })
    expect(circle.send('Ada', { type: 'hold', to })).toBe('already-so')
    expect(circle.send('Ada', { type: 'release', to })).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'released', about: 'Fern' })
    expect(circle.send('Ada', { type: 'hold', to: 'p_0000000000000000' })).toBe('unknown-person')
  })
})

describe('the lamp', () => {
  test('is handed to a member without a key, and the one before stays at their side', () => {
    const circle = createOpenCircle('Fern')
    expect(hand(circle, 'Ada', 'Fern', 'facilitator')).toBe('ok')
    expect(roles(circle)).toEqual({ Ada: 'co-facilitator', Fern: 'facilitator' })
    expect(circle.record.announcement).toMatchObject({ kind: 'role-handed', about: 'Fern' })
    expect(hand(circle, 'Ada', 'Fern', 'facilitator')).toBe('already-so')
  })

  test('comes back to who holds the key, and cannot be taken from them by who does not', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    hand(circle, 'Ada', 'Fern', 'facilitator')
    hand(circle, 'Ada', 'Lark', 'co-facilitator')
    expect(hand(circle, 'Lark', 'Lark', 'facilitator')).toBe('not-allowed')
    expect(hand(circle, 'Fern', 'Ada', 'member')).toBe('not-allowed')
    expect(circle.send('Fern', { type: 'remove', to: circle.id('Ada') })).toBe('not-allowed')
    expect(hand(circle, 'Ada', 'Ada', 'facilitator')).toBe('ok')
    expect(roles(circle)).toEqual({ Ada: 'facilitator', Fern: 'co-facilitator', Lark: 'co-facilitator' })
  })

  test('is taken over from a facilitator whose connection is gone, not from one who is there', () => {
    const circle = createOpenCircle()
    circle.knock('Ben', { key: true })
    circle.connect('Ben')
    expect(hand(circle, 'Ben', 'Ben', 'facilitator')).toBe('not-allowed')
    circle.lose('Ada')
    expect(hand(circle, 'Ben', 'Ben', 'facilitator')).toBe('ok')
    circle.connect('Ada')
    expect(roles(circle)).toEqual({ Ada: 'co-facilitator', Ben: 'facilitator' })
  })

  test('is not put down where nobody else runs the meeting', () => {
    const circle = createOpenCircle('Fern')
    expect(hand(circle, 'Ada', 'Ada', 'member')).toBe('not-allowed')
    hand(circle, 'Ada', 'Fern', 'co-facilitator')
    expect(hand(circle, 'Ada', 'Ada', 'member')).toBe('ok')
    expect(roles(circle)).toEqual({ Ada: 'member', Fern: 'facilitator' })
  })

  test('goes by itself to who is left: those who run it first, the connected before the others, then key-holders', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.knock('Ben', { key: true })
    hand(circle, 'Ada', 'Fern', 'co-facilitator')
    circle.leave('Ada')
    expect(roles(circle)).toEqual({ Ben: 'co-facilitator', Fern: 'facilitator', Lark: 'member' })
    circle.leave('Fern')
    expect(roles(circle)).toEqual({ Ben: 'facilitator', Lark: 'member' })
    circle.leave('Ben')
    expect(roles(circle)).toEqual({ Lark: 'member' })
  })

  test('waits for a member with a key when nobody runs the meeting any more', () => {
    const circle = createOpenCircle('Fern')
    circle.knock('Ben', { key: true })
    hand(circle, 'Ada', 'Ben', 'reader')
    circle.leave('Ada')
    expect(roles(circle)).toEqual({ Ben: 'facilitator', Fern: 'member' })
  })
})

describe('removing', () => {
  test('frees the chair, lowers the hand and blocks the session, but never oneself', () => {
    const circle = createCircle(4)
    circle.knock('Ada', { key: true })
    circle.connect('Ada')
    circle.send('Ada', { type: 'open-doors' })
    for (const name of ['Fern', 'Lark', 'Moss']) join(circle, name)
    circle.send('Fern', { type: 'raise-hand' })
    const seat = circle.who('Fern')?.seat
    expect(circle.send('Ada', { type: 'remove', to: circle.id('Ada') })).toBe('not-allowed')
    expect(circle.send('Ada', { type: 'remove', to: circle.id('Fern') })).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'removed', about: 'Fern' })
    expect(circle.record.hands).toEqual([])
    join(circle, 'Reed')
    expect(circle.who('Reed')?.seat).toBe(seat)
  })
})

describe('the room', () => {
  test('changes its surroundings with a word about it', () => {
    const circle = createOpenCircle()
    expect(circle.send('Ada', { type: 'set-environment', environment: 'beach', dim: true })).toBe('ok')
    expect(circle.said()).toBe('environment')
    expect(circle.send('Ada', { type: 'set-environment', environment: 'beach', dim: true })).toBe('already-so')
  })
})
