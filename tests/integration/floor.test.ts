// Who may speak is enforced by LiveKit, judged on samples: what the ears of the others hear, whatever the speaker's client does.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCircle, type Circle, type Sitter } from '../support/circle.ts'
import { until } from '../support/clocks.ts'
import { heardAfter, heardNow } from '../support/listening.ts'
import { tryGate } from '../support/rawRequest.ts'
import { startStack, type Stack } from '../support/stack.ts'

let stack: Stack
let circle: Circle
let maple: Sitter
let fern: Sitter
let birch: Sitter

/** Who is heard once it has settled; what is asserted is a whole listening, not a lucky moment. */
const heard = (...names: string[]) => heardAfter(circle.everybody, names)

const say = (by: Sitter, ...[command]: Parameters<Sitter['person']['command']>) => by.person.command(command)

beforeAll(async () => {
  stack = await startStack()
  circle = await openCircle(stack, ['Fern', 'Birch'])
  const [first, second] = circle.members
  if (!first || !second) throw new Error('two members are needed')
  ;[maple, fern, birch] = [circle.facilitator, first, second]
  // Everybody talks all the time, whenever they may: silence is the server's doing.
  await Promise.all(circle.everybody.map(({ voice }) => voice.speak()))
})
afterAll(async () => {
  await circle.disperse()
  await stack.stop()
})

describe('the open floor', () => {
  it('everybody is heard', async () => {
    expect(await heard('Maple', 'Fern', 'Birch')).toEqual(['Maple', 'Fern', 'Birch'])
  })

  it('a held microphone is not heard, the others are, and a release gives it back', async () => {
    await say(maple, { type: 'hold', to: fern.identity })
    expect(await heard('Maple', 'Birch')).toEqual(['Maple', 'Birch'])
    await say(maple, { type: 'release', to: fern.identity })
    expect(await heard('Maple', 'Fern', 'Birch')).toEqual(['Maple', 'Fern', 'Birch'])
  })

  it('a member may hold nobody', async () => {
    await expect(say(fern, { type: 'hold', to: birch.identity })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await heardNow(circle.everybody)).toEqual(['Maple', 'Fern', 'Birch'])
  })

  it('whoever rests comes back with their voice', async () => {
    await say(birch, { type: 'rest' })
    await say(birch, { type: 'return' })
    expect(await heard('Maple', 'Fern', 'Birch')).toEqual(['Maple', 'Fern', 'Birch'])
  })
})

describe('silence and hush', () => {
  it('silence binds everybody, the facilitator too', async () => {
    await say(maple, { type: 'set-floor', mode: 'silence' })
    expect(await heard()).toEqual([])
  })

  it('hush leaves only who runs the meeting, and one press undoes it', async () => {
    await say(maple, { type: 'set-floor', mode: 'open' })
    await heard('Maple', 'Fern', 'Birch')
    await say(maple, { type: 'hush' })
    expect(await heard('Maple')).toEqual(['Maple'])
    await expect(say(fern, { type: 'unhush' })).rejects.toMatchObject({ code: 'not-allowed' })
    await say(maple, { type: 'unhush' })
    expect(await heard('Maple', 'Fern', 'Birch')).toEqual(['Maple', 'Fern', 'Birch'])
  })
})

describe('the talking piece', () => {
  beforeEach(async () => {
    const { floor } = await maple.person.meeting()
    if (floor.mode !== 'piece') await say(maple, { type: 'set-floor', mode: 'piece', speaker: maple.identity })
  })

  it('only its holder is heard', async () => {
    expect(await heard('Maple')).toEqual(['Maple'])
    await expect(say(fern, { type: 'pass' })).rejects.toMatchObject({ code: 'not-your-turn' })
  })

  it('goes round the whole circle: each is heard in turn and nobody else', async () => {
    const order: string[] = []
    for (let turn = 0; turn < 3; turn++) {
      const { floor } = await maple.person.meeting()
      const holder = circle.everybody.find((one) => one.identity === floor.speaker)
      if (!holder) throw new Error('nobody holds the piece')
      order.push(...(await heard(holder.name)))
      await say(holder, { type: 'pass' })
    }
    expect(order.toSorted()).toEqual(['Birch', 'Fern', 'Maple'])
    const { floor } = await maple.person.meeting()
    expect(floor.speaker).toBe(maple.identity)
  })

  it('is handed to somebody, and the one before falls silent after a breath', async () => {
    await heard('Maple')
    await say(maple, { type: 'hand-piece', to: birch.identity })
    expect(await heard('Birch')).toEqual(['Birch'])
    await say(birch, { type: 'hand-piece', to: maple.identity })
    expect(await heard('Maple')).toEqual(['Maple'])
  })

  it('goes on when its holder leaves it by resting', async () => {
    await say(maple, { type: 'hand-piece', to: fern.identity })
    await heard('Fern')
    await say(fern, { type: 'rest' })
    const moved = async () => {
      const { speaker } = (await maple.person.meeting()).floor
      return speaker !== null && speaker !== fern.identity && speaker
    }
    const speaker = await until('the piece to go on', moved)
    const name = circle.everybody.find((one) => one.identity === speaker)?.name ?? ''
    expect(await heard(name)).toEqual([name])
    await say(fern, { type: 'return' })
  })
})

describe('hands and one voice', () => {
  it('those who are called are heard, in the order of their hands', async () => {
    await say(maple, { type: 'set-floor', mode: 'hands' })
    await say(birch, { type: 'raise-hand' })
    await say(fern, { type: 'raise-hand' })
    expect(await heard('Maple')).toEqual(['Maple'])
    await say(maple, { type: 'call-next' })
    expect(await heard('Maple', 'Birch')).toEqual(['Maple', 'Birch'])
    await say(birch, { type: 'pass' })
    expect(await heard('Maple', 'Fern')).toEqual(['Maple', 'Fern'])
  })

  it('one voice is heard, be it a member’s', async () => {
    await say(maple, { type: 'set-floor', mode: 'one-voice', speaker: fern.identity })
    expect(await heard('Fern')).toEqual(['Fern'])
  })

  it('an open floor after it all gives everybody their voice back', async () => {
    await say(maple, { type: 'set-floor', mode: 'open' })
    expect(await heard('Maple', 'Fern', 'Birch')).toEqual(['Maple', 'Fern', 'Birch'])
  })
})

describe('the end', () => {
  it('parts everybody: nobody is heard and no token opens the room again', async () => {
    const { token } = fern.voice
    await say(maple, { type: 'end' })
    expect(await heard()).toEqual([])
    await expect(fern.person.seat()).rejects.toMatchObject({ code: 'not-admitted' })
    expect(await tryGate(stack.url, '/rtc', [['access_token', token]])).toBe(403)
  })
})
