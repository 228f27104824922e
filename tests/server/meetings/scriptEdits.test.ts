// What is changed about a running script: who leads a step, how a coming one goes, and a pause with words.

import { describe, expect, test } from 'vitest'
import type { MeetingCommand } from '#protocol/commands.ts'
import { expectedEnd } from '#protocol/scriptRun.ts'
import { textFor, whereOf } from '../../../server/meetings/scriptRun.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createScriptedCircle, HOUR, script, step } from './scripts.ts'
import type { ScriptedCircle } from './scripts.ts'

const MINUTE = 60_000
const READING = 2

function started(...members: string[]): ScriptedCircle {
  const circle = createScriptedCircle(...members)
  circle.start()
  return circle
}
const run = (circle: ScriptedCircle) => snapshotOf(circle.record).script!
const assign = (circle: ScriptedCircle, at: number, name: string | null) =>
  circle.send('Ada', { type: 'assign-step', step: at, to: name === null ? null : circle.id(name) })
const goTo = (circle: ScriptedCircle, at: number) => circle.send('Ada', { type: 'go-to-step', step: at })
const reads = (circle: ScriptedCircle, name: string) => textFor(circle.record, circle.who(name)!)?.text ?? null

describe('a step that was given to somebody beforehand', () => {
  test('is theirs when it comes, text and voice, whatever their role, and both end with it', () => {
    const circle = started('Fern', 'Moss')
    expect(assign(circle, READING, 'Fern')).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'step-assigned', about: 'Fern' })
    expect(run(circle).assigned).toEqual([{ step: READING, identity: circle.id('Fern') }])
    goTo(circle, READING)
    expect([circle.speaker(), reads(circle, 'Fern'), reads(circle, 'Moss')]).toEqual(['Fern', 'For the reader.', null])
    expect(circle.named(run(circle).lead)).toBe('Fern')
    goTo(circle, 4)
    expect([circle.speaker(), reads(circle, 'Fern')]).toEqual(['Ada', null])
  })

  test('goes before whoever has the role, and falls to them when it is taken back', () => {
    const circle = started('Fern', 'Moss')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Moss'), role: 'reader' })
    assign(circle, READING, 'Fern')
    goTo(circle, READING)
    expect(circle.speaker()).toBe('Fern')
    expect(assign(circle, READING, null)).toBe('ok')
    expect(circle.speaker()).toBe('Moss')
    expect(assign(circle, READING, 'Fern')).toBe('ok')
    expect(circle.speaker()).toBe('Fern')
  })

  test('is led by whoever has the role while they are not there, and theirs again on return', () => {
    const circle = started('Fern', 'Moss')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Moss'), role: 'reader' })
    assign(circle, READING, 'Fern')
    circle.lose('Fern')
    goTo(circle, READING)
    expect(circle.speaker()).toBe('Moss')
    circle.connect('Fern')
    expect(circle.speaker()).toBe('Fern')
  })

  test('is one that is not over, of a script that runs, and somebody’s who is there', () => {
    const circle = createScriptedCircle('Fern')
    expect(assign(circle, READING, 'Fern')).toBe('no-script')
    circle.start()
    goTo(circle, READING)
    const before = circle.record
    expect([assign(circle, 0, 'Fern'), assign(circle, 9, 'Fern')]).toEqual(['stale', 'not-found'])
    expect([assign(circle, 3, 'Nobody'), assign(circle, 3, null)]).toEqual(['unknown-person', 'already-so'])
    expect(circle.record).toBe(before)
  })
})

describe('a reader, timekeeper or greeter', () => {
  test('hands their own role on to a member, and the step with it', () => {
    const circle = started('Fern', 'Moss')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Fern'), role: 'reader' })
    goTo(circle, READING)
    expect(circle.send('Fern', { type: 'hand-on', to: circle.id('Moss') })).toBe('ok')
    expect([circle.who('Fern')?.role, circle.who('Moss')?.role]).toEqual(['member', 'reader'])
    expect([circle.speaker(), reads(circle, 'Fern'), reads(circle, 'Moss')]).toEqual(['Moss', null, 'For the reader.'])
  })

  test('hands it to nobody who has one, not to themselves, and only while they have it', () => {
    const circle = started('Fern', 'Moss')
    circle.send('Ada', { type: 'hand-role', to: circle.id('Fern'), role: 'timekeeper' })
    const handOn = (name: string, to: string) => circle.send(name, { type: 'hand-on', to: circle.id(to) })
    expect([handOn('Fern', 'Ada'), handOn('Fern', 'Fern')]).toEqual(['not-allowed', 'unknown-person'])
    expect([handOn('Moss', 'Fern'), handOn('Ada', 'Moss')]).toEqual(['not-allowed', 'not-allowed'])
  })
})

describe('a step that is changed while the script runs', () => {
  const adjust = (
    circle: ScriptedCircle,
    at: number,
    change: Partial<Extract<MeetingCommand, { type: 'adjust-step' }>>,
  ) => circle.send('Ada', { type: 'adjust-step', step: at, ...change })

  test('has its new minutes, title and text when it comes, and the end is honest about it', () => {
    const circle = started('Fern')
    const end = expectedEnd(run(circle), circle.now)
    expect(adjust(circle, READING, { minutes: 8, title: 'A poem', text: 'Another text.' })).toBe('ok')
    expect(circle.record.announcement).toMatchObject({ kind: 'step-changed', about: 'A poem' })
    expect(expectedEnd(run(circle), circle.now)).toBe(end + 3 * MINUTE)
    goTo(circle, READING)
    expect([run(circle).titles[READING], reads(circle, 'Ada')]).toEqual(['A poem', 'Another text.'])
    expect(run(circle).endsAt).toBe(circle.now + 8 * MINUTE)
    expect(HOUR.steps[READING]?.title).toBe('Reading')
  })

  test('has its time moved when it is the one that runs, and the lamp with it', () => {
    const circle = started('Fern')
    circle.wait(60)
    const { endsAt } = run(circle)
    adjust(circle, 0, { minutes: 3 })
    expect([run(circle).endsAt, circle.record.lamp?.endsAt]).toEqual([endsAt - 2 * MINUTE, endsAt - 2 * MINUTE])
  })

  test('is refused where it cannot be, and nothing changes', () => {
    const circle = createScriptedCircle('Fern')
    expect(adjust(circle, 0, { minutes: 3 })).toBe('no-script')
    circle.start()
    circle.send('Ada', { type: 'next-step' })
    const before = circle.record
    expect([adjust(circle, 0, { minutes: 3 }), adjust(circle, 9, { minutes: 3 })]).toEqual(['stale', 'not-found'])
    expect([adjust(circle, 3, {}), adjust(circle, 3, { title: ' ' })]).toEqual(['already-so', 'bad-script'])
    expect(circle.record).toBe(before)
  })

  test('never makes the script longer than one may be', () => {
    const circle = createScriptedCircle('Fern')
    circle.start(script(...Array.from({ length: 11 }, (_, at) => step(`s${at}`, { text: 'x'.repeat(1800) }))))
    expect(adjust(circle, 5, { text: 'x'.repeat(2000) })).toBe('ok')
    expect(adjust(circle, 6, { text: 'x'.repeat(2001 - 1) })).toBe('bad-script')
  })
})

test('a care pause has words for everybody, which may be said anew, and are gone when it goes on', () => {
  const circle = started('Fern')
  expect(circle.send('Ada', { type: 'pause-script', words: 'We stay with what was said.' })).toBe('ok')
  expect(run(circle)).toMatchObject({ paused: true, pauseWords: 'We stay with what was said.' })
  expect(circle.send('Ada', { type: 'pause-script' })).toBe('already-so')
  expect(circle.send('Ada', { type: 'pause-script', words: 'Breathe.' })).toBe('ok')
  expect(run(circle).pauseWords).toBe('Breathe.')
  circle.send('Ada', { type: 'resume-script' })
  expect(run(circle)).toMatchObject({ paused: false, pauseWords: null })
})

test('a step opens and closes the chat, sets the length of a share, and a hush closes the chat over it', () => {
  const circle = createScriptedCircle('Fern')
  circle.start(script(step('one', { chat: 'all' }), step('two', { floor: 'piece', shareSeconds: 120 })))
  expect(snapshotOf(circle.record).together.chat).toBe('all')
  circle.send('Ada', { type: 'hush' })
  expect(snapshotOf(circle.record).together.chat).toBe('off')
  circle.send('Ada', { type: 'unhush' })
  expect(circle.send('Ada', { type: 'set-chat', mode: 'facilitator' })).toBe('ok')
  expect([snapshotOf(circle.record).together.chat, circle.said()]).toEqual(['facilitator', 'chat-facilitator'])
  circle.send('Ada', { type: 'next-step' })
  expect(snapshotOf(circle.record)).toMatchObject({
    together: { chat: 'off' },
    shareSeconds: 120,
    lamp: { counts: 'share' },
  })
  circle.send('Ada', { type: 'next-step' })
  expect(snapshotOf(circle.record)).toMatchObject({ together: { chat: 'off' }, script: null })
})

test('whoever comes late can be told where the hour is', () => {
  const circle = createScriptedCircle('Fern')
  expect(whereOf(circle.record)).toBeNull()
  circle.start()
  goTo(circle, 3)
  expect(whereOf(circle.record)).toEqual({ title: 'Shares', index: 3, count: 5, floor: 'piece' })
})
