// The scripts that come with Hearthside: whole, kind, and run from the first step to the last by a circle of five.

import { describe, expect, test } from 'vitest'
import { maySpeak } from '#protocol/meeting.ts'
import type { Script } from '#protocol/script.ts'
import { totalMinutes } from '#protocol/script.ts'
import { stepOf, textFor } from '../../../server/meetings/scriptRun.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { readScriptTemplates } from '../../../server/storage/scriptTemplates.ts'
import { createScriptedCircle } from './scripts.ts'
import type { ScriptedCircle } from './scripts.ts'

const TEMPLATES = readScriptTemplates()

test('there is one for each kind of evening', () => {
  expect(TEMPLATES.map((one) => one.id)).toEqual([
    'fellowship-hour',
    'grief-circle',
    'open-evening',
    'self-management-hour',
    'talking-circle',
  ])
})

function createPeople(): ScriptedCircle {
  const circle = createScriptedCircle('Fern', 'Moss', 'Lark', 'Reed')
  const roles = { Fern: 'reader', Moss: 'timekeeper', Lark: 'greeter' } as const
  for (const [name, role] of Object.entries(roles)) {
    circle.send('Ada', { type: 'hand-role', to: circle.id(name), role })
  }
  return circle
}

/** Lets one step go by as people would: a quiet time passes, a round goes round, all else ends by a press. */
function live(circle: ScriptedCircle): void {
  const { record } = circle
  if (!record.script) return
  const step = stepOf(record.script)
  const here = circle.at()
  if (step.ends === 'by-time') circle.wait(step.minutes * 60)
  if (step.ends === 'by-hand') circle.send('Ada', { type: 'next-step', from: record.script.index })
  for (let turn = 0; turn < record.people.length && step.ends === 'round-complete'; turn++) {
    expect(circle.at()).toBe(here)
    circle.wait(20)
    circle.send(circle.speaker() ?? '', { type: 'pass' })
  }
}

describe.each(TEMPLATES.map((one): [string, Script] => [one.title, one]))('%s', (_title, script) => {
  test('takes an hour at most', () => {
    expect(totalMinutes(script)).toBeGreaterThanOrEqual(45)
    expect(totalMinutes(script)).toBeLessThanOrEqual(60)
  })

  test('greets people as they come, begins with what this is and is not, and ends together', () => {
    expect(script.steps[0]).toMatchObject({ id: 'arrive', floor: 'open', role: 'greeter' })
    const welcome = script.steps.find((step) => step.id === 'welcome')
    expect(welcome?.text).toMatch(/peer support/)
    expect(welcome?.text).toMatch(/Pause/)
    expect(script.steps.at(-1)?.id).toBe('closing')
  })

  test('cuts nobody off: only quiet times end by themselves', () => {
    const timed = script.steps.filter((step) => step.ends === 'by-time')
    expect(timed.map((step) => step.floor)).toEqual(timed.map(() => 'silence'))
  })

  test('gives every text to somebody who has the voice or the task, and leaves what a group brings in brackets', () => {
    for (const step of script.steps) {
      expect(step.text, step.id).not.toBe('')
      expect(step.textFor === 'reader' && step.role === null, step.id).toBe(false)
      if (step.role === 'reader') expect(step.text, step.id).toMatch(/\(.*your (group's )?own/)
    }
  })

  test('runs through all of its steps, each with its floor, and nobody reads what is not theirs', () => {
    const circle = createPeople()
    expect(circle.start(script)).toBe('ok')
    const gone: (string | null)[] = []
    for (const step of script.steps) {
      gone.push(circle.at())
      const snapshot = snapshotOf(circle.record)
      expect(snapshot.floor.mode, step.id).toBe(step.floor)
      const voices = snapshot.participants.filter((one) => maySpeak(snapshot, one.identity)).map((one) => one.name)
      if (step.floor === 'silence') expect(voices, step.id).toEqual([])
      if (step.floor === 'one-voice') expect(voices, step.id).toEqual([step.role === 'reader' ? 'Fern' : 'Ada'])
      const reed = circle.who('Reed')
      expect(reed && textFor(circle.record, reed)?.text, step.id).toBe(step.textFor === 'all' ? step.text : undefined)
      live(circle)
    }
    expect(gone).toEqual(script.steps.map((step) => step.id))
    expect([circle.at(), circle.said()]).toEqual([null, 'script-ended'])
  })
})
