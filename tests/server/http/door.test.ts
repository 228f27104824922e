import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { snapshotSchema } from '#protocol/meeting.ts'
import { enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let fern: Person
beforeEach(async () => {
  site = await createSite({ group: { question: 'What brings you?' } })
  fern = await enter(site.keyLink)
})
afterEach(() => site.stop())

async function open(): Promise<void> {
  await fern.knock('Fern')
  await fern.command({ type: 'open-doors' })
}

async function letIn(name: string): Promise<Person> {
  const person = await enter(site.doorLink)
  await person.knock(name)
  const knock = site.record.knocks.find((one) => one.name === name)
  await fern.command({ type: 'admit', knock: knock?.id ?? '' })
  return person
}

describe('at the porch', () => {
  test('everything that one needs to decide is there, and a name that stays while one thinks', async () => {
    const moss = await enter(site.doorLink)
    const me = await moss.me()
    expect(me).toMatchObject({
      group: { name: 'Our circle', question: 'What brings you?', host: 'Somebody runs this.', seats: 12 },
      keyHolder: false,
      phase: 'closed',
      knock: 'none',
      identity: null,
    })
    expect(me.name).toMatch(/^\w+ \w+$/)
    expect((await moss.me()).name).toBe(me.name)
    expect(await moss.pseudonym()).toMatch(/^\w+ \w+$/)
  })

  test('a consent that was given to an older text is asked for again', async () => {
    const moss = await enter(site.doorLink)
    await expect(moss.knock('Moss', { consent: 1 })).rejects.toMatchObject({ status: 409, code: 'consent-needed' })
    expect(site.record.knocks).toEqual([])
  })

  test('a name that is there, or looks like it, is refused with the field that is meant', async () => {
    await open()
    const moss = await enter(site.doorLink)
    for (const name of ['FERN', 'Fem']) {
      const same = await moss.request('POST', '/api/knock', { ...(await knockBody(moss)), name })
      expect([same.status, await same.json()], name).toEqual([409, { code: 'name-taken', field: 'name' }])
    }
    const empty = await moss.request('POST', '/api/knock', { ...(await knockBody(moss)), name: '\u200b' })
    expect([empty.status, await empty.json()]).toEqual([422, { code: 'name-not-usable', field: 'name' }])
  })

  async function knockBody(person: Person) {
    const { group, avatar } = await person.me()
    return { name: 'Moss', avatar, firstTime: true, consent: group.consent }
  }
})

describe('knocking', () => {
  test('waits while the doors are closed, and goes on by itself when they open', async () => {
    const moss = await enter(site.doorLink)
    const events = await moss.events()
    expect((await moss.knock('Moss')).knock).toBe('wait-closed')
    await open()
    await events.until('the doors to open', ({ me }) => me?.knock === 'waiting')
    expect(events.snapshot).toBeNull()
    events.close()
  })

  test('shows those who hold the door who it is, and nobody else', async () => {
    await open()
    const holder = await fern.events()
    const member = await (await letIn('Birch')).events()
    const moss = await enter(site.doorLink)
    const waiting = await moss.events()
    await moss.knock('Moss', { firstTime: true, answer: 'A friend told me.' })
    const entry = await holder.until('the knock', ({ door }) => door[0])
    expect(entry).toMatchObject({ name: 'Moss', firstTime: true, answer: 'A friend told me.' })
    await member.until('the member to be up to date', ({ snapshot }) => snapshot)
    for (const other of [member, waiting]) expect(other.all.some((event) => event.type === 'door')).toBe(false)
    expect(JSON.stringify(member.all)).not.toContain('A friend told me.')
    for (const one of [holder, member, waiting]) one.close()
  })

  test('and being let in brings a seat, a name tag and the meeting', async () => {
    await open()
    const moss = await enter(site.doorLink)
    const events = await moss.events()
    await moss.knock('Moss')
    await expect(moss.seat()).rejects.toMatchObject({ status: 403, code: 'not-admitted' })
    await expect(moss.meeting()).rejects.toMatchObject({ code: 'not-admitted' })
    await fern.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
    const me = await events.until('the admission', (reader) => reader.me?.knock === 'admitted' && reader.me)
    expect(me).toMatchObject({ knock: 'admitted', name: 'Moss' })
    const seat = await moss.seat()
    expect(seat.identity).toBe(me.identity)
    expect(seat.url).toBe(site.url.replace('http', 'ws'))
    expect(site.media.rightsIn(seat.token)).toEqual({ hear: true, speak: true, data: true })
    expect([...site.media.rooms.keys()]).toEqual([`${seat.snapshot.meeting}.${seat.snapshot.epoch}`])
    expect(await moss.meeting()).toEqual(snapshotSchema.parse(seat.snapshot))
    events.close()
  })

  test('is taken back by going back to the porch, also twice', async () => {
    await open()
    const moss = await enter(site.doorLink)
    await moss.knock('Moss')
    expect((await moss.withdraw()).knock).toBe('none')
    expect((await moss.withdraw()).knock).toBe('none')
    expect(site.record.knocks).toEqual([])
    expect((await moss.me()).name).toBe('Moss')
  })

  test('that is declined says so; a second time is the last', async () => {
    await open()
    const moss = await enter(site.doorLink)
    for (const standing of ['declined', 'blocked']) {
      await moss.knock('Moss')
      await fern.command({ type: 'decline', knock: site.record.knocks[0]?.id ?? '' })
      expect((await moss.me()).knock).toBe(standing)
    }
    await expect(moss.knock('Moss')).rejects.toMatchObject({ status: 403, code: 'blocked' })
  })
})

describe('a chair', () => {
  test('is the newest page’s, and the older pages hear whose claim it is', async () => {
    await open()
    const moss = await letIn('Moss')
    const first = await moss.seat()
    const older = await moss.events()
    const second = await moss.seat()
    expect(second.identity).toBe(first.identity)
    expect(second.claim).not.toBe(first.claim)
    const moved = await older.until('the claim', ({ all }) => all.find((event) => event.type === 'moved'))
    expect(moved).toEqual({ type: 'moved', claim: second.claim })
    older.close()
  })

  test('comes with the rights of this moment', async () => {
    await open()
    const moss = await letIn('Moss')
    const { identity } = await moss.seat()
    await fern.command({ type: 'hold', to: identity })
    expect(site.media.rightsIn((await moss.seat()).token)).toEqual({ hear: true, speak: false, data: true })
  })

  test('is free again after leaving, by a beacon without a body or twice; and one may knock again', async () => {
    await open()
    const moss = await letIn('Moss')
    const beacon = await moss.request('POST', '/api/leave', '', { 'content-type': 'text/plain;charset=UTF-8' })
    expect(beacon.status).toBe(204)
    await moss.leave()
    expect((await moss.me()).knock).toBe('left')
    expect(site.record.people.map((one) => one.name)).toEqual(['Fern'])
    expect((await moss.knock('Moss')).knock).toBe('waiting')
    expect((await moss.me()).waitingSince).toBe(site.record.knocks[0]?.since)
    await moss.leave()
    expect(site.record.knocks).toEqual([])
  })

  test('is not given while the media server is away, and nobody is sent off for it', async () => {
    await open()
    const moss = await letIn('Moss')
    site.media.down = true
    await expect(moss.seat()).rejects.toMatchObject({ status: 503, code: 'unavailable' })
    site.media.down = false
    await expect(moss.seat()).resolves.toBeDefined()
  })

  test('that was taken away is told to the one who sat there, and stays taken away', async () => {
    await open()
    const moss = await letIn('Moss')
    const { identity } = await moss.seat()
    const events = await moss.events()
    await fern.command({ type: 'remove', to: identity })
    await events.until('the removal', ({ me }) => me?.knock === 'removed')
    await expect(moss.seat()).rejects.toMatchObject({ status: 403 })
    await expect(moss.knock('Moss')).rejects.toMatchObject({ code: 'blocked' })
    events.close()
  })
})

describe('a meeting that ends', () => {
  test('is told to everybody, and the next one knows nobody’s name', async () => {
    await open()
    const moss = await letIn('Moss')
    const events = await moss.events()
    await fern.command({ type: 'end' })
    await events.until('the end', ({ all }) => all.some((event) => event.type === 'me' && event.me.phase === 'ended'))
    const me = await events.until('the next meeting', (reader) => reader.me?.phase === 'closed' && reader.me)
    expect(me.knock).toBe('none')
    expect(me.name).not.toBe('Moss')
    expect(site.record.people).toEqual([])
    events.close()
  })
})
