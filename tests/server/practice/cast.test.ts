// The company of a practice circle: the same from the same seed, under everybody's rules, and silent when held.

import { describe, expect, test } from 'vitest'
import { maySpeak } from '#protocol/meeting.ts'
import { SIMULATED_MARK } from '#protocol/practice.ts'
import { type Scenario } from '#protocol/scenario.ts'
import { apply, createMeeting } from '../../../server/meetings/meeting.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { readScenarios } from '../../../server/storage/scenarioFiles.ts'
import { playHour, rehearse } from './rehearsal.ts'

const scenarios = readScenarios(null)
const find = (id: string) => scenarios.find((one) => one.id === id)!
const ROOM: Scenario = find('takes-the-room')

/** Hours that each scenario is played in this test; `npm run bench` plays ten thousand. */
const HOURS = 4

describe('a simulated company', () => {
  test('does the same at the same times from the same seed, and something else from another', () => {
    const play = (seed: number) => {
      const rehearsal = rehearse(find('sit-down'), seed)
      rehearsal.pass(90)
      return rehearsal.done
    }
    expect(play(7)).toEqual(play(7))
    expect(play(7).length).toBeGreaterThan(3)
    expect(play(8)).not.toEqual(play(7))
  })

  test('is known as simulated by every name that anybody can read', () => {
    const { record } = rehearse(ROOM, 1)
    const names = snapshotOf(record).participants.map((one) => one.name)
    expect(names.filter((name) => name.endsWith(SIMULATED_MARK))).toHaveLength(ROOM.people.length)
    expect(names.filter((name) => !name.endsWith(SIMULATED_MARK))).toEqual(['Trainee'])
  })

  test('says nothing while the facilitator holds a microphone, and may again afterwards', () => {
    const rehearsal = rehearse(ROOM, 3)
    const rolf = rehearsal.identity('rolf')
    rehearsal.send({ type: 'hand-piece', to: rolf })
    const speaks = () => rehearsal.cast.view(rehearsal.record, false).speeches.some((one) => one.identity === rolf)
    for (let count = 0; count < 40 && !speaks(); count++) rehearsal.pass(0.5)
    expect(speaks()).toBe(true)
    rehearsal.send({ type: 'hold', to: rolf })
    expect(maySpeak(snapshotOf(rehearsal.record), rolf)).toBe(false)
    expect(speaks()).toBe(false)
    rehearsal.pass(30)
    expect(speaks()).toBe(false)
    rehearsal.send({ type: 'release', to: rolf })
    for (let count = 0; count < 40 && !speaks(); count++) rehearsal.pass(0.5)
    expect(speaks()).toBe(true)
  })

  test('falls silent in the moment of a hush', () => {
    const rehearsal = rehearse(find('sit-down'), 3)
    const view = () => rehearsal.cast.view(rehearsal.record, false).speeches
    for (let count = 0; count < 60 && view().length === 0; count++) rehearsal.pass(0.5)
    expect(view().length).toBeGreaterThan(0)
    const attack = rehearse(ROOM, 3)
    attack.send({ type: 'hush' })
    attack.pass(120)
    expect(attack.cast.view(attack.record, false).speeches).toEqual([])
  })

  test.each(scenarios.map((one) => [one.id, one] as const))(
    'of “%s” breaks no rule in hours of anything',
    (_id, one) => {
      const violations = Array.from({ length: HOURS }, (_, seed) => playHour(one, seed)).flat()
      expect(violations).toEqual([])
    },
  )
})

describe('a real meeting', () => {
  const names = { identity: () => 'p_0000000000000009' }
  const real = () => createMeeting({ id: 'm_000000000000', group: 'g_1', seats: 8 })
  const avatar = { character: 'fox', palette: 'moss', accessory: 'none' } as const
  const knock = { name: 'Fern', avatar, firstTime: false, answer: null }
  const fresh = { id: 'k_1', identity: 'p_0000000000000001', session: 'a'.repeat(64) }

  test('lets nobody simulated in, and cannot be made a practice', () => {
    const simulated = apply(real(), { type: 'knock', keyHolder: false, simulated: true, knock, ...fresh }, 0, names)
    expect(simulated).toEqual({ ok: false, code: 'not-allowed' })
    const trainee = { ...fresh, name: 'Fern', avatar, role: 'member', firstTime: false } as const
    const begun = apply(
      real(),
      { type: 'begin-practice', open: true, seats: 8, environment: 'lounge', floor: 'open', trainee, company: [] },
      0,
      names,
    )
    expect(begun).toEqual({ ok: false, code: 'not-allowed' })
    expect(apply(real(), { type: 'end-practice' }, 0, names)).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('is not made out of a practice by a knock', () => {
    const practice = createMeeting({ id: 'm_000000000000', group: 'g_1', seats: 8, practice: true })
    const knocked = apply(practice, { type: 'knock', keyHolder: true, knock, ...fresh }, 0, names)
    expect(knocked).toEqual({ ok: false, code: 'not-allowed' })
  })
})
