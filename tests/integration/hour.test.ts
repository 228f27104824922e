// The facilitator's hour over a real LiveKit: every template from its first step to its last in compressed time, judged on samples; the
// chair that goes on and comes back; a server that is killed between two steps; and commands that come out of order.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import type { Step } from '#protocol/script.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { readScriptTemplates } from '../../server/storage/scriptTemplates.ts'
import { openCircle, sitDown, type Circle, type Sitter } from '../support/circle.ts'
import { until } from '../support/clocks.ts'
import { heardAfter } from '../support/listening.ts'
import { viewRooms } from '../support/roomView.ts'
import { createServerTime } from '../support/serverTime.ts'
import { startStack, type Stack } from '../support/stack.ts'

const TEMPLATES = readScriptTemplates()
const time = createServerTime()
let stack: Stack

beforeAll(async () => {
  stack = await startStack({ env: time.env })
})
afterAll(async () => {
  await stack.stop()
  time.remove()
})

const say = (by: Sitter, ...[command, revision]: Parameters<Sitter['person']['command']>) =>
  by.person.command(command, revision)

/** Maple holds the key, Fern reads, Birch is a co-facilitator; all of them talk all the time, whenever they may. */
async function gather(): Promise<{ circle: Circle; maple: Sitter; fern: Sitter; birch: Sitter }> {
  const circle = await openCircle(stack, ['Fern', 'Birch'])
  const [fern, birch] = circle.members
  if (!fern || !birch) throw new Error('two members are needed')
  const maple = circle.facilitator
  await say(maple, { type: 'hand-role', to: fern.identity, role: 'reader' })
  await say(maple, { type: 'hand-role', to: birch.identity, role: 'co-facilitator' })
  await Promise.all(circle.everybody.map(({ voice }) => voice.speak()))
  return { circle, maple, fern, birch }
}

async function part(circle: Circle): Promise<void> {
  await say(circle.facilitator, { type: 'end' })
  await circle.disperse()
  await until('the room to be taken down', async () => (await viewRooms(stack).rooms()).length === 0)
}

const nameOf = ({ participants }: MeetingSnapshot, identity: string | null) =>
  participants.find((one) => one.identity === identity)?.name ?? ''

/** Who should be heard in a step, by its own words: nothing of it is worked out by the server's rule. */
function voicesOf(step: Step, snapshot: MeetingSnapshot): string[] {
  if (step.floor === 'silence') return []
  if (step.floor === 'one-voice') return [step.role === 'reader' ? 'Fern' : 'Maple']
  if (step.floor === 'piece') return [nameOf(snapshot, snapshot.floor.speaker)]
  return step.floor === 'hands' ? ['Maple', 'Birch'] : ['Maple', 'Fern', 'Birch']
}

describe.each(TEMPLATES.map((one) => [one.title, one] as const))('%s', (_title, script) => {
  it('runs from its first step to its last, and who may speak is heard and nobody else', async () => {
    const { circle, maple } = await gather()
    const began = time.now()
    let snapshot = await say(maple, { type: 'start-script', script: script.id })
    const listened = new Set<Step['floor']>()
    for (const [index, step] of script.steps.entries()) {
      expect(snapshot.script).toMatchObject({ index, role: step.role, ends: step.ends })
      expect(snapshot.floor.mode).toBe(step.floor)
      if (!listened.has(step.floor)) {
        const voices = voicesOf(step, snapshot)
        expect(await heardAfter(circle.everybody, voices), step.id).toEqual(voices)
      }
      listened.add(step.floor)
      time.forward(step.ends === 'by-time' ? step.minutes * 60_000 : 20_000)
      const moved = async () => {
        const now = await maple.person.meeting()
        return now.script?.index !== index && now
      }
      if (step.ends === 'by-hand') await say(maple, { type: 'next-step', from: index })
      for (let turn = 0; turn < 3 && step.ends === 'round-complete'; turn++) {
        const { floor } = await maple.person.meeting()
        const holder = circle.everybody.find((one) => one.identity === floor.speaker)
        if (holder) await say(holder, { type: 'pass' })
      }
      snapshot = await until(`${step.id} to be over`, moved)
    }
    expect(snapshot.script).toBeNull()
    expect(snapshot.announcement?.kind).toBe('script-ended')
    expect(time.now() - began).toBeGreaterThan(3 * 60_000)
    await part(circle)
  })
})

describe('the chair', () => {
  it('goes to the co-facilitator while somebody holds the piece, who keeps it, and comes back', async () => {
    const { circle, maple, fern, birch } = await gather()
    await say(maple, { type: 'set-floor', mode: 'piece', speaker: fern.identity })
    expect(await heardAfter(circle.everybody, ['Fern'])).toEqual(['Fern'])
    await maple.voice.leave()
    const seen = async (role: string, of: Sitter) => {
      const { participants } = await birch.person.meeting()
      return participants.find((one) => one.identity === of.identity)?.role === role
    }
    const away = async () => (await birch.person.meeting()).participants.some((one) => one.presence === 'away')
    // A short loss is forgiven; then it counts.
    time.forward(5_000)
    await until('the facilitator to be missed', away)
    time.forward(20_000)
    await until('Birch to have the chair', () => seen('facilitator', birch))
    const meanwhile = await birch.person.meeting()
    expect(nameOf(meanwhile, meanwhile.standsInFor)).toBe('Maple')
    expect([meanwhile.phase, nameOf(meanwhile, meanwhile.floor.speaker)]).toEqual(['open', 'Fern'])
    const stayed = [fern, birch]
    expect(await heardAfter(stayed, ['Fern'])).toEqual(['Fern'])
    // The hour goes on in the other's hands.
    await say(birch, { type: 'give-time' })
    const back = await sitDown(maple.person, 'Maple', 5)
    await until('Maple to have the chair again', () => seen('facilitator', back))
    const after = await birch.person.meeting()
    expect([after.standsInFor, nameOf(after, after.floor.speaker), after.floor.unhurried]).toEqual([null, 'Fern', true])
    expect(await heardAfter([fern, birch, back], ['Fern'])).toEqual(['Fern'])
    await part({ ...circle, everybody: [back, fern, birch] })
    await back.voice.leave()
  })
})

describe('a server that is killed', () => {
  it('between two steps goes on where it was, also when the step’s time ran out while it was away', async () => {
    const { circle, maple } = await gather()
    await say(maple, { type: 'start-script', script: 'talking-circle' })
    const { script } = await say(maple, { type: 'next-step', from: 0 })
    await stack.kill('server')
    await stack.restartServer()
    expect((await maple.person.meeting()).script).toEqual(script)
    expect(await heardAfter(circle.everybody, [])).toEqual([])
    await stack.kill('server')
    time.forward(60_000)
    await stack.restartServer()
    const next = async () => {
      const now = await maple.person.meeting()
      return now.script?.index === 2 && now
    }
    const after = await until('the quiet minute to be over', next)
    expect(after.script?.titles[2]).toBe(script?.titles[2])
    expect(await heardAfter(circle.everybody, ['Maple'])).toEqual(['Maple'])
    await part(circle)
  })
})

describe('commands that do not fit', () => {
  it('of another role, doubled, late, or for a past state are refused with their code, and nothing changes', async () => {
    const { circle, maple, fern, birch } = await gather()
    await expect(say(maple, { type: 'next-step' })).rejects.toMatchObject({ code: 'no-script', status: 409 })
    await say(maple, { type: 'start-script', script: 'talking-circle' })
    await expect(say(birch, { type: 'start-script', script: 'talking-circle' })).rejects.toMatchObject({
      code: 'script-running',
    })
    const { revision } = await say(maple, { type: 'next-step', from: 0 })
    const before = await maple.person.meeting()
    const refused: [Sitter, MeetingCommand, ErrorCode][] = [
      [fern, { type: 'next-step', from: 1 }, 'not-allowed'],
      [fern, { type: 'set-lamp', seconds: 60 }, 'not-allowed'],
      [maple, { type: 'next-step', from: 0 }, 'stale'],
      [maple, { type: 'adjust-step', step: 0, minutes: 9 }, 'stale'],
      [maple, { type: 'assign-step', step: 23, to: fern.identity }, 'not-found'],
      [maple, { type: 'resume-script' }, 'already-so'],
      [fern, { type: 'stand', place: 1 }, 'wrong-phase'],
      [fern, { type: 'not-now' }, 'already-so'],
    ]
    for (const [by, command, code] of refused) await expect(say(by, command)).rejects.toMatchObject({ code })
    await expect(say(maple, { type: 'extend-step' }, revision - 1)).rejects.toMatchObject({ code: 'stale' })
    expect(await maple.person.meeting()).toEqual(before)
    const asked = await fern.person.request('POST', '/api/commands', {
      command: { type: 'pause-script', words: 'Breathe.\u202E' },
    })
    expect(asked.status).toBe(400)
    // Two presses at once are one.
    const both = await Promise.allSettled([
      say(maple, { type: 'next-step', from: 1 }),
      say(birch, { type: 'next-step', from: 1 }),
    ])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect((await maple.person.meeting()).script?.index).toBe(2)
    await part(circle)
  })
})
