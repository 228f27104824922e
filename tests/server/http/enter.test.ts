import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPerson, enter, Refused } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
beforeEach(async () => {
  site = await createSite()
})
afterEach(() => site.stop())

const secretOf = (link: string) => link.split('=')[1] ?? ''
const post = (body: unknown, cookie = '') =>
  createPerson(site.url).request('POST', '/api/enter', body, cookie ? { cookie } : {})

test('a link becomes a cookie that scripts cannot read and other sites cannot send', async () => {
  const response = await post({ kind: 'd', secret: secretOf(site.doorLink) })
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  const [cookie] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^hearthside=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/)
})

test('over https the cookie is sent over https alone', async () => {
  const secure = await createSite({ config: { publicUrl: 'https://circle.example.org', local: false } })
  const response = await createPerson(secure.url).request(
    'POST',
    '/api/enter',
    { kind: 'd', secret: secretOf(secure.doorLink) },
    { origin: 'https://circle.example.org' },
  )
  expect(response.headers.getSetCookie()[0]).toMatch(/; Secure/)
  await secure.stop()
})

test('neither the secret nor the cookie lies in the database', async () => {
  const person = await enter(site.doorLink)
  const stored = JSON.stringify([
    site.database.prepare('SELECT * FROM links').all(),
    site.database.prepare('SELECT * FROM sessions').all(),
  ])
  expect(stored).not.toContain(secretOf(site.doorLink))
  expect(stored).not.toContain(person.cookie.split('=')[1])
})

test('a wrong link, a right one of another kind and one that was revoked get one and the same answer', async () => {
  const answers = []
  for (const body of [
    { kind: 'd', secret: 'x'.repeat(43) },
    { kind: 'k', secret: secretOf(site.doorLink) },
    { kind: 'i', secret: secretOf(site.doorLink) },
  ]) {
    const response = await post(body)
    answers.push(`${response.status} ${await response.text()} ${response.headers.getSetCookie().join()}`)
  }
  site.database.exec('UPDATE links SET revoked_at = 1')
  const revoked = await post({ kind: 'd', secret: secretOf(site.doorLink) })
  answers.push(`${revoked.status} ${await revoked.text()} `)
  expect(new Set(answers)).toEqual(new Set(['403 {"code":"unknown-link"} ']))
})

test('the same browser keeps its session at a reload with the link, and a key adds to it', async () => {
  const person = await enter(site.doorLink)
  const { cookie } = person
  const again = await post({ kind: 'd', secret: secretOf(site.doorLink) }, cookie)
  expect(again.status).toBe(204)
  expect(again.headers.getSetCookie()).toEqual([])
  expect((await person.me()).keyHolder).toBe(false)
  await post({ kind: 'k', secret: secretOf(site.keyLink) }, cookie)
  expect((await person.me()).keyHolder).toBe(true)
})

test('without a cookie, or with one that is made up, nobody gets further', async () => {
  const nobody = createPerson(site.url)
  await expect(nobody.me()).rejects.toMatchObject({ status: 401, code: 'no-session' })
  const forger = await nobody.request('GET', '/api/me', undefined, { cookie: `hearthside=${'x'.repeat(43)}` })
  expect(forger.status).toBe(401)
})

test('who tries wrong links without end is slowed down; a neighbour with the right one is not', async () => {
  const tries = await Promise.all(Array.from({ length: 40 }, () => post({ kind: 'd', secret: 'x'.repeat(43) })))
  const slowed = tries.filter((one) => one.status === 429)
  expect(slowed.length).toBeGreaterThan(0)
  expect(Number(slowed[0]?.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await slowed[0]?.json()).toMatchObject({ code: 'too-many', retryAfterSeconds: expect.any(Number) })
  await expect(enter(site.doorLink)).resolves.toBeDefined()
})

test('an open page of the same browser hears at once that it holds a key now', async () => {
  const person = await enter(site.doorLink)
  const events = await person.events()
  await post({ kind: 'k', secret: secretOf(site.keyLink) }, person.cookie)
  await events.until('the key', ({ me }) => me?.keyHolder)
  events.close()
})

test('refusals are told apart by their code', async () => {
  await expect(enter(site.doorLink.replace('#d', '#k'))).rejects.toThrow(Refused)
})
