// The whole door, from a link to a voice in a chair, over our real server and a real LiveKit. Who is heard is judged on samples.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admitted, knockOf, openCircle, sitDown, type Circle, type Sitter } from '../support/circle.ts'
import { pause } from '../support/clocks.ts'
import { createPerson, enter, type Person } from '../support/person.ts'
import { tryGate } from '../support/rawRequest.ts'
import { startStack, type Stack } from '../support/stack.ts'

describe('before the doors open', () => {
  let stack: Stack
  let host: Person
  beforeAll(async () => {
    stack = await startStack({ seats: 4 })
    host = await enter(stack.keyLink)
  })
  afterAll(() => stack.stop())

  it('somebody without a link learns nothing and gets nothing', async () => {
    const stranger = createPerson(stack.url)
    await expect(stranger.me()).rejects.toMatchObject({ status: 401, code: 'no-session' })
    await expect(stranger.meeting()).rejects.toMatchObject({ code: 'no-session' })
    await expect(stranger.seat()).rejects.toMatchObject({ code: 'no-session' })
  })

  it('a wrong link opens nothing and is told apart from no right one', async () => {
    const wrong = `${stack.url}/#k=${'x'.repeat(43)}`
    await expect(enter(wrong)).rejects.toMatchObject({ code: 'unknown-link' })
    const keyInDoor = stack.doorLink.replace('#d=', '#k=')
    await expect(enter(keyInDoor)).rejects.toMatchObject({ code: 'unknown-link' })
  })

  it('somebody who knocks waits, with no seat, no meeting and no way to LiveKit', async () => {
    const fern = await enter(stack.doorLink)
    const me = await fern.knock('Fern', { firstTime: true })
    expect(me).toMatchObject({ knock: 'wait-closed', identity: null, phase: 'closed', keyHolder: false })
    await expect(fern.seat()).rejects.toMatchObject({ status: 403, code: 'not-admitted' })
    await expect(fern.meeting()).rejects.toMatchObject({ code: 'not-admitted' })
    await expect(fern.command({ type: 'raise-hand' })).rejects.toMatchObject({ code: 'not-admitted' })
    await expect(fern.command({ type: 'open-doors' })).rejects.toMatchObject({ code: 'not-admitted' })
    expect(await tryGate(stack.url, '/rtc', [])).toBe(403)
  })

  it('the key-holder sees who waits, and that it is their first time', async () => {
    const events = await host.events()
    const entry = await events.until('Fern at the door', ({ door }) => door.find((one) => one.name === 'Fern'))
    expect(entry).toMatchObject({ firstTime: true, answer: null })
    events.close()
  })

  it('it goes on by itself when the doors open and the key-holder lets them in', async () => {
    const birch = await enter(stack.doorLink)
    await birch.knock('Birch')
    const events = await birch.events()
    expect(events.me?.knock).toBe('wait-closed')
    await host.knock('Maple')
    await host.command({ type: 'open-doors' })
    await events.until('the open doors to be seen', ({ me }) => me?.knock === 'waiting')
    await host.command({ type: 'admit', knock: await knockOf(host, 'Birch') })
    const me = await events.until('Birch to be let in', (one) => (one.me?.knock === 'admitted' ? one.me : null))
    expect(me.identity).toMatch(/^p_[a-z0-9]{16}$/)
    await events.until('the meeting to be seen', ({ snapshot }) =>
      snapshot?.participants.some((one) => one.identity === me.identity),
    )
    events.close()
  })
})

describe('at the open door', () => {
  let stack: Stack
  let circle: Circle
  let host: Person
  beforeAll(async () => {
    stack = await startStack({ seats: 4 })
    circle = await openCircle(stack, ['Fern'])
    host = circle.facilitator.person
  })
  afterAll(async () => {
    await circle.disperse()
    await stack.stop()
  })

  it('those who are in hear each other, and not themselves', async () => {
    const [fern] = circle.members
    if (!fern) throw new Error('Fern is missing')
    await Promise.all([circle.facilitator.voice.speak(), fern.voice.speak()])
    const from = await circle.facilitator.voice.ears.untilHeard(fern.hz)
    await fern.voice.ears.untilHeard(circle.facilitator.hz)
    expect(fern.voice.ears.heard(fern.hz, from)).toBe(false)
    expect(circle.facilitator.voice.ears.heard(circle.facilitator.hz, from)).toBe(false)
  })

  it('somebody declined is told so, may knock once more, and after a second no not again', async () => {
    const wren = await enter(stack.doorLink)
    const events = await wren.events()
    await wren.knock('Wren')
    await host.command({ type: 'decline', knock: await knockOf(host, 'Wren') })
    await events.until('the first no', ({ me }) => me?.knock === 'declined')
    await wren.knock('Wren')
    await host.command({ type: 'decline', knock: await knockOf(host, 'Wren') })
    await events.until('the second no', ({ me }) => me?.knock === 'blocked')
    await expect(wren.knock('Wren')).rejects.toMatchObject({ status: 403, code: 'blocked' })
    events.close()
  })

  it('nobody gets in while it is locked, and waiting goes on', async () => {
    const alder = await enter(stack.doorLink)
    await alder.knock('Alder')
    await host.command({ type: 'lock' })
    const knock = await knockOf(host, 'Alder')
    await expect(host.command({ type: 'admit', knock })).rejects.toMatchObject({ code: 'door-locked' })
    expect((await alder.me()).knock).toBe('wait-closed')
    await host.command({ type: 'unlock' })
    await host.command({ type: 'admit', knock })
    expect((await alder.me()).knock).toBe('admitted')
    await alder.leave()
  })

  it('a name that looks like one already there is refused', async () => {
    const another = await enter(stack.doorLink)
    await expect(another.knock('Fern')).rejects.toMatchObject({ status: 409, code: 'name-taken' })
    await expect(another.knock('FERN')).rejects.toMatchObject({ code: 'name-taken' })
    await expect(another.knock('Fеrn')).rejects.toMatchObject({ code: 'name-taken' })
  })

  it('nobody is let in beyond the last chair', async () => {
    const rowan = await admitted(stack, host, 'Rowan')
    await admitted(stack, host, 'Hazel')
    await expect(admitted(stack, host, 'Aspen')).rejects.toMatchObject({ code: 'circle-full' })
    await rowan.leave()
    await host.command({ type: 'admit', knock: await knockOf(host, 'Aspen') })
  })

  it('whoever leaves is not heard any more, their token is worth nothing, and the chair is free', async () => {
    const [fern] = circle.members
    if (!fern) throw new Error('Fern is missing')
    await circle.facilitator.voice.ears.untilHeard(fern.hz)
    const { token } = fern.voice
    await fern.person.leave()
    await circle.facilitator.voice.ears.untilSilent(fern.hz)
    expect(await tryGate(stack.url, '/rtc', [['access_token', token]])).toBe(403)
    await expect(fern.person.seat()).rejects.toMatchObject({ code: 'not-admitted' })
    const { participants } = await host.meeting()
    expect(participants.map((one) => one.name)).not.toContain('Fern')
  })
})

describe('one chair, two pages', () => {
  let stack: Stack
  let circle: Circle
  let again: Sitter
  beforeAll(async () => {
    stack = await startStack()
    circle = await openCircle(stack, ['Fern'])
  })
  afterAll(async () => {
    await again.voice.leave()
    await circle.disperse()
    await stack.stop()
  })

  it('the newer page gets the chair, the older one is told, and one voice is heard, not two', async () => {
    const [fern] = circle.members
    if (!fern) throw new Error('Fern is missing')
    const { ears } = circle.facilitator.voice
    await fern.voice.speak()
    await ears.untilHeard(fern.hz)
    const older = await fern.person.events()
    again = await sitDown(fern.person, 'Fern', 5)
    expect(again.identity).toBe(fern.identity)
    expect(again.seat.claim).not.toBe(fern.seat.claim)
    await older.until('the older page to be told', ({ all }) =>
      all.some((event) => event.type === 'moved' && event.claim === again.seat.claim),
    )
    older.close()
    await again.voice.speak()
    await ears.untilHeard(again.hz)
    await ears.untilSilent(fern.hz)
    const from = performance.now()
    await pause(500)
    expect(ears.heard(again.hz, from)).toBe(true)
    expect(ears.heard(fern.hz, from)).toBe(false)
    const { participants } = await circle.facilitator.person.meeting()
    expect(participants).toHaveLength(2)
  })
})
