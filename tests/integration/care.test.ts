// A private word over the real LiveKit, judged on samples: two hear each other, the circle hears nothing of it, nobody else gets in,
// and neither a killed server nor a killed LiveKit loses anybody.

import { AccessToken } from 'livekit-server-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDimmed } from '#protocol/meeting.ts'
import { openCircle, type Circle, type Sitter } from '../support/circle.ts'
import { until } from '../support/clocks.ts'
import { heardAfter } from '../support/listening.ts'
import { enter } from '../support/person.ts'
import { tryGate } from '../support/rawRequest.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { connectVoice, type Voice } from '../support/voice.ts'

const BACK_MS = 45_000

let stack: Stack
let circle: Circle
let maple: Sitter
let fern: Sitter
let birch: Sitter
const sides: Voice[] = []

const say = (by: Sitter, ...[command]: Parameters<Sitter['person']['command']>) => by.person.command(command)

/** Goes to the side room and talks there in the tone that one has in the circle. */
async function goAside(sitter: Sitter, tone: number): Promise<Voice> {
  const voice = await connectVoice(await sitter.person.side(), tone)
  sides.push(voice)
  await voice.speak()
  return voice
}

/** Nobody comes back by themselves: what is heard afterwards is what was opened afterwards. */
async function leaveSides(): Promise<void> {
  await Promise.all(sides.splice(0).map((one) => one.leave().catch(() => null)))
}

/**
 * Whom the circle hears while the two talk aside without a pause: a leak would be in every moment, so one whole moment without it is
 * proof, and what a busy machine garbles is not.
 */
const heardOutside = () => heardAfter(circle.everybody, ['Birch', 'Reed'])

async function bothHear(first: Voice, second: Voice, fromMs = performance.now()) {
  await first.ears.untilHeard(second.hz, BACK_MS, fromMs)
  await second.ears.untilHeard(first.hz, BACK_MS, fromMs)
}

beforeAll(async () => {
  stack = await startStack()
  circle = await openCircle(stack, ['Fern', 'Birch', 'Reed'])
  const [first, second] = circle.members
  if (!first || !second) throw new Error('two members are needed')
  ;[maple, fern, birch] = [circle.facilitator, first, second]
  await Promise.all(circle.everybody.map(({ voice }) => voice.speak()))
})
afterAll(async () => {
  await leaveSides()
  await circle.disperse()
  await stack.stop()
})

describe('a private word', () => {
  it('is heard by the two and by nobody of the circle, which goes on', async () => {
    await heardAfter(circle.everybody, ['Maple', 'Fern', 'Birch', 'Reed'])
    await say(fern, { type: 'ask-word', to: maple.identity, crisis: false })
    await expect(birch.person.side()).rejects.toMatchObject({ code: 'no-word' })
    await say(maple, { type: 'accept-word', from: fern.identity })
    expect(await heardAfter(circle.everybody, ['Birch', 'Reed'])).toEqual(['Birch', 'Reed'])
    const [hers, mine] = await Promise.all([goAside(fern, 1), goAside(maple, 0)])
    await bothHear(hers, mine)
    // Everybody talks all the time: what the circle hears meanwhile is Birch and Reed alone, and the two hear the circle.
    expect(await heardOutside()).toEqual(['Birch', 'Reed'])
    await fern.voice.ears.untilHeard(birch.hz)
    expect(hers.ears.heard(birch.hz, 0)).toBe(false)
  })

  it('lets nobody else in, whatever they bring', async () => {
    const { token } = await fern.person.side()
    const claims: { video: { room: string } } = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'),
    )
    expect(claims.video.room).toMatch(/\.w1$/)
    const forged = new AccessToken(stack.livekit.key, stack.livekit.secret, { identity: birch.identity, ttl: 60 })
    forged.addGrant({ roomJoin: true, room: claims.video.room, canSubscribe: true })
    expect(await tryGate(stack.url, '/rtc', [['access_token', await forged.toJwt()]])).toBe(403)
    await expect(birch.person.side()).rejects.toMatchObject({ code: 'no-word' })
    expect(await tryGate(stack.url, '/rtc', [['access_token', token]])).toBe('open')
  })

  it('goes on through the death of our server', async () => {
    await leaveSides()
    const [hers, mine] = await Promise.all([goAside(fern, 1), goAside(maple, 0)])
    await bothHear(hers, mine)
    await stack.kill('server')
    await stack.restartServer()
    await bothHear(hers, mine)
    const { participants } = await birch.person.meeting()
    expect(participants.filter((one) => one.aside).map((one) => one.name)).toEqual(['Maple', 'Fern'])
  })

  it('is there again after the death of LiveKit', async () => {
    const { pid } = stack.livekit
    await stack.kill('livekit')
    await until('LiveKit to be started again', () => stack.livekit.pid !== pid, { timeoutMs: BACK_MS })
    const ready = async () => (await fern.person.request('GET', '/readyz')).ok
    await until('LiveKit to be ready', ready, { timeoutMs: BACK_MS })
    await leaveSides()
    const [hers, mine] = await Promise.all([goAside(fern, 1), goAside(maple, 0)])
    await bothHear(hers, mine)
    expect(await heardOutside()).toEqual(['Birch', 'Reed'])
  }, 180_000)

  it('is over for both with one press: the room is gone, no name tag opens it, and the circle hears them again', async () => {
    const { token } = await fern.person.side()
    await say(fern, { type: 'leave-word' })
    expect(await heardAfter(circle.everybody, ['Maple', 'Fern', 'Birch', 'Reed'])).toEqual([
      'Maple',
      'Fern',
      'Birch',
      'Reed',
    ])
    await expect(maple.person.side()).rejects.toMatchObject({ code: 'no-word' })
    expect(await tryGate(stack.url, '/rtc', [['access_token', token]])).toBe(403)
  })
})

describe('a seat by the door', () => {
  it('hears and is not heard, whatever the floor', async () => {
    await say(maple, { type: 'seat-by-door', to: fern.identity })
    expect(await heardAfter(circle.everybody, ['Maple', 'Birch', 'Reed'])).toEqual(['Maple', 'Birch', 'Reed'])
    await say(maple, { type: 'set-floor', mode: 'hands' })
    await say(maple, { type: 'set-floor', mode: 'open' })
    expect(await heardAfter(circle.everybody, ['Maple', 'Birch', 'Reed'])).toEqual(['Maple', 'Birch', 'Reed'])
    expect(fern.voice.permitted).toBe(false)
    await fern.voice.ears.untilHeard(birch.hz)
    await say(maple, { type: 'seat-back', to: fern.identity })
    await birch.voice.ears.untilHeard(fern.hz)
  })
})

describe('a hush', () => {
  it('from a co-facilitator as well leaves only who runs the meeting, closes writing and the door, and is undone in one press', async () => {
    await say(maple, { type: 'hand-role', to: birch.identity, role: 'co-facilitator' })
    await say(maple, { type: 'set-chat', mode: 'all' })
    const stranger = await enter(stack.doorLink)
    await stranger.knock('Late Linden')
    expect(await heardAfter(circle.everybody, ['Maple', 'Fern', 'Birch', 'Reed'])).toHaveLength(4)
    const hushed = await say(birch, { type: 'hush' })
    expect(await heardAfter(circle.everybody, ['Maple', 'Birch'])).toEqual(['Maple', 'Birch'])
    expect(hushed).toMatchObject({ hushed: true, locked: true, together: { chat: 'off' } })
    expect((await fern.person.request('POST', '/api/chat', { text: 'still here' })).status).toBe(409)
    const dimmed = hushed.participants.filter((one) => isDimmed(hushed, one.identity)).map((one) => one.name)
    expect(dimmed.toSorted()).toEqual(['Fern', 'Reed'])
    const door = await maple.person.events()
    expect(door.door).toEqual([])
    door.close()
    expect(fern.voice.permitted).toBe(false)
    await say(maple, { type: 'unhush' })
    expect(await heardAfter(circle.everybody, ['Maple', 'Fern', 'Birch', 'Reed'])).toHaveLength(4)
    expect((await fern.person.request('POST', '/api/chat', { text: 'again' })).status).toBe(204)
  })
})
