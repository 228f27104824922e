// The ladder before a removal, vouching, a quiet call for help, the porch and the pause: what each does, and who learns of it.

import { describe, expect, test } from 'vitest'
import { isDimmed, maySpeak } from '#protocol/meeting.ts'
import { careFor } from '../../../server/meetings/care.ts'
import { knockStatusOf, snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle, join, sessionOf } from './circle.ts'
import type { Circle } from './circle.ts'
import { createScriptedCircle } from './scripts.ts'

function careOf(circle: Circle, name: string) {
  const one = circle.who(name)
  if (!one) throw new Error(`${name} is not in the circle`)
  return careFor(circle.record, one)
}
const speaks = (circle: Circle, name: string) => maySpeak(snapshotOf(circle.record), circle.id(name))
const shown = (circle: Circle, name: string) =>
  snapshotOf(circle.record).participants.find((one) => one.identity === circle.id(name))

describe('a reminder', () => {
  test('is for one person alone, until they have read it; who runs the meeting sees that it is open', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    const said = circle.record.announcement
    expect(circle.send('Ada', { type: 'nudge', to: circle.id('Fern'), agreement: 2 })).toBe('ok')
    expect(circle.send('Ada', { type: 'nudge', to: circle.id('Fern'), agreement: 2 })).toBe('already-so')
    expect(careOf(circle, 'Fern').nudge).toBe(2)
    expect(careOf(circle, 'Lark')).toMatchObject({ nudge: null, nudged: [] })
    expect(careOf(circle, 'Ada').nudged).toEqual([circle.id('Fern')])
    expect(circle.record.announcement).toBe(said)
    expect(circle.send('Fern', { type: 'understand' })).toBe('ok')
    expect(careOf(circle, 'Fern').nudge).toBeNull()
    expect(careOf(circle, 'Ada').nudged).toEqual([])
  })
})

describe('a seat by the door', () => {
  test('is silent whatever the floor, until somebody brings the person back', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    expect(circle.send('Ada', { type: 'seat-by-door', to: circle.id('Fern') })).toBe('ok')
    expect(circle.said()).toBe('by-door')
    for (const mode of ['open', 'hands', 'one-voice', 'piece'] as const) {
      circle.send('Ada', { type: 'set-floor', mode })
      expect(speaks(circle, 'Fern'), mode).toBe(false)
    }
    expect(circle.send('Fern', { type: 'raise-hand' })).toBe('wrong-mode')
    expect(circle.send('Ada', { type: 'hand-piece', to: circle.id('Fern') })).toBe('unknown-person')
    circle.send('Ada', { type: 'set-floor', mode: 'open' })
    expect(circle.send('Ada', { type: 'seat-back', to: circle.id('Fern') })).toBe('ok')
    expect(circle.said()).toBe('from-door')
    expect(speaks(circle, 'Fern')).toBe(true)
  })

  test('takes the piece and a raised hand from who had them', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Fern', { type: 'raise-hand' })
    circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Fern') })
    circle.send('Ada', { type: 'seat-by-door', to: circle.id('Fern') })
    expect(circle.speaker()).not.toBe('Fern')
    expect(circle.speaker()).not.toBeNull()
    expect(circle.record.hands).toEqual([])
  })

  test('is for nobody who runs the meeting', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Fern'), role: 'co-facilitator' })
    expect(circle.send('Ada', { type: 'seat-by-door', to: circle.id('Fern') })).toBe('not-allowed')
    expect(circle.send('Fern', { type: 'seat-by-door', to: circle.id('Ada') })).toBe('not-allowed')
  })
})

describe('a block', () => {
  test('is a removal, and is told on for longer than the meeting', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    expect(circle.send('Ada', { type: 'block', to: circle.id('Fern') })).toBe('ok')
    expect(circle.said()).toBe('removed')
    expect(circle.who('Fern')).toBeUndefined()
    expect(knockStatusOf(circle.record, sessionOf('Fern'))).toBe('removed')
    expect(circle.record.barred).toEqual([sessionOf('Fern')])
    expect(circle.send('Ada', { type: 'block', to: circle.id('Ada') })).toBe('not-allowed')
  })
})

describe('vouching', () => {
  test('tells whom a hush dims: everybody whom nobody knows', () => {
    const circle = createOpenCircle('Fern')
    expect(circle.send('Ada', { type: 'vouch' })).toBe('ok')
    expect(circle.send('Ada', { type: 'vouch' })).toBe('already-so')
    join(circle, 'Lark')
    const dimmed = () => ['Ada', 'Fern', 'Lark'].filter((name) => isDimmed(snapshotOf(circle.record), circle.id(name)))
    expect(dimmed()).toEqual([])
    circle.send('Ada', { type: 'hush' })
    expect(dimmed()).toEqual(['Lark'])
    circle.send('Ada', { type: 'vouch', to: circle.id('Lark') })
    expect(dimmed()).toEqual([])
    circle.send('Ada', { type: 'unvouch', to: circle.id('Fern') })
    expect(dimmed()).toEqual(['Fern'])
    circle.send('Ada', { type: 'unhush' })
    expect(dimmed()).toEqual([])
  })
})

describe('a call for help', () => {
  test('reaches those who run the meeting and nobody else, and the person knows when it was seen', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Lark'), role: 'greeter' })
    const said = circle.record.announcement
    expect(circle.send('Fern', { type: 'ask-help' })).toBe('ok')
    expect(careOf(circle, 'Ada').needHelp).toEqual([circle.id('Fern')])
    expect(careOf(circle, 'Lark').needHelp).toEqual([])
    expect(circle.send('Ada', { type: 'see-help', to: circle.id('Fern') })).toBe('ok')
    expect(careOf(circle, 'Fern').help).toBe('seen')
    expect(careOf(circle, 'Ada').needHelp).toEqual([])
    expect(circle.record.announcement).toBe(said)
    expect(circle.send('Fern', { type: 'withdraw-help' })).toBe('ok')
    expect(circle.send('Ada', { type: 'see-help', to: circle.id('Fern') })).toBe('already-so')
  })
})

describe('the porch', () => {
  test('keeps the chair, gives the piece on, and is left as easily', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Fern') })
    expect(circle.send('Fern', { type: 'step-out' })).toBe('ok')
    expect(shown(circle, 'Fern')?.presence).toBe('porch')
    expect(circle.speaker()).not.toBe('Fern')
    expect(circle.send('Fern', { type: 'rest' })).toBe('ok')
    expect(shown(circle, 'Fern')?.presence).toBe('resting')
    circle.send('Fern', { type: 'step-out' })
    expect(circle.send('Fern', { type: 'return' })).toBe('ok')
    expect(shown(circle, 'Fern')?.presence).toBe('present')
  })
})

describe('a care pause', () => {
  test('stops the script’s time until somebody ends it', () => {
    const circle = createScriptedCircle('Fern')
    circle.start()
    const endsAt = circle.record.script?.endsAt ?? 0
    expect(circle.send('Ada', { type: 'care-pause' })).toBe('ok')
    expect(snapshotOf(circle.record).carePause).toBe(true)
    circle.wait(120)
    expect(circle.send('Ada', { type: 'next-step' })).toBe('wrong-phase')
    expect(circle.send('Ada', { type: 'end-care-pause' })).toBe('ok')
    expect(circle.said()).toBe('care-over')
    expect(circle.record.script?.endsAt).toBe(endsAt + 120_000)
  })
})
