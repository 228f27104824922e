// After the meeting: places to stand, and only while a key-holder stays.

import { describe, expect, test } from 'vitest'
import { standingPlaces } from '#protocol/circle.ts'
import { CLOSING_SECONDS, SAFE_AFTER_SECONDS } from '#protocol/limits.ts'
import { maySpeak } from '#protocol/meeting.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle } from './circle.ts'
import type { Circle } from './circle.ts'
import { createScriptedCircle } from './scripts.ts'

function createAfter(...names: string[]): Circle {
  const circle = createScriptedCircle(...names)
  circle.start()
  circle.send('Ada', { type: 'set-floor', mode: 'piece' })
  circle.send('Ada', { type: 'set-share', seconds: 60 })
  expect(circle.send('Ada', { type: 'start-after' })).toBe('ok')
  return circle
}
const stand = (circle: Circle, name: string, place: number | null) => circle.send(name, { type: 'stand', place })
const standing = (circle: Circle) =>
  Object.fromEntries(snapshotOf(circle.record).standing.map((one) => [circle.named(one.identity), one.place]))

test('the hour is over: no script, no lamp, everybody may speak, nobody new comes in', () => {
  const circle = createAfter('Fern', 'Moss')
  circle.knock('Lark')
  const snapshot = snapshotOf(circle.record)
  expect(snapshot).toMatchObject({ phase: 'after', script: null, lamp: null, shareSeconds: null, locked: true })
  expect(snapshot.participants.every((one) => maySpeak(snapshot, one.identity))).toBe(true)
  expect(circle.send('Ada', { type: 'start-after' })).toBe('already-so')
  expect(circle.send('Ada', { type: 'set-floor', mode: 'piece' })).toBe('wrong-phase')
  expect(circle.knock('Lark')).toBe('doors-closed')
})

test('a hush and a hold are stronger than it', () => {
  const circle = createAfter('Fern')
  circle.send('Ada', { type: 'hush' })
  const snapshot = snapshotOf(circle.record)
  expect(maySpeak(snapshot, circle.id('Fern'))).toBe(false)
})

describe('a place', () => {
  test('is one person’s, and is left by going elsewhere, back to the chair, or away', () => {
    const circle = createAfter('Fern', 'Moss')
    expect(stand(circle, 'Fern', 4)).toBe('ok')
    expect(stand(circle, 'Fern', 4)).toBe('already-so')
    expect(stand(circle, 'Moss', 4)).toBe('place-taken')
    expect(stand(circle, 'Moss', 5)).toBe('ok')
    expect(standing(circle)).toEqual({ Fern: 4, Moss: 5 })
    expect(stand(circle, 'Fern', null)).toBe('ok')
    expect(stand(circle, 'Fern', null)).toBe('already-so')
    circle.leave('Moss')
    expect(standing(circle)).toEqual({})
  })

  test('is one of those that are marked', () => {
    const circle = createAfter('Fern')
    expect(stand(circle, 'Fern', standingPlaces(circle.record.seats).length)).toBe('not-found')
  })

  test('is nobody’s during the meeting', () => {
    const circle = createOpenCircle('Fern')
    expect(stand(circle, 'Fern', 1)).toBe('wrong-phase')
  })
})

describe('a key-holder', () => {
  test('must be there for it to begin', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Fern'), role: 'co-facilitator' })
    circle.lose('Ada')
    expect(circle.send('Fern', { type: 'start-after' })).toBe('wrong-phase')
  })

  test('who leaves ends it in a minute; people stay where they are until then', () => {
    const circle = createAfter('Fern')
    stand(circle, 'Fern', 2)
    circle.leave('Ada')
    expect([circle.record.phase, circle.record.closesAt, circle.said()]).toEqual([
      'after',
      circle.now + CLOSING_SECONDS * 1000,
      'closing',
    ])
    expect(standing(circle)).toEqual({ Fern: 2 })
    circle.wait(CLOSING_SECONDS)
    expect(circle.record.phase).toBe('ended')
  })

  test('who is lost is waited for, and calls the last minute off by coming back', () => {
    const circle = createAfter('Fern')
    circle.lose('Ada')
    circle.wait(SAFE_AFTER_SECONDS - 1)
    expect(circle.record.closesAt).toBeNull()
    circle.wait(1)
    expect(circle.record.closesAt).toBe(circle.now + CLOSING_SECONDS * 1000)
    circle.connect('Ada')
    expect([circle.record.phase, circle.record.closesAt]).toEqual(['after', null])
  })

  test('may close it by hand, which no return calls off, and may open the meeting again', () => {
    const circle = createAfter('Fern')
    stand(circle, 'Fern', 2)
    expect(circle.send('Ada', { type: 'start-closing' })).toBe('ok')
    expect(circle.send('Ada', { type: 'start-closing' })).toBe('already-so')
    circle.wait(1)
    circle.lose('Ada')
    circle.connect('Ada')
    expect(circle.record.closesAt).not.toBeNull()
    expect(circle.send('Ada', { type: 'open-doors' })).toBe('ok')
    expect([circle.record.phase, circle.record.closesAt, standing(circle)]).toEqual(['open', null, {}])
  })
})
