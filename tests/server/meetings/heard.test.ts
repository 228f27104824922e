// Rounds that know their end, who has not been heard, private invitations, and the length of a share.

import { describe, expect, test } from 'vitest'
import { LOST_HOLDER_SECONDS } from '#protocol/limits.ts'
import { isInvited, notYetHeardFor } from '../../../server/meetings/heard.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle, join, seatInOrder } from './circle.ts'
import type { Circle } from './circle.ts'

function createRound(...names: string[]): Circle {
  const circle = createOpenCircle(...names)
  seatInOrder(circle, 'Ada', ...names)
  circle.send('Ada', { type: 'set-floor', mode: 'piece' })
  return circle
}

const pass = (circle: Circle, later = false) => {
  const by = circle.speaker() ?? ''
  expect(circle.send(by, later ? { type: 'pass', later } : { type: 'pass' })).toBe('ok')
  return by
}
const told = (circle: Circle, name: string) => {
  const { step, meeting, invited } = notYetHeardFor(circle.record, circle.who(name)!)
  const names = (list: readonly string[]) => list.map((one) => circle.named(one))
  return { step: names(step), meeting: names(meeting), invited: names(invited) }
}

describe('a round of the piece', () => {
  test('goes to whoever passed for now once more, at its end', () => {
    const circle = createRound('Fern', 'Moss')
    pass(circle)
    pass(circle, true)
    expect(circle.record.announcement).toMatchObject({ kind: 'passed-for-now', about: 'Fern' })
    expect(snapshotOf(circle.record).floor.later.map((one) => circle.named(one))).toEqual(['Fern'])
    expect([circle.speaker(), circle.next()]).toEqual(['Moss', 'Fern'])
    pass(circle)
    expect([circle.speaker(), circle.record.floor.later]).toEqual(['Fern', []])
  })

  test('takes a pass for now for a pass when nobody is left to go first', () => {
    const circle = createRound('Fern')
    pass(circle)
    expect(pass(circle, true)).toBe('Fern')
    expect([circle.speaker(), circle.record.floor.later, circle.record.heard.rounds]).toEqual(['Ada', [], 1])
  })

  test('lets somebody who comes late have it at the end, wherever their chair is', () => {
    const circle = createRound('Fern', 'Moss')
    join(circle, 'Lark')
    seatInOrder(circle, 'Ada', 'Lark', 'Fern', 'Moss')
    expect([pass(circle), pass(circle), pass(circle), circle.speaker()]).toEqual(['Ada', 'Fern', 'Moss', 'Lark'])
    pass(circle)
    expect([circle.speaker(), circle.record.heard.rounds]).toEqual(['Fern', 1])
    // In the next round they sit where they sit.
    expect([pass(circle), pass(circle), pass(circle), circle.speaker()]).toEqual(['Fern', 'Moss', 'Ada', 'Lark'])
  })

  test('passes over who drops out, and takes them in again in their place', () => {
    const circle = createRound('Fern', 'Moss', 'Reed')
    circle.lose('Moss')
    expect([pass(circle), pass(circle), circle.speaker()]).toEqual(['Ada', 'Fern', 'Reed'])
    circle.connect('Moss')
    expect([pass(circle), circle.speaker(), circle.record.heard.rounds]).toEqual(['Reed', 'Moss', 0])
  })

  test('goes on without a holder who disappears, who has it again at the end', () => {
    const circle = createRound('Fern', 'Moss')
    pass(circle)
    circle.lose('Fern')
    circle.wait(LOST_HOLDER_SECONDS)
    expect(circle.speaker()).toBe('Moss')
    circle.connect('Fern')
    pass(circle)
    expect([circle.speaker(), circle.record.heard.rounds]).toEqual(['Fern', 0])
  })

  test('goes the other way when it is reversed, and to nobody twice', () => {
    const circle = createRound('Fern', 'Moss', 'Reed')
    expect([pass(circle), circle.speaker()]).toEqual(['Ada', 'Fern'])
    circle.send('Ada', { type: 'reverse-piece' })
    expect(circle.said()).toBe('piece-reversed')
    expect([pass(circle), pass(circle), circle.record.heard.rounds]).toEqual(['Fern', 'Reed', 0])
    expect(circle.speaker()).toBe('Moss')
  })
})

describe('who has not been heard', () => {
  test('is told to those who run the meeting, and to nobody else', () => {
    const circle = createRound('Fern', 'Moss')
    pass(circle)
    expect(told(circle, 'Ada')).toEqual({ step: ['Moss'], meeting: ['Moss'], invited: [] })
    expect(told(circle, 'Fern')).toEqual({ step: [], meeting: [], invited: [] })
    expect(JSON.stringify(snapshotOf(circle.record))).not.toContain('heard')
  })

  test('counts everybody alike, the facilitator too, and begins anew with another floor', () => {
    const circle = createRound('Fern')
    expect(told(circle, 'Ada').meeting).toEqual(['Fern'])
    circle.send('Ada', { type: 'set-floor', mode: 'hands' })
    expect(told(circle, 'Ada')).toEqual({ step: ['Ada', 'Fern'], meeting: ['Fern'], invited: [] })
  })

  test('counts a turn when it is over, and not one that was put off', () => {
    const circle = createRound('Fern', 'Moss')
    pass(circle, true)
    expect(told(circle, 'Ada').meeting).toEqual(['Ada', 'Moss'])
  })
})

describe('a private invitation', () => {
  const invite = (circle: Circle, name: string) => circle.send('Ada', { type: 'invite', to: circle.id(name) })
  const open = (circle: Circle, name: string) => isInvited(circle.record, circle.id(name))

  test('reaches one person, and the circle sees nothing of it', () => {
    const circle = createOpenCircle('Fern', 'Moss')
    circle.send('Ada', { type: 'set-floor', mode: 'hands' })
    const before = snapshotOf(circle.record)
    expect(invite(circle, 'Fern')).toBe('ok')
    expect([open(circle, 'Fern'), open(circle, 'Moss')]).toEqual([true, false])
    expect({ ...snapshotOf(circle.record), revision: before.revision }).toEqual(before)
  })

  test('is answered with a raised hand or with not now, and nobody is told which', () => {
    const circle = createOpenCircle('Fern', 'Moss')
    circle.send('Ada', { type: 'set-floor', mode: 'hands' })
    invite(circle, 'Fern')
    invite(circle, 'Moss')
    expect(circle.send('Fern', { type: 'not-now' })).toBe('ok')
    expect(circle.send('Fern', { type: 'not-now' })).toBe('already-so')
    expect(circle.send('Moss', { type: 'raise-hand' })).toBe('ok')
    expect([open(circle, 'Fern'), open(circle, 'Moss')]).toEqual([false, false])
    expect(told(circle, 'Ada').invited).toEqual(['Fern', 'Moss'])
    expect(invite(circle, 'Fern')).toBe('already-so')
  })

  test('is not for who rests or is not there, and not in silence', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Fern', { type: 'rest' })
    expect([invite(circle, 'Fern'), invite(circle, 'Nobody')]).toEqual(['unknown-person', 'unknown-person'])
    circle.send('Fern', { type: 'return' })
    circle.send('Ada', { type: 'set-floor', mode: 'silence' })
    expect(invite(circle, 'Fern')).toBe('wrong-mode')
  })

  test('is over when one has the turn, and gone with the person', () => {
    const circle = createOpenCircle('Fern', 'Moss')
    circle.send('Ada', { type: 'set-floor', mode: 'hands' })
    invite(circle, 'Fern')
    circle.send('Ada', { type: 'call', to: circle.id('Fern') })
    expect(open(circle, 'Fern')).toBe(false)
    invite(circle, 'Moss')
    circle.leave('Moss')
    expect(told(circle, 'Ada').invited).toEqual(['Fern'])
  })
})

describe('a share', () => {
  const lamp = (circle: Circle) => circle.record.lamp

  test('of an agreed length lights the lamp at each turn, and cuts nobody off', () => {
    const circle = createRound('Fern')
    expect(circle.send('Ada', { type: 'set-share', seconds: 180 })).toBe('ok')
    pass(circle)
    expect(lamp(circle)).toEqual({ startedAt: circle.now, endsAt: circle.now + 180_000, counts: 'share' })
    circle.wait(600)
    expect([circle.speaker(), lamp(circle)?.endsAt]).toEqual(['Fern', circle.now - 420_000])
    pass(circle)
    expect(lamp(circle)?.endsAt).toBe(circle.now + 180_000)
  })

  test('puts its lamp out when nobody shares any more, and when nobody counts', () => {
    const circle = createRound('Fern')
    circle.send('Ada', { type: 'set-share', seconds: 60 })
    pass(circle)
    circle.send('Ada', { type: 'set-floor', mode: 'open' })
    expect(lamp(circle)).toBeNull()
    circle.send('Ada', { type: 'set-floor', mode: 'piece' })
    expect(lamp(circle)?.counts).toBe('share')
    circle.send('Ada', { type: 'set-share', seconds: null })
    expect([lamp(circle), circle.said()]).toEqual([null, 'share-free'])
  })

  test('may take the time it needs: for this one turn no lamp burns', () => {
    const circle = createRound('Fern')
    circle.send('Ada', { type: 'set-share', seconds: 60 })
    pass(circle)
    expect(circle.send('Ada', { type: 'give-time' })).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'take-your-time', about: 'Fern' })
    expect([lamp(circle), circle.record.floor.unhurried]).toEqual([null, true])
    expect(circle.send('Ada', { type: 'give-time' })).toBe('already-so')
    pass(circle)
    expect([lamp(circle)?.counts, circle.record.floor.unhurried]).toEqual(['share', false])
  })
})
