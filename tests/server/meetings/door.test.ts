// Who comes in, who waits, and who is told what at the door.

import { describe, expect, test } from 'vitest'
import { KNOCK_LIFE_SECONDS, MAX_WAITING_KNOCKS } from '#protocol/limits.ts'
import { GENTLE } from '../../../server/admissions/words.ts'
import { doorEntriesOf, knockStatusOf, snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createCircle, createOpenCircle, join, sessionOf } from './circle.ts'
import type { Circle } from './circle.ts'

const status = (circle: Circle, name: string) => knockStatusOf(circle.record, sessionOf(name))
const waiting = (circle: Circle) => doorEntriesOf(circle.record).map((entry) => entry.name)

describe('knocking', () => {
  test('a member waits while the doors are closed, and it goes on by itself when they open', () => {
    const circle = createCircle()
    expect(status(circle, 'Fern')).toBe('none')
    expect(circle.knock('Fern')).toBe('ok')
    expect(status(circle, 'Fern')).toBe('wait-closed')
    circle.knock('Ada', { key: true })
    circle.connect('Ada')
    expect(circle.admit('Fern')).toBe('doors-closed')
    expect(circle.send('Ada', { type: 'open-doors' })).toBe('ok')
    expect(status(circle, 'Fern')).toBe('waiting')
    expect(circle.admit('Fern')).toBe('ok')
    expect(status(circle, 'Fern')).toBe('admitted')
    expect(circle.said()).toBe('joined')
    expect(circle.record.announcement?.about).toBe('Fern')
  })

  test('the first key-holder carries the lamp, the second helps, and neither waits', () => {
    const circle = createCircle()
    circle.knock('Ada', { key: true })
    circle.knock('Ben', { key: true })
    expect(circle.who('Ada')).toMatchObject({ role: 'facilitator', keyHolder: true, seat: 0 })
    expect(circle.who('Ben')).toMatchObject({ role: 'co-facilitator', keyHolder: true, seat: 6 })
    expect(circle.record.knocks).toEqual([])
  })

  test('a key-holder comes in although the door is locked and the circle hushed', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'lock' })
    circle.send('Ada', { type: 'hush' })
    expect(circle.knock('Ben', { key: true })).toBe('ok')
    expect(status(circle, 'Ben')).toBe('admitted')
  })

  test('somebody who knocks again keeps their place and may change their name', () => {
    const circle = createCircle()
    circle.knock('Fern')
    circle.knock('Lark')
    const [first] = circle.record.knocks
    circle.wait(10)
    expect(circle.knock('Fern', { as: 'Moss' })).toBe('ok')
    expect(circle.record.knocks.map((one) => one.name)).toEqual(['Moss', 'Lark'])
    expect(circle.record.knocks[0]).toMatchObject({ id: first?.id, since: first?.since })
    expect(circle.knock('Fern', { as: 'Moss' })).toBe('already-so')
  })

  test('somebody who is in and knocks again keeps chair and identity', () => {
    const circle = createOpenCircle('Fern')
    const before = circle.who('Fern')
    circle.lose('Fern')
    expect(circle.knock('Fern')).toBe('already-so')
    expect(circle.who('Fern')).toMatchObject({ identity: before?.identity, seat: before?.seat })
  })

  test('a member who comes back with a key holds it from then on, in the same chair', () => {
    const circle = createOpenCircle('Fern')
    const before = circle.who('Fern')
    expect(circle.knock('Fern', { key: true })).toBe('ok')
    expect(circle.who('Fern')).toEqual({ ...before, keyHolder: true })
  })

  test('one may go back from waiting to the porch', () => {
    const circle = createCircle()
    circle.knock('Fern')
    const withdraw = { type: 'withdraw', session: sessionOf('Fern') } as const
    expect(circle.take(withdraw)).toBe('ok')
    expect(status(circle, 'Fern')).toBe('none')
    expect(circle.take(withdraw)).toBe('already-so')
  })

  test('a knock that nobody answers for three hours is forgotten', () => {
    const circle = createCircle()
    circle.knock('Fern')
    circle.wait(KNOCK_LIFE_SECONDS - 1)
    expect(circle.record.knocks).toHaveLength(1)
    circle.wait(1)
    expect(circle.record.knocks).toEqual([])
    expect(JSON.stringify(circle.record)).not.toContain('Fern')
  })

  test('a door at which too many wait asks the next to come back', () => {
    const circle = createCircle()
    for (const word of GENTLE.slice(0, MAX_WAITING_KNOCKS)) expect(circle.knock(`${word} Pond`)).toBe('ok')
    expect(circle.knock('Fern')).toBe('too-many')
    expect(circle.knock('Ada', { key: true })).toBe('ok')
  })

  test.each([
    ['Ada', 'name-taken'],
    ['ADA', 'name-taken'],
    ['А\u0501а', 'name-taken'], // Cyrillic
    ['Lark', 'name-taken'], // waits at the door
    ['', 'name-not-usable'],
    ['Facilitator', 'name-not-usable'],
    ['Fern', 'ok'],
  ])('with Ada inside and Lark at the door, %j is answered %s', (as, answer) => {
    const circle = createOpenCircle()
    circle.knock('Lark')
    expect(circle.knock('newcomer', { as })).toBe(answer)
  })
})

describe('the door list', () => {
  test('is in order of knocking, and empty while hush asks for quiet', () => {
    const circle = createOpenCircle('Fern')
    circle.knock('Lark')
    circle.knock('Moss')
    expect(waiting(circle)).toEqual(['Lark', 'Moss'])
    circle.send('Ada', { type: 'lock' })
    expect(waiting(circle)).toEqual(['Lark', 'Moss'])
    expect(status(circle, 'Lark')).toBe('wait-closed')
    circle.send('Ada', { type: 'hush' })
    expect(waiting(circle)).toEqual([])
  })

  test('holds nothing that would open a session', () => {
    const circle = createCircle()
    circle.knock('Lark')
    expect(JSON.stringify(doorEntriesOf(circle.record))).not.toContain(sessionOf('Lark'))
  })
})

describe('admitting and declining', () => {
  test.each([
    ['locked', (circle: Circle) => circle.send('Ada', { type: 'lock' }), 'door-locked'],
    ['hushed', (circle: Circle) => circle.send('Ada', { type: 'hush' }), 'door-locked'],
    ['in its last minute', (circle: Circle) => circle.send('Ada', { type: 'start-closing' }), 'wrong-phase'],
  ] as const)('nobody is admitted to a meeting that is %s', (_, prepare, code) => {
    const circle = createOpenCircle('Fern')
    circle.knock('Lark')
    expect(prepare(circle)).toBe('ok')
    expect(circle.admit('Lark')).toBe(code)
    expect(status(circle, 'Lark')).toBe('wait-closed')
  })

  test('a full circle admits nobody until a chair is free', () => {
    const circle = createCircle(4)
    circle.knock('Ada', { key: true })
    circle.connect('Ada')
    circle.send('Ada', { type: 'open-doors' })
    for (const name of ['Fern', 'Lark', 'Moss']) join(circle, name)
    circle.knock('Reed')
    expect(circle.admit('Reed')).toBe('circle-full')
    expect(status(circle, 'Reed')).toBe('waiting')
    expect(circle.knock('Ben', { key: true })).toBe('circle-full')
    circle.leave('Lark')
    expect(circle.admit('Reed')).toBe('ok')
  })

  test('a first no is kind, a second is final', () => {
    const circle = createOpenCircle()
    const decline = () => circle.send('Ada', { type: 'decline', knock: circle.record.knocks[0]?.id ?? '' })
    circle.knock('Fern')
    expect(decline()).toBe('ok')
    expect(status(circle, 'Fern')).toBe('declined')
    expect(circle.knock('Fern')).toBe('ok')
    expect(status(circle, 'Fern')).toBe('waiting')
    expect(decline()).toBe('ok')
    expect(circle.knock('Fern')).toBe('blocked')
    expect(decline()).toBe('unknown-person')
  })

  test('a flood is answered in one press, and who came after the look goes on waiting', () => {
    const circle = createOpenCircle()
    for (const name of ['Fern', 'Lark', 'Moss']) circle.knock(name)
    const knocks = circle.record.knocks.map((one) => one.id)
    circle.knock('Reed')
    expect(circle.send('Ada', { type: 'decline-all', knocks })).toBe('ok')
    expect(['Fern', 'Lark', 'Moss', 'Reed'].map((name) => status(circle, name))).toEqual([
      'declined',
      'declined',
      'declined',
      'waiting',
    ])
    expect(circle.send('Ada', { type: 'decline-all', knocks })).toBe('unknown-person')
    expect(circle.knock('Fern')).toBe('ok')
  })

  test('the chair of somebody who dropped out of a full circle can be given free, and they may knock again', () => {
    const circle = createCircle(4)
    circle.knock('Ada', { key: true })
    circle.connect('Ada')
    circle.send('Ada', { type: 'open-doors' })
    for (const name of ['Fern', 'Lark', 'Moss']) join(circle, name)
    const to = circle.id('Fern')
    circle.knock('Reed')
    expect(circle.send('Ada', { type: 'free-chair', to })).toBe('wrong-phase')
    circle.lose('Fern')
    expect(circle.admit('Reed')).toBe('circle-full')
    expect(circle.send('Ada', { type: 'free-chair', to })).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'chair-freed', about: 'Fern' })
    expect(status(circle, 'Fern')).toBe('freed')
    expect(circle.admit('Reed')).toBe('ok')
    expect(circle.knock('Fern')).toBe('ok')
    expect(status(circle, 'Fern')).toBe('waiting')
    expect(circle.send('Ada', { type: 'free-chair', to })).toBe('unknown-person')
  })

  test('a removed person hears so, and neither knocks again nor gives commands, with a key or without', () => {
    const circle = createOpenCircle('Fern')
    circle.knock('Ben', { key: true })
    expect(circle.send('Ada', { type: 'remove', to: circle.id('Fern') })).toBe('ok')
    expect(circle.send('Ada', { type: 'remove', to: circle.id('Ben') })).toBe('ok')
    expect(status(circle, 'Fern')).toBe('removed')
    expect(circle.knock('Fern')).toBe('blocked')
    expect(circle.knock('Fern', { key: true })).toBe('blocked')
    expect(circle.send('Ben', { type: 'lock' }, { key: true })).toBe('blocked')
  })

  test('who left may knock again', () => {
    const circle = createOpenCircle('Fern')
    expect(circle.leave('Fern')).toBe('ok')
    expect(circle.said()).toBe('left')
    expect(status(circle, 'Fern')).toBe('left')
    expect(circle.knock('Fern')).toBe('ok')
    expect(status(circle, 'Fern')).toBe('waiting')
    expect(circle.leave('Fern')).toBe('not-admitted')
    circle.take({ type: 'withdraw', session: sessionOf('Fern') })
    expect(status(circle, 'Fern')).toBe('none')
  })
})

describe('opening, closing and locking', () => {
  test('a key-holder opens and minds the door before sitting down, and does nothing else', () => {
    const circle = createCircle()
    const key = { key: true }
    expect(circle.send('Ada', { type: 'open-doors' }, key)).toBe('ok')
    expect(circle.said()).toBe('doors-opened')
    circle.knock('Fern')
    const knock = circle.record.knocks[0]?.id ?? ''
    expect(circle.send('Ada', { type: 'admit', knock }, key)).toBe('ok')
    expect(circle.send('Ada', { type: 'lock' }, key)).toBe('ok')
    expect(circle.send('Ada', { type: 'hush' }, key)).toBe('not-admitted')
    expect(circle.send('Ada', { type: 'raise-hand' }, key)).toBe('not-admitted')
  })

  test('a role without a key does not open the doors', () => {
    const circle = createCircle()
    circle.knock('Ada', { key: true })
    circle.knock('Fern', { key: true })
    expect(circle.send('Fern', { type: 'open-doors' }, { key: false })).toBe('not-allowed')
    expect(circle.send('Fern', { type: 'open-doors' }, { key: true })).toBe('ok')
    expect(circle.send('Ada', { type: 'open-doors' })).toBe('already-so')
  })

  test('doors close while no member sits inside, and not on their heads', () => {
    const circle = createOpenCircle()
    expect(circle.send('Ada', { type: 'close-doors' })).toBe('ok')
    expect(circle.said()).toBe('doors-closed')
    expect(circle.send('Ada', { type: 'close-doors' })).toBe('already-so')
    circle.send('Ada', { type: 'open-doors' })
    join(circle, 'Fern')
    expect(circle.send('Ada', { type: 'close-doors' })).toBe('wrong-phase')
  })

  test('locking is said, shown, and undone', () => {
    const circle = createOpenCircle()
    expect(circle.send('Ada', { type: 'unlock' })).toBe('already-so')
    expect(circle.send('Ada', { type: 'lock' })).toBe('ok')
    expect(circle.said()).toBe('locked')
    expect(snapshotOf(circle.record).locked).toBe(true)
    expect(circle.send('Ada', { type: 'lock' })).toBe('already-so')
    expect(circle.send('Ada', { type: 'unlock' })).toBe('ok')
    expect(snapshotOf(circle.record).locked).toBe(false)
  })

  test('opening the doors again calls off a closing minute that was pressed too early', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'start-closing' })
    circle.wait(30)
    expect(circle.send('Ada', { type: 'open-doors' })).toBe('ok')
    circle.wait(40)
    expect(circle.record).toMatchObject({ phase: 'open', closesAt: null })
  })
})
