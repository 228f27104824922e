// The hour that runs itself: what each step's start does, what moves it, and what never does.

import { describe, expect, test } from 'vitest'
import type { MeetingCommand } from '#protocol/commands.ts'
import { maySpeak } from '#protocol/meeting.ts'
import { expectedEnd } from '#protocol/scriptRun.ts'
import { dueAt } from '../../../server/meetings/meeting.ts'
import { textFor } from '../../../server/meetings/scriptRun.ts'
import { firstTimersFor, snapshotOf } from '../../../server/meetings/snapshot.ts'
import { join } from './circle.ts'
import { createScriptedCircle, HOUR, script, step } from './scripts.ts'
import type { ScriptedCircle } from './scripts.ts'

const MINUTE = 60_000

function started(...members: string[]): ScriptedCircle {
  const circle = createScriptedCircle(...members)
  expect(circle.start()).toBe('ok')
  return circle
}

function goTo(circle: ScriptedCircle, id: string): void {
  const at = HOUR.steps.findIndex((one) => one.id === id)
  expect(circle.send('Ada', { type: 'go-to-step', step: at })).toBe('ok')
}

const run = (circle: ScriptedCircle) => snapshotOf(circle.record).script
const voices = (circle: ScriptedCircle) => {
  const snapshot = snapshotOf(circle.record)
  const heard = snapshot.participants.filter((one) => maySpeak(snapshot, one.identity))
  return heard.map((one) => one.name)
}
const reads = (circle: ScriptedCircle, name: string) => {
  const reader = circle.who(name)
  return reader ? (textFor(circle.record, reader)?.text ?? null) : null
}
const handRole = (circle: ScriptedCircle, name: string, role: 'reader' | 'timekeeper' | 'greeter' | 'member') =>
  circle.send('Ada', { type: 'hand-role', to: circle.id(name), role })

describe('a script that starts', () => {
  test('is seen by everybody: titles, minutes and the current step, and no text', () => {
    const circle = started('Fern')
    expect(run(circle)).toEqual({
      title: 'Our hour',
      titles: ['Arrive', 'Quiet', 'Reading', 'Shares', 'Closing'],
      minutes: [5, 1, 5, 20, 2],
      skipped: [],
      index: 0,
      role: null,
      lead: null,
      assigned: [],
      members: ['say-hello'],
      ends: 'by-hand',
      startedAt: circle.now,
      endsAt: circle.now + 5 * MINUTE,
      pausedAt: null,
      paused: false,
      pauseWords: null,
    })
    expect(JSON.stringify(snapshotOf(circle.record))).not.toContain('For the reader')
    expect(circle.record.announcement).toMatchObject({ kind: 'step', about: 'Arrive' })
  })

  test('is refused while another runs, while hushed, before the doors open, and when there is none of that name', () => {
    const circle = createScriptedCircle('Fern')
    expect(circle.send('Ada', { type: 'start-script', script: 'nothing' })).toBe('not-found')
    circle.send('Ada', { type: 'hush' })
    expect(circle.start()).toBe('wrong-mode')
    circle.send('Ada', { type: 'unhush' })
    expect(circle.start()).toBe('ok')
    expect(circle.start()).toBe('script-running')
    circle.send('Ada', { type: 'end' })
    expect(circle.start()).toBe('wrong-phase')
    expect(circle.record.script).toBeNull()
  })
})

describe('a step that starts', () => {
  test('gives the floor, the room and the lamp', () => {
    const circle = started('Fern')
    expect(circle.record.floor.mode).toBe('open')
    circle.send('Ada', { type: 'next-step' })
    expect(circle.record).toMatchObject({ floor: { mode: 'silence' }, environment: 'forest', dim: true })
    expect(circle.record.lamp).toEqual({ startedAt: circle.now, endsAt: circle.now + MINUTE, counts: 'step' })
    expect(voices(circle)).toEqual([])
    circle.wait(61)
    expect(circle.at()).toBe('reading')
    // What the next step does not say stays.
    expect(circle.record).toMatchObject({ environment: 'forest', dim: true })
  })

  test('gives the reader text and voice, and both end with it', () => {
    const circle = started('Fern', 'Moss')
    expect(handRole(circle, 'Moss', 'reader')).toBe('ok')
    expect(reads(circle, 'Moss')).toBeNull()
    goTo(circle, 'reading')
    expect(voices(circle)).toEqual(['Moss'])
    expect([reads(circle, 'Moss'), reads(circle, 'Fern'), reads(circle, 'Ada')]).toEqual([
      'For the reader.',
      null,
      'For the reader.',
    ])
    goTo(circle, 'closing')
    expect(voices(circle)).toEqual(['Ada'])
    expect([reads(circle, 'Moss'), reads(circle, 'Ada')]).toEqual([null, 'Mine.'])
  })

  test('shows everybody what is for all, only while it runs', () => {
    const circle = started('Fern')
    goTo(circle, 'shares')
    expect(reads(circle, 'Fern')).toBe('For all.')
    circle.send('Ada', { type: 'stop-script' })
    expect(reads(circle, 'Fern')).toBeNull()
  })

  test('is the facilitator’s while nobody has its role, and goes to whoever is handed it', () => {
    const circle = started('Fern', 'Moss')
    goTo(circle, 'reading')
    expect(voices(circle)).toEqual(['Ada'])
    handRole(circle, 'Fern', 'reader')
    expect([voices(circle), reads(circle, 'Fern')]).toEqual([['Fern'], 'For the reader.'])
    handRole(circle, 'Fern', 'member')
    expect([voices(circle), reads(circle, 'Fern')]).toEqual([['Ada'], null])
  })

  test('goes to the next reader when the first leaves', () => {
    const circle = started('Fern', 'Moss')
    handRole(circle, 'Fern', 'reader')
    handRole(circle, 'Moss', 'reader')
    goTo(circle, 'reading')
    expect(voices(circle)).toEqual(['Fern'])
    circle.leave('Fern')
    expect([voices(circle), reads(circle, 'Moss')]).toEqual([['Moss'], 'For the reader.'])
  })

  test('gives readers their turn one after another', () => {
    const circle = createScriptedCircle('Fern', 'Moss')
    for (const name of ['Fern', 'Moss']) handRole(circle, name, 'reader')
    const reading = { role: 'reader', floor: 'one-voice' } as const
    circle.start(script(step('one', reading), step('two', reading), step('three', reading)))
    const read = [circle.speaker()]
    for (let count = 0; count < 2; count++) {
      circle.send('Ada', { type: 'next-step' })
      read.push(circle.speaker())
    }
    expect(read).toEqual(['Fern', 'Moss', 'Fern'])
  })

  test('does not take back a floor that was given by hand', () => {
    const circle = started('Fern', 'Moss', 'Lark')
    handRole(circle, 'Fern', 'reader')
    goTo(circle, 'reading')
    circle.send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: circle.id('Lark') })
    handRole(circle, 'Fern', 'member')
    expect(voices(circle)).toEqual(['Lark'])
  })

  test('of an hour in which nobody reads leaves the voice with nobody but the facilitator when it stops', () => {
    const circle = started('Fern')
    handRole(circle, 'Fern', 'reader')
    goTo(circle, 'reading')
    circle.send('Ada', { type: 'stop-script' })
    expect([circle.at(), voices(circle), circle.said()]).toEqual([null, ['Ada'], 'script-ended'])
    expect(circle.record.lamp).toBeNull()
  })
})

describe('going through it', () => {
  test('next, back and again; beyond the first there is nothing, beyond the last it is over', () => {
    const circle = started('Fern')
    const press = (type: 'next-step' | 'previous-step' | 'repeat-step') => circle.send('Ada', { type })
    expect(press('previous-step')).toBe('already-so')
    press('next-step')
    press('next-step')
    expect(circle.at()).toBe('reading')
    press('previous-step')
    expect(circle.at()).toBe('quiet')
    circle.wait(30)
    press('repeat-step')
    expect(run(circle)?.endsAt).toBe(circle.now + MINUTE)
    goTo(circle, 'closing')
    expect(press('next-step')).toBe('ok')
    expect([circle.at(), circle.said()]).toEqual([null, 'script-ended'])
    expect(press('next-step')).toBe('no-script')
  })

  test('a step that is left out is passed over both ways, and may be taken in again', () => {
    const circle = started('Fern')
    const skip = (at: number, wanted: boolean) => circle.send('Ada', { type: 'skip-step', step: at, skip: wanted })
    expect(skip(1, true)).toBe('ok')
    expect(skip(1, true)).toBe('already-so')
    expect(skip(9, true)).toBe('not-found')
    expect(circle.record.announcement).toMatchObject({ kind: 'step-skipped', about: 'Quiet' })
    circle.send('Ada', { type: 'next-step' })
    expect(circle.at()).toBe('reading')
    expect(skip(0, true)).toBe('stale')
    circle.send('Ada', { type: 'previous-step' })
    expect(circle.at()).toBe('arrive')
    expect(skip(1, false)).toBe('ok')
    circle.send('Ada', { type: 'next-step' })
    expect(circle.at()).toBe('quiet')
    expect(skip(1, true)).toBe('ok')
    expect(circle.at()).toBe('reading')
  })

  test('what was meant for another step changes nothing: two presses at once are one', () => {
    const circle = started('Fern')
    expect(circle.send('Ada', { type: 'next-step', from: 0 })).toBe('ok')
    const before = circle.record
    for (const type of ['next-step', 'previous-step', 'repeat-step', 'extend-step'] as const) {
      expect(circle.send('Ada', { type, from: 0 })).toBe('stale')
    }
    expect(circle.send('Ada', { type: 'go-to-step', step: 3, from: 0 })).toBe('stale')
    expect(circle.record).toBe(before)
  })

  test.each<MeetingCommand>([
    { type: 'next-step' },
    { type: 'previous-step' },
    { type: 'repeat-step' },
    { type: 'extend-step' },
    { type: 'go-to-step', step: 1 },
    { type: 'skip-step', step: 1, skip: true },
    { type: 'pause-script' },
    { type: 'resume-script' },
    { type: 'stop-script' },
  ])('without a script, %j is refused', (command) => {
    const circle = createScriptedCircle('Fern')
    const before = circle.record
    expect(circle.send('Ada', command)).toBe('no-script')
    expect(circle.record).toBe(before)
  })
})

describe('time', () => {
  test('goes on by itself only where the step says so', () => {
    const circle = started('Fern')
    expect(dueAt(circle.record)).toBeNull()
    circle.wait(600)
    expect(circle.at()).toBe('arrive')
    circle.send('Ada', { type: 'next-step' })
    expect(dueAt(circle.record)).toBe(circle.now + MINUTE)
    circle.wait(59)
    expect(circle.at()).toBe('quiet')
    circle.wait(1)
    expect([circle.at(), circle.said()]).toEqual(['reading', 'step'])
  })

  test('that was lost while the server was away costs no step', () => {
    const circle = createScriptedCircle('Fern')
    const quiet = { floor: 'silence', minutes: 1, ends: 'by-time' } as const
    circle.start(script(step('one', quiet), step('two', quiet), step('three', quiet)))
    circle.wait(600)
    expect(circle.at()).toBe('two')
    expect(run(circle)?.endsAt).toBe(circle.now + MINUTE)
  })

  test('two minutes more are two minutes more, and from now when the step has run over', () => {
    const circle = started('Fern')
    const { endsAt = 0 } = run(circle) ?? {}
    circle.send('Ada', { type: 'extend-step' })
    expect(run(circle)?.endsAt).toBe(endsAt + 2 * MINUTE)
    expect(circle.record.lamp?.endsAt).toBe(endsAt + 2 * MINUTE)
    circle.wait(10 * 60)
    circle.send('Ada', { type: 'extend-step' })
    expect(run(circle)?.endsAt).toBe(circle.now + 2 * MINUTE)
  })

  test('stands still in a care pause: nothing goes on, the end moves, and nothing is lost', () => {
    const circle = started('Fern')
    circle.send('Ada', { type: 'next-step' })
    circle.wait(20)
    const planned = expectedEnd(run(circle)!, circle.now)
    circle.send('Ada', { type: 'pause-script' })
    expect(circle.send('Ada', { type: 'pause-script' })).toBe('already-so')
    circle.wait(300)
    expect(circle.at()).toBe('quiet')
    expect(dueAt(circle.record)).toBeNull()
    expect(expectedEnd(run(circle)!, circle.now)).toBe(planned + 300_000)
    for (const type of ['next-step', 'previous-step', 'repeat-step'] as const) {
      expect(circle.send('Ada', { type })).toBe('script-paused')
    }
    circle.send('Ada', { type: 'resume-script' })
    expect(expectedEnd(run(circle)!, circle.now)).toBe(planned + 300_000)
    expect(circle.record.lamp?.endsAt).toBe(run(circle)?.endsAt)
    circle.wait(39)
    expect(circle.at()).toBe('quiet')
    circle.wait(1)
    expect(circle.at()).toBe('reading')
  })

  test('stands still under a hush, and goes on after it', () => {
    const circle = started('Fern')
    circle.send('Ada', { type: 'next-step' })
    circle.send('Ada', { type: 'hush' })
    circle.wait(300)
    expect(run(circle)).toMatchObject({ index: 1, paused: false, pausedAt: circle.now - 300_000 })
    expect(circle.send('Ada', { type: 'next-step' })).toBe('wrong-mode')
    circle.send('Ada', { type: 'unhush' })
    circle.wait(60)
    expect(circle.at()).toBe('reading')
  })

  test('stands still while the room is safe, and a key-holder who returns finds the step as it was', () => {
    const circle = started('Fern', 'Moss')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Fern'), role: 'co-facilitator' })
    circle.send('Ada', { type: 'next-step' })
    circle.send('Ada', { type: 'extend-step' })
    circle.lose('Ada')
    circle.wait(61)
    expect(circle.record.phase).toBe('safe')
    expect(circle.send('Fern', { type: 'next-step' })).toBe('wrong-phase')
    circle.wait(120)
    expect(circle.at()).toBe('quiet')
    circle.connect('Ada')
    expect(circle.record).toMatchObject({ phase: 'open', floor: { mode: 'silence' } })
    circle.wait(118)
    expect(circle.at()).toBe('quiet')
    circle.wait(1)
    expect(circle.at()).toBe('reading')
  })

  test('is lit by hand, made longer and put out by the timekeeper, and each step lights it anew', () => {
    const circle = started('Fern')
    handRole(circle, 'Fern', 'timekeeper')
    expect(circle.send('Fern', { type: 'set-lamp', seconds: 180 })).toBe('ok')
    expect(circle.record.lamp).toEqual({ startedAt: circle.now, endsAt: circle.now + 180_000, counts: 'hand' })
    expect(circle.send('Fern', { type: 'extend-lamp' })).toBe('ok')
    expect(circle.record.lamp?.endsAt).toBe(circle.now + 210_000)
    // The step's own time is not the lamp's any more.
    circle.send('Ada', { type: 'extend-step' })
    expect(circle.record.lamp?.endsAt).toBe(circle.now + 210_000)
    expect(circle.send('Fern', { type: 'put-out-lamp' })).toBe('ok')
    expect(circle.send('Fern', { type: 'put-out-lamp' })).toBe('already-so')
    expect(circle.send('Fern', { type: 'next-step' })).toBe('not-allowed')
    circle.send('Ada', { type: 'next-step' })
    expect(circle.record.lamp).toEqual({ startedAt: circle.now, endsAt: circle.now + MINUTE, counts: 'step' })
  })
})

describe('a round', () => {
  test('is complete when the piece comes back and everybody has held it', () => {
    const circle = started('Fern', 'Moss')
    goTo(circle, 'shares')
    for (const name of ['Ada', 'Fern']) {
      expect([circle.speaker(), circle.at()]).toEqual([name, 'shares'])
      circle.send(name, { type: 'pass' })
    }
    expect(circle.at()).toBe('shares')
    circle.send('Moss', { type: 'pass' })
    expect([circle.at(), circle.said()]).toEqual(['closing', 'step'])
    expect(voices(circle)).toEqual(['Ada'])
  })

  test('waits for those who came late, and not for those who rest or went away', () => {
    const circle = started('Fern', 'Moss')
    goTo(circle, 'shares')
    circle.send('Ada', { type: 'pass' })
    join(circle, 'Lark')
    circle.send('Moss', { type: 'rest' })
    circle.send('Fern', { type: 'pass' })
    expect([circle.at(), circle.speaker()]).toEqual(['shares', 'Lark'])
    circle.send('Lark', { type: 'pass' })
    expect(circle.at()).toBe('closing')
  })

  test('is not complete because the piece was handed back and forth', () => {
    const circle = started('Fern', 'Moss')
    goTo(circle, 'shares')
    circle.send('Ada', { type: 'hand-piece', to: circle.id('Fern') })
    circle.send('Fern', { type: 'hand-piece', to: circle.id('Ada') })
    circle.send('Ada', { type: 'pass' })
    // Fern has had it already; the round goes on where it has not been.
    expect([circle.at(), circle.speaker()]).toEqual(['shares', 'Moss'])
    circle.send('Moss', { type: 'pass' })
    expect(circle.at()).toBe('closing')
  })

  test('goes on without a holder who is lost', () => {
    const circle = started('Fern', 'Moss')
    goTo(circle, 'shares')
    circle.send('Ada', { type: 'pass' })
    circle.send('Fern', { type: 'pass' })
    circle.lose('Moss')
    circle.wait(20)
    expect(circle.at()).toBe('closing')
  })

  test('that goes round a safe room does not count', () => {
    const circle = started('Fern', 'Moss')
    goTo(circle, 'shares')
    circle.lose('Ada')
    circle.wait(61)
    expect(circle.record.phase).toBe('safe')
    circle.send('Fern', { type: 'pass' })
    circle.send('Moss', { type: 'pass' })
    circle.send('Fern', { type: 'pass' })
    expect(circle.at()).toBe('shares')
  })
})

describe('who sees what', () => {
  test('greeters and those who run the meeting are told who is here for the first time; a reader is not', () => {
    const circle = createScriptedCircle('Fern', 'Moss')
    circle.record = {
      ...circle.record,
      people: circle.record.people.map((one) => (one.name === 'Moss' ? { ...one, firstTime: true } : one)),
    }
    const told = (name: string) => firstTimersFor(circle.record, circle.who(name)!).map((one) => circle.named(one))
    expect([told('Ada'), told('Fern')]).toEqual([['Moss'], []])
    handRole(circle, 'Fern', 'greeter')
    expect(told('Fern')).toEqual(['Moss'])
    handRole(circle, 'Fern', 'reader')
    expect(told('Fern')).toEqual([])
  })

  test('a role is handed before it is needed, also to somebody whose connection is gone', () => {
    const circle = createScriptedCircle('Fern')
    circle.lose('Fern')
    expect(handRole(circle, 'Fern', 'reader')).toBe('ok')
    circle.start()
    goTo(circle, 'reading')
    expect(voices(circle)).toEqual(['Ada'])
    circle.connect('Fern')
    expect(voices(circle)).toEqual(['Fern'])
  })

  test('the snapshot stays small with the largest script there may be', () => {
    const circle = createScriptedCircle('Fern')
    const text = 'x'.repeat(800)
    circle.start(script(...Array.from({ length: 24 }, (_, at) => step(`s${at}`, { title: '環'.repeat(40), text }))))
    const small = { ...run(circle)!, titles: run(circle)!.titles.map(() => 'x'.repeat(40)) }
    expect(JSON.stringify(small).length).toBeLessThan(2000)
    expect(Buffer.byteLength(JSON.stringify(run(circle)))).toBeLessThan(3600)
  })
})
