import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { collectResponse, offerResponse, pairResponse } from '#protocol/api.ts'
import { PAIR_CODE_SECONDS } from '#protocol/limits.ts'
import { createSystemClock } from '../../../server/clock.ts'
import { createPerson, enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let fern: Person
let moss: Person
let headset: Person
/** How far the routes' clock is ahead, ms. */
let ahead: number
beforeEach(async () => {
  ahead = 0
  const clock = createSystemClock()
  site = await createSite({
    // Each browser of a test may come from a place of its own.
    config: { trustProxy: 1 },
    deps: { clock: { ...clock, now: () => clock.now() + ahead } },
  })
  fern = await enter(site.keyLink)
  await fern.knock('Fern')
  await fern.command({ type: 'open-doors' })
  moss = await letIn('Moss')
  headset = createPerson(site.url)
})
afterEach(() => site.stop())

async function waits(name: string): Promise<Person> {
  const person = await enter(site.doorLink)
  await person.knock(name)
  return person
}

async function letIn(name: string): Promise<Person> {
  const person = await waits(name)
  const knock = site.record.knocks.find((one) => one.name === name)
  await fern.command({ type: 'admit', knock: knock?.id ?? '' })
  return person
}

const idOf = (name: string) => site.record.people.find((one) => one.name === name)?.identity ?? ''

async function post(person: Person, path: string, body: unknown, from = '203.0.113.1'): Promise<Response> {
  return person.request('POST', path, body, { 'x-forwarded-for': from })
}

/** What the server answers, shortly. */
async function told(answer: Promise<Response>): Promise<string> {
  const response = await answer
  const problem: unknown = response.status === 204 ? {} : await response.json()
  const { code } = z.parse(z.looseObject({ code: z.optional(z.string()) }), problem)
  return code === undefined ? String(response.status) : `${response.status} ${code}`
}

async function digitsOf(person: Person): Promise<string> {
  return z.parse(pairResponse, await (await post(person, '/api/pair', {})).json()).code
}

async function offerOf(person: Person): Promise<z.infer<typeof offerResponse>> {
  return z.parse(offerResponse, await (await post(person, '/api/pair/offer', {})).json())
}

async function isPaired(person: Person, secret: string): Promise<boolean> {
  return z.parse(collectResponse, await (await post(person, '/api/pair/collect', { secret })).json()).paired
}

/** Digits that are not these. */
const other = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0')

describe('somebody in the circle', () => {
  test('moves their own seat to a headset, and nobody else’s', async () => {
    const before = await moss.me()
    expect(await told(post(headset, '/api/pair/redeem', { code: await digitsOf(moss) }))).toBe('204')
    expect(headset.cookie).toMatch(/^hearthside=[\w-]{43}$/)
    expect(headset.cookie).not.toBe(moss.cookie)
    expect(await headset.me()).toMatchObject({ knock: 'admitted', identity: before.identity, name: 'Moss' })
    expect((await headset.seat()).identity).toBe(before.identity)
    expect(site.record.people.map((one) => one.name)).toEqual(['Fern', 'Moss'])
  })

  test('is told on the first page when the digits were used, and when the chair has moved', async () => {
    const stream = await moss.events()
    await post(headset, '/api/pair/redeem', { code: await digitsOf(moss) })
    await stream.until('the digits to be used', ({ all }) => all.some(({ type }) => type === 'paired'))
    const { claim } = await headset.seat()
    const moved = await stream.until('the chair to move', ({ all }) => all.find(({ type }) => type === 'moved'))
    expect(moved).toEqual({ type: 'moved', claim })
    stream.close()
  })

  test('acts from both pages as the one person that they are', async () => {
    await post(headset, '/api/pair/redeem', { code: await digitsOf(moss) })
    await headset.command({ type: 'raise-hand' })
    expect((await moss.command({ type: 'lower-hand' })).hands).toEqual([])
  })

  test('leaves with both devices at once, whichever says so', async () => {
    await post(headset, '/api/pair/redeem', { code: await digitsOf(moss) })
    await moss.leave()
    expect([(await moss.me()).knock, (await headset.me()).knock]).toEqual(['left', 'left'])
    await expect(headset.seat()).rejects.toMatchObject({ code: 'not-admitted' })
  })

  test('is removed with both devices at once, and gets no more digits', async () => {
    const digits = await digitsOf(moss)
    await post(headset, '/api/pair/redeem', { code: digits })
    const unused = await digitsOf(moss)
    await fern.command({ type: 'remove', to: idOf('Moss') })
    for (const device of [moss, headset]) {
      expect((await device.me()).knock).toBe('removed')
      await expect(device.seat()).rejects.toMatchObject({ code: 'not-admitted' })
      expect(await told(post(device, '/api/pair', {}))).toBe('403 not-admitted')
    }
    expect(await told(post(createPerson(site.url), '/api/pair/redeem', { code: unused }))).toBe('403 unknown-code')
  })

  test('leaves the chair of whoever borrowed the headset before alone', async () => {
    await post(headset, '/api/pair/redeem', { code: await digitsOf(moss) })
    expect(await told(post(headset, '/api/pair/redeem', { code: await digitsOf(fern) }))).toBe('204')
    expect(await headset.me()).toMatchObject({ name: 'Fern', keyHolder: true })
    expect((await moss.me()).knock).toBe('admitted')
  })

  test('sits in one chair: what the headset had of its own becomes free', async () => {
    const ivy = await waits('Ivy')
    expect(await told(post(ivy, '/api/pair/redeem', { code: await digitsOf(moss) }))).toBe('204')
    expect(site.record.knocks).toEqual([])
    expect(await ivy.me()).toMatchObject({ name: 'Moss', knock: 'admitted' })
  })

  test('may have the headset show the digits instead', async () => {
    const { code, secret } = await offerOf(headset)
    expect(await isPaired(headset, secret)).toBe(false)
    expect(await told(post(moss, '/api/pair/approve', { code }))).toBe('204')
    expect(headset.cookie).toBe('')
    expect(await isPaired(headset, secret)).toBe(true)
    expect(await headset.me()).toMatchObject({ name: 'Moss', knock: 'admitted' })
    expect(await told(post(headset, '/api/pair/collect', { secret }))).toBe('403 unknown-code')
  })

  test('moves nothing any more when they went before the headset collected', async () => {
    const { code, secret } = await offerOf(headset)
    await post(moss, '/api/pair/approve', { code })
    await moss.leave()
    expect(await told(post(headset, '/api/pair/collect', { secret }))).toBe('403 unknown-code')
  })
})

describe('digits are no way past the door', () => {
  test('who waits goes on waiting, in both places', async () => {
    const ivy = await waits('Ivy')
    expect(await told(post(headset, '/api/pair/redeem', { code: await digitsOf(ivy) }))).toBe('204')
    expect(await headset.me()).toMatchObject({ name: 'Ivy', knock: 'waiting', identity: null })
    await expect(headset.seat()).rejects.toMatchObject({ code: 'not-admitted' })
    const knock = site.record.knocks.find((one) => one.name === 'Ivy')
    await fern.command({ type: 'admit', knock: knock?.id ?? '' })
    expect((await headset.seat()).identity).toBe(idOf('Ivy'))
  })

  test('nobody without a session, on the porch, declined, gone or after the end gets any', async () => {
    expect(await told(post(headset, '/api/pair', {}))).toBe('401 no-session')
    expect(await told(post(headset, '/api/pair/approve', { code: '123456' }))).toBe('401 no-session')
    const ivy = await enter(site.doorLink)
    expect(await told(post(ivy, '/api/pair', {}))).toBe('403 not-admitted')
    const { code } = await offerOf(headset)
    expect(await told(post(ivy, '/api/pair/approve', { code }))).toBe('403 not-admitted')
    await ivy.knock('Ivy')
    await fern.command({ type: 'decline', knock: site.record.knocks[0]?.id ?? '' })
    expect(await told(post(ivy, '/api/pair', {}))).toBe('403 not-admitted')
    await moss.leave()
    expect(await told(post(moss, '/api/pair', {}))).toBe('403 not-admitted')
    await fern.command({ type: 'end' })
    expect(await told(post(fern, '/api/pair', {}))).toBe('403 not-admitted')
  })

  test('a removed one whose headset was paired knocks from neither', async () => {
    await post(headset, '/api/pair/redeem', { code: await digitsOf(moss) })
    await fern.command({ type: 'remove', to: idOf('Moss') })
    for (const device of [moss, headset]) {
      await expect(device.knock('Moss')).rejects.toMatchObject({ code: 'blocked' })
    }
  })
})

describe('somebody who guesses', () => {
  test('hears the same of wrong, used, hidden and old digits, and of those of somebody who is out', async () => {
    const used = await digitsOf(moss)
    await post(headset, '/api/pair/redeem', { code: used })
    const hidden = await digitsOf(moss)
    await moss.request('DELETE', '/api/pair')
    const ivy = await letIn('Ivy')
    const out = await digitsOf(ivy)
    await ivy.leave()
    const old = await digitsOf(fern)
    ahead += PAIR_CODE_SECONDS * 1000
    const answers = await Promise.all(
      [used, hidden, out, old, other(old)].map(async (code, index) => {
        const response = await post(createPerson(site.url), '/api/pair/redeem', { code }, `203.0.113.${10 + index}`)
        return [response.status, await response.json(), response.headers.get('set-cookie')]
      }),
    )
    for (const answer of answers) {
      expect(answer).toEqual([403, { code: 'unknown-code', retryAfterSeconds: 2 }, null])
    }
  })

  test('is slowed down with each wrong try, and right digits do not help who comes too early', async () => {
    const digits = await digitsOf(moss)
    const guess = (code: string) => post(headset, '/api/pair/redeem', { code })
    for (const seconds of [2, 4, 8]) {
      const answer = await guess(other(digits))
      expect([answer.headers.get('retry-after'), await answer.json()]).toEqual([
        String(seconds),
        { code: 'unknown-code', retryAfterSeconds: seconds },
      ])
      expect(await told(guess(digits))).toBe('429 too-many')
      ahead += seconds * 1000
    }
    expect(await told(guess(digits))).toBe('204')
  })

  test('from many places at once is stopped by the number of all tries together', async () => {
    const digits = await digitsOf(moss)
    const answers: string[] = []
    for (let one = 0; one < 30; one++) {
      answers.push(await told(post(headset, '/api/pair/redeem', { code: other(digits) }, `203.0.113.${one}`)))
    }
    expect(answers.filter((one) => one === '403 unknown-code')).toHaveLength(20)
    expect(answers.at(-1)).toBe('429 too-many')
    // What was opened before goes on: only new digits have to wait.
    await expect(moss.command({ type: 'raise-hand' })).resolves.toMatchObject({ phase: 'open' })
  })
})

test.each([
  ['/api/pair', { code: '123456' }],
  ['/api/pair/redeem', {}],
  ['/api/pair/redeem', { code: 123_456 }],
  ['/api/pair/redeem', { code: '12345' }],
  ['/api/pair/redeem', { code: '1234567' }],
  ['/api/pair/redeem', { code: '12345a' }],
  ['/api/pair/redeem', { code: '١٢٣٤٥٦' }],
  ['/api/pair/redeem', { code: '123456', session: 'x' }],
  ['/api/pair/offer', { secret: 'mine' }],
  ['/api/pair/approve', { code: '' }],
  ['/api/pair/collect', { secret: 'short' }],
])('%s with %j is refused and costs nothing', async (path, body) => {
  expect(await told(post(moss, path, body))).toBe('400 bad-request')
})

test('the log knows that digits were used, not which and not whose', async () => {
  const digits = await digitsOf(moss)
  await post(headset, '/api/pair/redeem', { code: other(digits) })
  ahead += 2000
  await post(headset, '/api/pair/redeem', { code: digits })
  const lines = site.log.join('')
  expect(lines).toContain('"code-refused"')
  expect(lines).toContain('"paired"')
  expect(lines).not.toContain(digits)
  expect(lines).not.toContain(other(digits))
})

test('a fourth device ends the first one’s part', async () => {
  await post(headset, '/api/pair/redeem', { code: await digitsOf(moss) })
  const more: Person[] = []
  for (let one = 0; one < 3; one++) {
    const device = createPerson(site.url)
    await post(device, '/api/pair/redeem', { code: await digitsOf(moss) })
    more.push(device)
  }
  await expect(headset.me()).rejects.toMatchObject({ code: 'no-session' })
  await expect(more[2]?.me()).resolves.toMatchObject({ name: 'Moss' })
})
