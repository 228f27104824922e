// Private words and crisis side rooms: who may ask whom, who is where, who carries the lamp meanwhile, and how all come back.

import { describe, expect, test } from 'vitest'
import { maySpeak } from '#protocol/meeting.ts'
import { careFor } from '../../../server/meetings/care.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle } from './circle.ts'
import type { Circle } from './circle.ts'
import { createScriptedCircle } from './scripts.ts'

function careOf(circle: Circle, name: string) {
  const one = circle.who(name)
  if (!one) throw new Error(`${name} is not in the circle`)
  return careFor(circle.record, one)
}
const roleOf = (circle: Circle, name: string) => circle.who(name)?.role
const aside = (circle: Circle) =>
  snapshotOf(circle.record)
    .participants.filter((one) => one.aside)
    .map((one) => circle.named(one.identity))

function ask(circle: Circle, from: string, to: string | null, crisis = false) {
  return circle.send(from, { type: 'ask-word', crisis, ...(to === null ? {} : { to: circle.id(to) }) })
}
const accept = (circle: Circle, name: string, from: string) =>
  circle.send(name, { type: 'accept-word', from: circle.id(from) })

/** Ada facilitates, Cora co-facilitates, Gus greets. */
function createStaffed(...members: string[]) {
  const circle = createScriptedCircle('Cora', 'Gus', ...members)
  circle.send('Ada', { type: 'hand-role', to: circle.id('Cora'), role: 'co-facilitator' })
  circle.send('Ada', { type: 'hand-role', to: circle.id('Gus'), role: 'greeter' })
  return circle
}

describe('asking', () => {
  test('is between a member and somebody who runs the meeting or greets, whoever asks', () => {
    const circle = createStaffed('Fern', 'Lark')
    expect(ask(circle, 'Fern', 'Ada')).toBe('ok')
    expect(ask(circle, 'Gus', 'Fern')).toBe('ok')
    expect(ask(circle, 'Ada', 'Fern', true)).toBe('ok')
    expect(ask(circle, 'Fern', 'Lark')).toBe('not-allowed')
    expect(ask(circle, 'Gus', 'Fern', true)).toBe('not-allowed')
    expect(ask(circle, 'Fern', 'Fern')).toBe('unknown-person')
  })

  test('is heard by the one who is asked alone; without a name by whoever may come', () => {
    const circle = createStaffed('Fern', 'Lark')
    ask(circle, 'Fern', 'Gus')
    expect(careOf(circle, 'Gus').asked).toEqual([{ from: circle.id('Fern'), crisis: false }])
    for (const name of ['Ada', 'Cora', 'Lark']) expect(careOf(circle, name).asked).toEqual([])
    ask(circle, 'Fern', null, true)
    expect(careOf(circle, 'Fern').asking).toEqual({ to: null, crisis: true })
    for (const name of ['Ada', 'Cora']) expect(careOf(circle, name).asked).toHaveLength(1)
    for (const name of ['Gus', 'Lark']) expect(careOf(circle, name).asked).toEqual([])
  })

  test('is declined or taken back without a word to anybody', () => {
    const circle = createStaffed('Fern')
    const said = circle.record.announcement
    ask(circle, 'Ada', 'Fern')
    expect(circle.send('Fern', { type: 'decline-word', from: circle.id('Ada') })).toBe('ok')
    expect(accept(circle, 'Fern', 'Ada')).toBe('no-word')
    ask(circle, 'Fern', 'Ada')
    expect(circle.send('Fern', { type: 'withdraw-word' })).toBe('ok')
    expect(circle.send('Fern', { type: 'withdraw-word' })).toBe('no-word')
    expect(circle.record.announcement).toBe(said)
  })
})

describe('a private word', () => {
  test('takes two aside: the circle sees that, hears neither, and goes on', () => {
    const circle = createStaffed('Fern', 'Lark')
    circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Fern') })
    ask(circle, 'Fern', 'Gus')
    expect(accept(circle, 'Gus', 'Fern')).toBe('ok')
    expect(circle.said()).toBe('aside')
    expect(aside(circle)).toEqual(['Gus', 'Fern'])
    expect(circle.speaker()).not.toBe('Fern')
    circle.send('Ada', { type: 'set-floor', mode: 'open' })
    for (const name of ['Fern', 'Gus']) expect(maySpeak(snapshotOf(circle.record), circle.id(name))).toBe(false)
    expect(careOf(circle, 'Fern').aside).toMatchObject({ with: circle.id('Gus'), crisis: false, leads: false })
    expect(careOf(circle, 'Gus').aside).toMatchObject({ with: circle.id('Fern'), leads: true })
    expect(careOf(circle, 'Ada').aside).toBeNull()
    expect(ask(circle, 'Fern', 'Ada')).toBe('already-so')
  })

  test.each(['Fern', 'Gus'])('is over for both with one press of %s', (name) => {
    const circle = createStaffed('Fern')
    ask(circle, 'Fern', 'Gus')
    accept(circle, 'Gus', 'Fern')
    expect(circle.send(name, { type: 'leave-word' })).toBe('ok')
    expect(aside(circle)).toEqual([])
    expect(circle.record.asides).toEqual([])
    expect(circle.said()).toBe('aside-over')
    expect(circle.send(name, { type: 'leave-word' })).toBe('no-word')
  })

  test('is over when one leaves, is removed, or is lost for a minute', () => {
    const circle = createStaffed('Fern', 'Lark', 'Moss')
    for (const [name, gone] of [
      ['Fern', () => circle.leave('Fern')],
      ['Lark', () => circle.send('Ada', { type: 'remove', to: circle.id('Lark') })],
      ['Moss', () => circle.lose('Moss')],
    ] as const) {
      ask(circle, name, 'Gus')
      accept(circle, 'Gus', name)
      expect(aside(circle)).toHaveLength(2)
      gone()
      if (name === 'Moss') circle.wait(59)
      expect(aside(circle)).toHaveLength(name === 'Moss' ? 2 : 0)
      circle.wait(1)
      expect(aside(circle)).toEqual([])
    }
  })

  test('stops the script’s time only while nobody is left who could lead', () => {
    const circle = createStaffed('Fern', 'Lark')
    circle.start()
    ask(circle, 'Fern', 'Ada')
    accept(circle, 'Ada', 'Fern')
    expect(circle.record.script?.stoppedAt).toBeNull()
    expect(roleOf(circle, 'Ada')).toBe('facilitator')
    ask(circle, 'Lark', 'Cora')
    accept(circle, 'Cora', 'Lark')
    expect(circle.record.script?.stoppedAt).not.toBeNull()
    circle.send('Cora', { type: 'leave-word' })
    expect(circle.record.script?.stoppedAt).toBeNull()
  })

  test('with somebody who is gone or aside already does not begin', () => {
    const circle = createStaffed('Fern', 'Lark')
    ask(circle, 'Fern', 'Gus')
    ask(circle, 'Lark', 'Gus')
    accept(circle, 'Gus', 'Fern')
    expect(accept(circle, 'Gus', 'Lark')).toBe('already-so')
    circle.send('Gus', { type: 'leave-word' })
    circle.lose('Lark')
    expect(accept(circle, 'Gus', 'Lark')).toBe('unknown-person')
    circle.leave('Lark')
    expect(careOf(circle, 'Gus').asked).toEqual([])
  })

  test('ends with the meeting', () => {
    const circle = createStaffed('Fern')
    ask(circle, 'Fern', 'Gus')
    accept(circle, 'Gus', 'Fern')
    circle.send('Ada', { type: 'end' })
    expect(circle.record.asides).toEqual([])
    expect(circle.record.people.every((one) => one.aside === null)).toBe(true)
  })
})

describe('a crisis', () => {
  test('pauses the circle, lends the lamp, and gives it back; the pause stays until somebody ends it', () => {
    const circle = createStaffed('Fern')
    circle.start()
    ask(circle, 'Fern', null, true)
    expect(accept(circle, 'Ada', 'Fern')).toBe('ok')
    expect(circle.said()).toBe('care-pause')
    expect(snapshotOf(circle.record).carePause).toBe(true)
    expect([roleOf(circle, 'Ada'), roleOf(circle, 'Cora')]).toEqual(['co-facilitator', 'facilitator'])
    expect(circle.record.script?.stoppedAt).not.toBeNull()
    expect(circle.record.crises).toBe(1)
    circle.send('Fern', { type: 'leave-word' })
    expect([roleOf(circle, 'Ada'), roleOf(circle, 'Cora')]).toEqual(['facilitator', 'co-facilitator'])
    expect(snapshotOf(circle.record).carePause).toBe(true)
    expect(circle.send('Cora', { type: 'end-care-pause' })).toBe('ok')
    expect(circle.record.script?.stoppedAt).toBeNull()
  })

  test('is opened from the other side as well, and by a co-facilitator without any change of the lamp', () => {
    const circle = createStaffed('Fern')
    ask(circle, 'Cora', 'Fern', true)
    expect(accept(circle, 'Fern', 'Cora')).toBe('ok')
    expect(careOf(circle, 'Cora').aside).toMatchObject({ crisis: true, leads: true })
    expect(roleOf(circle, 'Ada')).toBe('facilitator')
    expect(snapshotOf(circle.record).carePause).toBe(true)
  })

  test('without a co-facilitator leaves the lamp where it is', () => {
    const circle = createOpenCircle('Fern')
    ask(circle, 'Fern', 'Ada', true)
    accept(circle, 'Ada', 'Fern')
    expect(roleOf(circle, 'Ada')).toBe('facilitator')
    circle.send('Ada', { type: 'leave-word' })
    expect(roleOf(circle, 'Ada')).toBe('facilitator')
  })

  test('does not take the lamp back from somebody it was handed to since', () => {
    const circle = createStaffed('Fern')
    ask(circle, 'Fern', 'Ada', true)
    accept(circle, 'Ada', 'Fern')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Ada'), role: 'member' })
    circle.send('Fern', { type: 'leave-word' })
    expect([roleOf(circle, 'Ada'), roleOf(circle, 'Cora')]).toEqual(['member', 'facilitator'])
  })
})
