// Who may speak, and how the turn goes on: modes, hands, the piece round the ring, one voice, hush.

import { describe, expect, test } from 'vitest'
import { BREATH_SECONDS, LOST_HOLDER_SECONDS } from '#protocol/limits.ts'
import type { FloorMode } from '#protocol/meeting.ts'
import { maySpeak } from '#protocol/meeting.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle, join, seatInOrder } from './circle.ts'
import type { Circle } from './circle.ts'

function heard(circle: Circle): string[] {
  const snapshot = snapshotOf(circle.record)
  const heard = snapshot.participants.filter((one) => maySpeak(snapshot, one.identity))
  return heard.map((one) => one.name)
}

function createRing(mode: FloorMode): Circle {
  const circle = createOpenCircle('Fern', 'Lark', 'Moss')
  seatInOrder(circle, 'Ada', 'Fern', 'Lark', 'Moss')
  if (mode !== 'open') circle.send('Ada', { type: 'set-floor', mode })
  return circle
}

describe('setting the floor', () => {
  test.each([
    ['open', ['Ada', 'Fern', 'Lark', 'Moss'], 'already-so'],
    ['hands', ['Ada'], 'ok'],
    ['piece', ['Ada'], 'ok'],
    ['one-voice', ['Ada'], 'ok'],
    ['silence', [], 'ok'],
  ] as const)('to %s lets be heard: %j', (mode, names, answer) => {
    const circle = createRing('open')
    expect(circle.send('Ada', { type: 'set-floor', mode })).toBe(answer)
    expect(heard(circle)).toEqual(names)
    if (answer === 'ok') expect(circle.said()).toBe(`floor-${mode}`)
    expect(circle.send('Ada', { type: 'set-floor', mode })).toBe('already-so')
  })

  test.each(['hands', 'piece', 'one-voice'] as const)('to %s begins with whoever is named', (mode) => {
    const circle = createRing('open')
    expect(circle.send('Ada', { type: 'set-floor', mode, speaker: circle.id('Lark') })).toBe('ok')
    expect(circle.speaker()).toBe('Lark')
    expect(heard(circle)).toContain('Lark')
    expect(circle.send('Ada', { type: 'set-floor', mode, speaker: circle.id('Lark') })).toBe('already-so')
    expect(circle.send('Ada', { type: 'set-floor', mode, speaker: circle.id('Fern') })).toBe('ok')
    expect(circle.speaker()).toBe('Fern')
  })

  test.each([
    ['open', 'Lark', 'wrong-mode'],
    ['silence', 'Lark', 'wrong-mode'],
    ['one-voice', 'somebody who is not there', 'unknown-person'],
  ] as const)('to %s for %s is refused as %s', (mode, name, code) => {
    const circle = createRing('hands')
    expect(circle.send('Ada', { type: 'set-floor', mode, speaker: circle.id(name) })).toBe(code)
  })

  test('does not begin with somebody who rests, is held, or is away', () => {
    for (const make of [
      (circle: Circle) => circle.send('Lark', { type: 'rest' }),
      (circle: Circle) => circle.send('Ada', { type: 'hold', to: circle.id('Lark') }),
      (circle: Circle) => circle.lose('Lark'),
    ]) {
      const circle = createRing('open')
      make(circle)
      expect(circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Lark') })).toBe(
        'unknown-person',
      )
    }
  })

  test('keeps raised hands up through a quiet minute', () => {
    const circle = createRing('hands')
    circle.send('Moss', { type: 'raise-hand' })
    circle.send('Fern', { type: 'raise-hand' })
    circle.send('Ada', { type: 'set-floor', mode: 'silence' })
    expect(circle.send('Lark', { type: 'raise-hand' })).toBe('wrong-mode')
    circle.send('Ada', { type: 'set-floor', mode: 'hands' })
    circle.send('Ada', { type: 'call-next' })
    expect(circle.speaker()).toBe('Moss')
  })
})

describe('hands', () => {
  test('are called in the order in which they went up, and a pass calls the next by itself', () => {
    const circle = createRing('hands')
    for (const name of ['Moss', 'Fern']) expect(circle.send(name, { type: 'raise-hand' })).toBe('ok')
    expect(circle.send('Moss', { type: 'raise-hand' })).toBe('already-so')
    expect(circle.send('Ada', { type: 'call-next' })).toBe('ok')
    expect(circle.speaker()).toBe('Moss')
    expect(circle.said()).toBe('called')
    expect(heard(circle)).toEqual(['Ada', 'Moss'])
    expect(circle.send('Moss', { type: 'raise-hand' })).toBe('already-so')
    expect(circle.send('Fern', { type: 'pass' })).toBe('not-your-turn')
    expect(circle.send('Moss', { type: 'pass' })).toBe('ok')
    expect(circle.speaker()).toBe('Fern')
    expect(circle.send('Fern', { type: 'pass' })).toBe('ok')
    expect(circle.speaker()).toBeNull()
    expect(circle.send('Ada', { type: 'call-next' })).toBe('already-so')
  })

  test('somebody may be called whose hand is down, and a hand may be lowered', () => {
    const circle = createRing('hands')
    circle.send('Fern', { type: 'raise-hand' })
    expect(circle.send('Ada', { type: 'call', to: circle.id('Lark') })).toBe('ok')
    expect(circle.send('Ada', { type: 'call', to: circle.id('Lark') })).toBe('already-so')
    expect(circle.record.hands).toEqual([circle.id('Fern')])
    expect(circle.send('Fern', { type: 'lower-hand' })).toBe('ok')
    expect(circle.send('Fern', { type: 'lower-hand' })).toBe('already-so')
  })

  test('a hand whose owner is away keeps its place and is passed over', () => {
    const circle = createRing('hands')
    for (const name of ['Moss', 'Fern']) circle.send(name, { type: 'raise-hand' })
    circle.lose('Moss')
    circle.send('Ada', { type: 'call-next' })
    expect(circle.speaker()).toBe('Fern')
    circle.connect('Moss')
    circle.send('Fern', { type: 'pass' })
    expect(circle.speaker()).toBe('Moss')
  })

  test('when the one who was called leaves, the next is called', () => {
    const circle = createRing('hands')
    for (const name of ['Moss', 'Fern']) circle.send(name, { type: 'raise-hand' })
    circle.send('Ada', { type: 'call-next' })
    circle.leave('Moss')
    expect(circle.speaker()).toBe('Fern')
    expect(circle.said()).toBe('left')
  })

  test('resting lowers the hand, and while resting it stays down', () => {
    const circle = createRing('hands')
    circle.send('Fern', { type: 'raise-hand' })
    expect(circle.send('Fern', { type: 'rest' })).toBe('ok')
    expect(circle.record.hands).toEqual([])
    expect(circle.send('Fern', { type: 'raise-hand' })).toBe('wrong-mode')
    expect(circle.send('Fern', { type: 'rest' })).toBe('already-so')
    expect(circle.send('Fern', { type: 'return' })).toBe('ok')
    expect(circle.send('Fern', { type: 'raise-hand' })).toBe('ok')
  })
})

describe('the piece', () => {
  test('goes round in the order of the chairs, and the one before is heard for a breath', () => {
    const circle = createRing('piece')
    const round = ['Ada', 'Fern', 'Lark', 'Moss', 'Ada']
    for (const [n, name] of round.slice(0, -1).entries()) {
      const next = round[n + 1] ?? ''
      expect([circle.speaker(), circle.next()]).toEqual([name, next])
      expect(circle.send(name, { type: 'pass' })).toBe('ok')
      expect(circle.said()).toBe('piece-passed')
      expect(heard(circle).sort()).toEqual([name, next].sort())
      circle.wait(BREATH_SECONDS)
      expect(heard(circle)).toEqual([next])
    }
  })

  test('is not somebody else’s to pass', () => {
    const circle = createRing('piece')
    expect(circle.send('Fern', { type: 'pass' })).toBe('not-your-turn')
    expect(circle.send('Fern', { type: 'hand-piece', to: circle.id('Moss') })).toBe('not-your-turn')
  })

  test('is handed across the circle by its holder, and by who runs the meeting', () => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'hand-piece', to: circle.id('Fern') })
    expect(circle.send('Fern', { type: 'hand-piece', to: circle.id('Moss') })).toBe('ok')
    expect(circle.speaker()).toBe('Moss')
    expect(circle.send('Fern', { type: 'hand-piece', to: circle.id('Lark') })).toBe('not-your-turn')
    expect(circle.send('Ada', { type: 'hand-piece', to: circle.id('Lark') })).toBe('ok')
    expect(circle.send('Ada', { type: 'hand-piece', to: circle.id('Lark') })).toBe('already-so')
    expect([circle.speaker(), circle.next()]).toEqual(['Lark', 'Moss'])
  })

  test('turns round when reversed', () => {
    const circle = createRing('piece')
    expect(circle.next()).toBe('Fern')
    expect(circle.send('Ada', { type: 'reverse-piece' })).toBe('ok')
    expect(circle.next()).toBe('Moss')
    circle.send('Ada', { type: 'pass' })
    expect([circle.speaker(), circle.next()]).toEqual(['Moss', 'Lark'])
  })

  test('goes past whoever rests, is held or is away, and back to them when they are there again', () => {
    const circle = createRing('piece')
    circle.send('Fern', { type: 'rest' })
    expect(circle.next()).toBe('Lark')
    circle.lose('Lark')
    expect(circle.next()).toBe('Moss')
    circle.send('Ada', { type: 'hold', to: circle.id('Moss') })
    expect(circle.next()).toBeNull()
    expect(circle.send('Ada', { type: 'pass' })).toBe('already-so')
    circle.connect('Lark')
    expect(circle.next()).toBe('Lark')
    circle.send('Fern', { type: 'return' })
    expect(circle.next()).toBe('Fern')
  })

  test.each([
    ['rests', (circle: Circle) => circle.send('Fern', { type: 'rest' })],
    ['leaves', (circle: Circle) => circle.leave('Fern')],
    ['is removed', (circle: Circle) => circle.send('Ada', { type: 'remove', to: circle.id('Fern') })],
  ] as const)('passes on to the next when its holder %s', (_, happens) => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'pass' })
    circle.wait(BREATH_SECONDS)
    expect(circle.speaker()).toBe('Fern')
    happens(circle)
    expect(circle.speaker()).toBe('Lark')
    expect(heard(circle)).toEqual(['Lark'])
  })

  test('waits a while for a holder whose connection is gone, and then passes on kindly', () => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'pass' })
    circle.lose('Fern')
    circle.wait(LOST_HOLDER_SECONDS - 1)
    expect(circle.speaker()).toBe('Fern')
    circle.wait(1)
    expect(circle.speaker()).toBe('Lark')
    expect(circle.said()).toBe('piece-passed')
    expect(circle.record.floor.fading).toBeNull()
    circle.connect('Fern')
    // Moss has not had it yet; whoever was lost with the piece has it again at the end of the round.
    expect(circle.next()).toBe('Moss')
    circle.send('Lark', { type: 'pass' })
    expect([circle.speaker(), circle.next()]).toEqual(['Moss', 'Fern'])
  })

  test('stays with a lost holder whom nobody could follow, and lies there for the first who can', () => {
    const circle = createOpenCircle()
    circle.send('Ada', { type: 'set-floor', mode: 'piece' })
    circle.lose('Ada')
    circle.wait(LOST_HOLDER_SECONDS + 1)
    expect(circle.speaker()).toBe('Ada')
    circle.connect('Ada')
    circle.send('Ada', { type: 'rest' })
    expect(circle.speaker()).toBeNull()
    join(circle, 'Fern')
    expect(circle.speaker()).toBe('Fern')
  })

  test('stays in a held hand: what follows is for who held it to say', () => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'pass' })
    circle.wait(BREATH_SECONDS)
    circle.send('Ada', { type: 'hold', to: circle.id('Fern') })
    expect([circle.speaker(), heard(circle)]).toEqual(['Fern', []])
    circle.send('Ada', { type: 'release', to: circle.id('Fern') })
    expect(heard(circle)).toEqual(['Fern'])
  })
})

describe('one voice', () => {
  test('falls to the facilitator when its speaker is gone, and to nobody when it was theirs', () => {
    const circle = createRing('open')
    circle.send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: circle.id('Lark') })
    circle.leave('Lark')
    expect(circle.speaker()).toBe('Ada')
    circle.send('Ada', { type: 'rest' })
    expect(circle.speaker()).toBeNull()
    expect(circle.send('Ada', { type: 'pass' })).toBe('wrong-mode')
  })
})

describe('the mode decides which acts there are', () => {
  test.each([
    ['open', ['pass', 'hand-piece', 'call', 'call-next', 'reverse-piece']],
    ['hands', ['hand-piece', 'reverse-piece']],
    ['piece', ['call', 'call-next']],
    ['one-voice', ['pass', 'hand-piece', 'call', 'call-next', 'reverse-piece']],
    ['silence', ['pass', 'hand-piece', 'call', 'call-next', 'reverse-piece', 'raise-hand']],
  ] as const)('in %s there is no %j', (mode, types) => {
    for (const type of types) {
      const circle = createRing(mode)
      const command = type === 'hand-piece' || type === 'call' ? { type, to: circle.id('Fern') } : { type }
      expect(circle.send('Ada', command)).toBe('wrong-mode')
    }
  })
})

describe('hush', () => {
  test('holds every microphone but those of who runs the meeting, in one press, and one press undoes it', () => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'pass' })
    circle.send('Ada', { type: 'hand-role', to: circle.id('Moss'), role: 'co-facilitator' })
    circle.wait(BREATH_SECONDS)
    const before = snapshotOf(circle.record)
    expect(circle.send('Ada', { type: 'hush' })).toBe('ok')
    expect(heard(circle)).toEqual(['Ada', 'Moss'])
    expect(snapshotOf(circle.record)).toMatchObject({ hushed: true, locked: true })
    expect(circle.send('Ada', { type: 'hush' })).toBe('already-so')
    expect(circle.send('Ada', { type: 'unhush' })).toBe('ok')
    const after = snapshotOf(circle.record)
    expect({ ...after, revision: 0, announcement: null }).toEqual({ ...before, revision: 0, announcement: null })
    expect(circle.send('Ada', { type: 'unhush' })).toBe('already-so')
  })

  test('ends a breath at once', () => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'pass' })
    circle.send('Fern', { type: 'pass' })
    circle.send('Ada', { type: 'hush' })
    circle.send('Ada', { type: 'unhush' })
    expect(heard(circle)).toEqual(['Lark'])
  })

  test('stops turns, and neither time nor a lost connection moves them under it', () => {
    const circle = createRing('piece')
    circle.send('Ada', { type: 'pass' })
    circle.wait(BREATH_SECONDS)
    circle.send('Ada', { type: 'hush' })
    for (const command of [
      { type: 'pass' },
      { type: 'hand-piece', to: circle.id('Lark') },
      { type: 'reverse-piece' },
      { type: 'set-floor', mode: 'open' },
      { type: 'unlock' },
    ] as const) {
      expect(circle.send('Ada', command)).toBe('wrong-mode')
    }
    circle.lose('Fern')
    circle.wait(LOST_HOLDER_SECONDS * 2)
    expect(circle.speaker()).toBe('Fern')
    circle.connect('Fern')
    circle.send('Ada', { type: 'unhush' })
    expect(heard(circle)).toEqual(['Fern'])
  })

  test('a lock that is pressed under it stays, and one from before too', () => {
    const circle = createRing('open')
    circle.send('Ada', { type: 'hush' })
    expect(circle.send('Ada', { type: 'lock' })).toBe('ok')
    circle.send('Ada', { type: 'unhush' })
    expect(snapshotOf(circle.record).locked).toBe(true)
    circle.send('Ada', { type: 'hush' })
    circle.send('Ada', { type: 'unhush' })
    expect(snapshotOf(circle.record).locked).toBe(true)
  })
})
