// What people notice when a process dies without warning. Voices pass from person to person through LiveKit, so they outlive our
// server; the meeting is on disk, so it outlives both.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCircle, sitDown, type Circle, type Sitter } from '../support/circle.ts'
import { until } from '../support/clocks.ts'
import { tonesHeard } from '../support/listening.ts'
import { viewRooms } from '../support/roomView.ts'
import { tryGate } from '../support/rawRequest.ts'
import { startStack, type Stack } from '../support/stack.ts'

const BACK_MS = 45_000

let stack: Stack
let circle: Circle
let maple: Sitter
let fern: Sitter
let birch: Sitter

beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())
beforeEach(async () => {
  circle = await openCircle(stack, ['Fern', 'Birch'])
  const [first, second] = circle.members
  if (!first || !second) throw new Error('two members are needed')
  ;[maple, fern, birch] = [circle.facilitator, first, second]
  await Promise.all(circle.everybody.map(({ voice }) => voice.speak()))
  await fern.voice.ears.untilHeard(birch.hz)
  await birch.voice.ears.untilHeard(fern.hz)
})
afterEach(async () => {
  await maple.person.command({ type: 'end' })
  await circle.disperse()
  const view = viewRooms(stack)
  await until('the room to be taken down', async () => (await view.rooms()).length === 0)
})

/** What a meeting is, but for what time and connections change by themselves. */
async function stateOf(sitter: Sitter) {
  const { revision: _revision, participants, ...rest } = await sitter.person.meeting()
  return { ...rest, participants: participants.map(({ presence: _presence, ...one }) => one) }
}

/** Returns the moment after which whatever is heard came through the new LiveKit. */
async function livekitDiesAndReturns(): Promise<number> {
  const { pid } = stack.livekit
  await stack.kill('livekit')
  await until('LiveKit to be started again', () => stack.livekit.pid !== pid, { timeoutMs: BACK_MS })
  return performance.now()
}

describe('our server killed while people talk', () => {
  it('LiveKit lives on without it, and after its return nothing is lost and all hear each other', async () => {
    await maple.person.command({ type: 'raise-hand' })
    await maple.person.command({ type: 'set-environment', environment: 'forest', dim: true })
    const before = await stateOf(maple)
    const livekit = stack.livekit.pid
    await stack.kill('server')
    expect((await viewRooms(stack).rooms()).length).toBe(1)
    await stack.restartServer()
    expect(stack.livekit.pid).toBe(livekit)
    expect(await stateOf(maple)).toEqual(before)
    const back = performance.now()
    await fern.voice.ears.untilHeard(birch.hz, BACK_MS, back)
    await birch.voice.ears.untilHeard(fern.hz, BACK_MS, back)
  })

  it('somebody held stays held while it is away and after', async () => {
    await maple.person.command({ type: 'hold', to: fern.identity })
    await birch.voice.ears.untilSilent(fern.hz)
    const held = performance.now()
    const others = [maple.identity, birch.identity].toSorted()
    await stack.kill('server')
    void fern.voice.publishAnyway().catch(() => null)
    expect(await viewRooms(stack).mayPublish()).toEqual(others)
    await stack.restartServer()
    await birch.voice.ears.untilHeard(maple.hz, BACK_MS)
    await until('everybody to be back', async () => (await viewRooms(stack).people()).length === 3, {
      timeoutMs: BACK_MS,
    })
    expect(await viewRooms(stack).mayPublish()).toEqual(others)
    expect(birch.voice.ears.heard(fern.hz, held)).toBe(false)
    await maple.person.command({ type: 'release', to: fern.identity })
    await birch.voice.ears.untilHeard(fern.hz, BACK_MS)
  })

  it('a command that was acknowledged the moment before is on disk', async () => {
    for (const mode of ['piece', 'silence', 'hands'] as const) {
      const { revision } = await maple.person.command({ type: 'set-floor', mode })
      await stack.kill('server')
      await stack.restartServer()
      const after = await maple.person.meeting()
      expect(after.floor.mode).toBe(mode)
      expect(after.revision).toBeGreaterThanOrEqual(revision)
    }
  })

  it('somebody removed the moment before is out for good', async () => {
    const { token } = fern.voice
    await maple.person.command({ type: 'remove', to: fern.identity })
    await stack.kill('server')
    await stack.restartServer()
    expect(await tryGate(stack.url, '/rtc', [['access_token', token]])).toBe(403)
    await expect(fern.person.seat()).rejects.toMatchObject({ status: 403 })
    expect((await viewRooms(stack).people()).map((one) => one.identity)).not.toContain(fern.identity)
    const from = performance.now()
    await birch.voice.ears.untilHeard(maple.hz, BACK_MS, from)
    expect(birch.voice.ears.heard(fern.hz, from)).toBe(false)
  })
})

describe('LiveKit killed while people talk', () => {
  it('all hear each other again, in the same chairs, and who was removed stays out', async () => {
    const { token } = fern.voice
    await maple.person.command({ type: 'remove', to: fern.identity })
    const before = await stateOf(maple)
    const from = await livekitDiesAndReturns()
    await maple.voice.ears.untilHeard(birch.hz, BACK_MS, from)
    await birch.voice.ears.untilHeard(maple.hz, BACK_MS, from)
    expect(await stateOf(maple)).toEqual(before)
    expect(await tryGate(stack.url, '/rtc', [['access_token', token]])).toBe(403)
    expect((await viewRooms(stack).people()).map((one) => one.identity).toSorted()).toEqual(
      [maple.identity, birch.identity].toSorted(),
    )
  })

  it('somebody held before is held after, while the others talk', async () => {
    await maple.person.command({ type: 'hold', to: fern.identity })
    await birch.voice.ears.untilSilent(fern.hz)
    const from = await livekitDiesAndReturns()
    await birch.voice.ears.untilHeard(maple.hz, BACK_MS, from)
    expect(await tonesHeard([maple, birch], maple, [fern.hz, maple.hz])).toEqual([maple.hz])
    expect(birch.voice.ears.heard(fern.hz, from)).toBe(false)
  })

  it('a member whose client gave up takes the same chair again', async () => {
    const { seat } = (await maple.person.meeting()).participants.find((one) => one.identity === fern.identity) ?? {}
    await stack.kill('livekit')
    await fern.voice.leave()
    const ready = async () => (await fetch(`${stack.url}/readyz`)).ok
    await until('the server to be ready again', ready, { timeoutMs: BACK_MS })
    const again = await sitDown(fern.person, 'Fern', 5)
    await again.voice.speak()
    await maple.voice.ears.untilHeard(again.hz, BACK_MS)
    const now = (await maple.person.meeting()).participants.find((one) => one.identity === again.identity)
    expect(again.identity).toBe(fern.identity)
    expect(now?.seat).toBe(seat)
    await again.voice.leave()
  })
})
