// What happens when nobody with a key is there, and how a meeting ends.

import { describe, expect, test } from 'vitest'
import {
  BREATH_SECONDS,
  CLOSE_AFTER_SAFE_SECONDS,
  CLOSING_SECONDS,
  LOST_HOLDER_SECONDS,
  SAFE_AFTER_SECONDS,
} from '#protocol/limits.ts'
import { dueAt } from '../../../server/meetings/meeting.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createCircle, createOpenCircle, join, seatInOrder } from './circle.ts'
import type { Circle } from './circle.ts'

function createSafeCircle(): Circle {
  const circle = createOpenCircle('Fern', 'Lark', 'Moss')
  seatInOrder(circle, 'Ada', 'Fern', 'Lark', 'Moss')
  circle.send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: circle.id('Lark') })
  circle.lose('Ada')
  circle.wait(SAFE_AFTER_SECONDS)
  return circle
}

describe('a meeting whose last key-holder is gone', () => {
  test('goes on as it is for a minute, and nothing happens when they come back in time', () => {
    const circle = createOpenCircle('Fern')
    circle.lose('Ada')
    circle.wait(SAFE_AFTER_SECONDS - 1)
    expect(circle.record.phase).toBe('open')
    circle.connect('Ada')
    circle.wait(SAFE_AFTER_SECONDS * 10)
    expect(circle.record).toMatchObject({ phase: 'open', keysGoneSince: null })
  })

  test('is made safe then: nobody is let in, the piece goes round, and everybody sees until when', () => {
    const circle = createSafeCircle()
    expect(circle.said()).toBe('facilitator-away')
    const snapshot = snapshotOf(circle.record)
    expect(snapshot).toMatchObject({ phase: 'safe', locked: true, floor: { mode: 'piece' } })
    expect(snapshot.closesAt).toBe(circle.now + CLOSE_AFTER_SAFE_SECONDS * 1000)
    expect([circle.speaker(), circle.next()]).toEqual(['Lark', 'Moss'])
    expect(circle.send('Lark', { type: 'pass' })).toBe('ok')
    circle.knock('Reed')
    expect(circle.admit('Reed')).toBe('door-locked')
  })

  test('begins the piece with somebody present when the one who spoke is gone', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    seatInOrder(circle, 'Ada', 'Fern', 'Lark')
    circle.send('Ada', { type: 'set-floor', mode: 'one-voice' })
    circle.lose('Ada', 'Fern')
    circle.wait(SAFE_AFTER_SECONDS)
    expect(circle.speaker()).toBe('Lark')
  })

  test('does not begin the piece with somebody whose microphone is held', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: circle.id('Lark') })
    circle.send('Ada', { type: 'hold', to: circle.id('Lark') })
    circle.lose('Ada')
    circle.wait(SAFE_AFTER_SECONDS)
    expect(circle.speaker()).toBe('Fern')
  })

  test('is not freed by a role that was handed on without a key', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Fern'), role: 'co-facilitator' })
    circle.lose('Ada')
    circle.wait(SAFE_AFTER_SECONDS)
    expect(circle.send('Fern', { type: 'set-floor', mode: 'open' })).toBe('wrong-phase')
    expect(circle.send('Fern', { type: 'unlock' })).toBe('wrong-phase')
    expect(circle.send('Fern', { type: 'open-doors' })).toBe('not-allowed')
    expect(circle.send('Fern', { type: 'hold', to: circle.id('Lark') })).toBe('ok')
    expect(circle.send('Fern', { type: 'start-closing' })).toBe('ok')
    circle.wait(CLOSING_SECONDS)
    expect(circle.record.phase).toBe('ended')
  })

  test('gets everything back when a key-holder’s connection is back', () => {
    const circle = createSafeCircle()
    circle.send('Lark', { type: 'pass' })
    circle.wait(CLOSE_AFTER_SAFE_SECONDS - 1)
    circle.connect('Ada')
    expect(circle.said()).toBe('facilitator-back')
    const snapshot = snapshotOf(circle.record)
    expect(snapshot).toMatchObject({ phase: 'open', locked: false, closesAt: null, floor: { mode: 'one-voice' } })
    expect(circle.speaker()).toBe('Lark')
    circle.wait(SAFE_AFTER_SECONDS * 10)
    expect(circle.record.phase).toBe('open')
  })

  test('gets everything back when a key-holder knocks anew, and waits a minute for their connection', () => {
    const circle = createSafeCircle()
    expect(circle.knock('Ben', { key: true })).toBe('ok')
    expect(circle.record.phase).toBe('open')
    circle.wait(SAFE_AFTER_SECONDS - 1)
    expect(circle.record.phase).toBe('open')
    circle.wait(1)
    expect(circle.record.phase).toBe('safe')
    expect(circle.knock('Ada', { key: true })).toBe('ok')
    expect(circle.record.phase).toBe('open')
  })

  test('gives the turn on when whoever had it before is gone', () => {
    const circle = createSafeCircle()
    circle.leave('Lark')
    circle.connect('Ada')
    expect(circle.record.floor.mode).toBe('one-voice')
    expect(circle.speaker()).toBe('Ada')
  })

  test('keeps a lock that was there before, and a hush that is', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'lock' })
    circle.send('Ada', { type: 'hush' })
    circle.lose('Ada')
    circle.wait(SAFE_AFTER_SECONDS)
    expect(snapshotOf(circle.record)).toMatchObject({ phase: 'safe', hushed: true })
    circle.connect('Ada')
    expect(snapshotOf(circle.record)).toMatchObject({ phase: 'open', hushed: true })
    circle.send('Ada', { type: 'unhush' })
    expect(snapshotOf(circle.record)).toMatchObject({ locked: true, floor: { mode: 'open' } })
  })

  test('ends kindly three minutes later', () => {
    const circle = createSafeCircle()
    circle.wait(CLOSE_AFTER_SAFE_SECONDS - 1)
    expect(circle.record.phase).toBe('safe')
    circle.wait(1)
    expect(circle.record.phase).toBe('ended')
    expect(circle.said()).toBe('ended')
  })

  test('is missed from the moment the doors open, when they were opened from the porch', () => {
    const circle = createCircle()
    circle.send('Ada', { type: 'open-doors' }, { key: true })
    circle.knock('Fern')
    circle.wait(SAFE_AFTER_SECONDS)
    expect(circle.record.phase).toBe('closed')
    expect(circle.record.knocks.map((one) => one.name)).toEqual(['Fern'])
  })

  test('ends when the last one has left for good', () => {
    const circle = createOpenCircle('Fern')
    circle.leave('Fern')
    circle.leave('Ada')
    circle.wait(SAFE_AFTER_SECONDS)
    expect(circle.record.phase).toBe('ended')
  })

  test('does not keep the chair of a key-holder who sat down before the doors opened and went away', () => {
    const circle = createCircle()
    circle.knock('Ada', { key: true })
    circle.connect('Ada')
    circle.knock('Fern')
    circle.lose('Ada')
    circle.wait(SAFE_AFTER_SECONDS + CLOSE_AFTER_SAFE_SECONDS)
    expect(circle.record).toMatchObject({ phase: 'closed', people: [] })
    expect(JSON.stringify(circle.record)).not.toContain('Ada')
    expect(circle.record.knocks).toHaveLength(1)
  })
})

describe('ending', () => {
  test('takes a closing minute that everybody sees', () => {
    const circle = createOpenCircle('Fern')
    expect(circle.send('Ada', { type: 'start-closing' })).toBe('ok')
    expect(circle.said()).toBe('closing')
    expect(snapshotOf(circle.record).closesAt).toBe(circle.now + CLOSING_SECONDS * 1000)
    expect(circle.send('Ada', { type: 'start-closing' })).toBe('already-so')
    expect(circle.knock('Lark')).toBe('doors-closed')
    circle.wait(CLOSING_SECONDS - 1)
    expect(circle.record.phase).toBe('closing')
    circle.wait(1)
    expect(circle.record.phase).toBe('ended')
  })

  test('goes at once when asked, and then nothing changes any more', () => {
    const circle = createOpenCircle('Fern')
    expect(circle.send('Ada', { type: 'end' })).toBe('ok')
    const ended = circle.record
    expect(circle.send('Ada', { type: 'open-doors' })).toBe('wrong-phase')
    expect(circle.knock('Lark')).toBe('doors-closed')
    expect(circle.leave('Fern')).toBe('wrong-phase')
    circle.lose('Fern', 'Ada')
    circle.wait(10_000)
    expect(circle.record).toBe(ended)
  })

  test('has no closing minute where no meeting has begun', () => {
    const circle = createCircle()
    circle.knock('Ada', { key: true })
    expect(circle.send('Ada', { type: 'start-closing' })).toBe('wrong-phase')
  })
})

describe('the next moment at which time changes something', () => {
  test.each([
    ['nothing, while all is well', createOpenCircle, null],
    [
      'the end of a breath',
      () => {
        const circle = createOpenCircle('Fern')
        circle.send('Ada', { type: 'set-floor', mode: 'piece' })
        circle.send('Ada', { type: 'pass' })
        return circle
      },
      BREATH_SECONDS,
    ],
    [
      'the patience with a lost holder',
      () => {
        const circle = createOpenCircle('Fern')
        circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Fern') })
        circle.lose('Fern')
        return circle
      },
      LOST_HOLDER_SECONDS,
    ],
    [
      'the missing key-holder',
      () => {
        const circle = createOpenCircle('Fern')
        circle.lose('Ada')
        return circle
      },
      SAFE_AFTER_SECONDS,
    ],
    ['the close of a safe room', createSafeCircle, CLOSE_AFTER_SAFE_SECONDS],
    [
      'the end of the last minute',
      () => {
        const circle = createOpenCircle('Fern')
        circle.send('Ada', { type: 'start-closing' })
        return circle
      },
      CLOSING_SECONDS,
    ],
    [
      'nothing, when all is over',
      () => {
        const circle = createOpenCircle('Fern')
        circle.send('Ada', { type: 'end' })
        return circle
      },
      null,
    ],
  ])('is %s', (_, make, seconds) => {
    const circle = make()
    expect(dueAt(circle.record)).toBe(seconds === null ? null : circle.now + seconds * 1000)
  })

  test('a new epoch makes everybody away until they have moved to the new room', () => {
    const circle = createOpenCircle()
    join(circle, 'Fern')
    expect(circle.take({ type: 'renew-epoch' })).toBe('ok')
    const snapshot = snapshotOf(circle.record)
    expect(snapshot.epoch).toBe(2)
    expect(snapshot.participants.map((one) => one.presence)).toEqual(['away', 'away'])
  })
})
