// Who takes the chair when the facilitator is lost, and that it is given back, with nothing lost on the way.

import { describe, expect, test } from 'vitest'
import { SUCCESSION_SECONDS } from '#protocol/limits.ts'
import { dueAt } from '../../../server/meetings/meeting.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle } from './circle.ts'
import type { Circle } from './circle.ts'

/** Ada facilitates; Fern and Lark are co-facilitators, in this order; Moss is a member. */
function createLed(): Circle {
  const circle = createOpenCircle('Fern', 'Lark', 'Moss')
  for (const name of ['Fern', 'Lark']) {
    circle.send('Ada', { type: 'hand-role', to: circle.id(name), role: 'co-facilitator' })
  }
  return circle
}

const chair = (circle: Circle) =>
  circle.named(circle.record.people.find((one) => one.role === 'facilitator')?.identity ?? null)
const order = (circle: Circle) => snapshotOf(circle.record).succession.map((one) => circle.named(one))
const keptFor = (circle: Circle) => circle.named(snapshotOf(circle.record).standsInFor)

test('the first co-facilitator takes the chair of a facilitator who is lost, and gives it back', () => {
  const circle = createLed()
  circle.lose('Ada')
  circle.wait(SUCCESSION_SECONDS - 1)
  expect(chair(circle)).toBe('Ada')
  expect(dueAt(circle.record)).toBe(circle.now + 1000)
  circle.wait(1)
  expect([chair(circle), keptFor(circle), circle.said()]).toEqual(['Fern', 'Ada', 'chair-taken'])
  circle.connect('Ada')
  expect([chair(circle), keptFor(circle), circle.said()]).toEqual(['Ada', null, 'chair-back'])
  expect(circle.who('Fern')?.role).toBe('co-facilitator')
  expect(order(circle)).toEqual(['Fern', 'Lark'])
})

test('a short loss takes nobody’s chair', () => {
  const circle = createLed()
  circle.lose('Ada')
  circle.wait(SUCCESSION_SECONDS - 1)
  circle.connect('Ada')
  circle.wait(SUCCESSION_SECONDS)
  expect([chair(circle), keptFor(circle)]).toEqual(['Ada', null])
})

test('the order is agreed beforehand, and whoever is not there is passed over', () => {
  const circle = createLed()
  expect(order(circle)).toEqual(['Fern', 'Lark'])
  expect(circle.send('Ada', { type: 'set-succession', order: [circle.id('Lark')] })).toBe('ok')
  expect(order(circle)).toEqual(['Lark', 'Fern'])
  expect(circle.send('Ada', { type: 'set-succession', order: [circle.id('Lark')] })).toBe('already-so')
  expect(circle.send('Ada', { type: 'set-succession', order: [circle.id('Moss')] })).toBe('unknown-person')
  circle.send('Lark', { type: 'rest' })
  circle.lose('Ada')
  circle.wait(SUCCESSION_SECONDS)
  expect(chair(circle)).toBe('Fern')
})

test('whoever stands in and is lost as well is followed by the next, for the same owner', () => {
  const circle = createLed()
  circle.lose('Ada', 'Fern')
  circle.wait(SUCCESSION_SECONDS)
  expect([chair(circle), keptFor(circle)]).toEqual(['Lark', 'Ada'])
  circle.connect('Fern')
  expect(chair(circle)).toBe('Lark')
  circle.lose('Lark')
  circle.wait(SUCCESSION_SECONDS)
  expect([chair(circle), keptFor(circle)]).toEqual(['Fern', 'Ada'])
  circle.connect('Ada')
  expect([chair(circle), keptFor(circle)]).toEqual(['Ada', null])
})

test('without a co-facilitator nobody takes it, and without a key-holder the room becomes safe all the same', () => {
  const alone = createOpenCircle('Fern')
  alone.lose('Ada')
  alone.wait(SUCCESSION_SECONDS)
  expect(chair(alone)).toBe('Ada')
  const circle = createLed()
  circle.lose('Ada')
  circle.wait(61)
  expect([chair(circle), circle.record.phase]).toEqual(['Fern', 'safe'])
  circle.connect('Ada')
  expect([chair(circle), circle.record.phase]).toEqual(['Ada', 'open'])
})

test('whoever holds the piece while the chair changes keeps it, the round too', () => {
  const circle = createLed()
  circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Fern') })
  circle.send('Fern', { type: 'hand-piece', to: circle.id('Moss') })
  circle.wait(5)
  const { floor, heard, hands } = circle.record
  circle.lose('Ada')
  circle.wait(SUCCESSION_SECONDS)
  expect([chair(circle), circle.speaker()]).toEqual(['Fern', 'Moss'])
  expect(circle.record.floor).toMatchObject({ mode: 'piece', speaker: floor.speaker, direction: floor.direction })
  expect(circle.record).toMatchObject({ heard, hands })
  circle.connect('Ada')
  expect([chair(circle), circle.speaker()]).toEqual(['Ada', 'Moss'])
  expect(circle.record).toMatchObject({ floor, heard, hands })
})

describe('a chair that is kept', () => {
  function createKept(): Circle {
    const circle = createLed()
    circle.lose('Ada')
    circle.wait(SUCCESSION_SECONDS)
    return circle
  }

  test('is whoever’s it is when its owner leaves for good', () => {
    const circle = createKept()
    circle.leave('Ada')
    expect([chair(circle), keptFor(circle)]).toEqual(['Fern', null])
  })

  test('is not given back when it was handed on by somebody’s own word', () => {
    const circle = createKept()
    expect(circle.send('Fern', { type: 'hand-role', to: circle.id('Lark'), role: 'facilitator' })).toBe('ok')
    circle.connect('Ada')
    expect([chair(circle), keptFor(circle), circle.who('Ada')?.role]).toEqual(['Lark', null, 'co-facilitator'])
  })

  test('cannot be turned against its owner, who holds a key', () => {
    const circle = createKept()
    const before = circle.record
    expect(circle.send('Fern', { type: 'hand-role', to: circle.id('Ada'), role: 'member' })).toBe('not-allowed')
    expect(circle.send('Fern', { type: 'remove', to: circle.id('Ada') })).toBe('not-allowed')
    expect(circle.record).toBe(before)
  })
})
