// Whatever is sent that is not meant: a code from the closed list, its status, no echo, and nothing has changed.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '#protocol/api.ts'
import { BODY_BYTES } from '#protocol/limits.ts'
import { createPerson, enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let keyHolder: Person
let member: Person
let waiting: Person
let identity: string

beforeAll(async () => {
  site = await createSite()
  keyHolder = await enter(site.keyLink)
  await keyHolder.knock('Fern')
  await keyHolder.command({ type: 'open-doors' })
  member = await enter(site.doorLink)
  await member.knock('Moss')
  await keyHolder.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
  identity = (await member.seat()).identity
  waiting = await enter(site.doorLink)
  await waiting.knock('Birch')
})
afterAll(() => site.stop())

async function refused(
  person: Person,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<string> {
  const before = JSON.stringify(site.record)
  const response = await person.request(method, path, body, headers)
  const text = await response.text()
  expect(JSON.stringify(site.record)).toBe(before)
  const { code, field } = problemSchema.parse(JSON.parse(text))
  expect(text).not.toContain('unlikely-to-be-anywhere-else')
  return `${response.status} ${code}${field ? ` ${field}` : ''}`
}

const AVATAR = { character: 'fox', palette: 'moss', accessory: 'none' }
const KNOCK = { name: 'Ash', avatar: AVATAR, firstTime: false, consent: 1000 }

describe('malformed', () => {
  test.each<[string, unknown, string]>([
    ['/api/commands', '{"command":', '400 bad-request'],
    ['/api/commands', '"lock"', '400 bad-request'],
    ['/api/commands', [], '400 bad-request'],
    ['/api/commands', null, '400 bad-request'],
    ['/api/commands', {}, '400 bad-request command'],
    ['/api/commands', { command: { type: 'unlikely-to-be-anywhere-else' } }, '400 bad-request command.type'],
    ['/api/commands', { command: { type: 'lock' }, ifRevision: 1.5 }, '400 bad-request ifRevision'],
    [
      '/api/commands',
      { command: { type: 'hold', to: 'p_unlikely-to-be-anywhere-else' } },
      '400 bad-request command.to',
    ],
    ['/api/commands', { command: { type: 'set-floor', mode: 'shouting' } }, '400 bad-request command.mode'],
    ['/api/knock', { ...KNOCK, name: '' }, '400 bad-request name'],
    ['/api/knock', { ...KNOCK, name: 7 }, '400 bad-request name'],
    ['/api/knock', { ...KNOCK, answer: 'x'.repeat(201) }, '400 bad-request answer'],
    ['/api/knock', { ...KNOCK, consent: '1000' }, '400 bad-request consent'],
    ['/api/enter', { kind: 'x', secret: 'x'.repeat(43) }, '400 bad-request kind'],
    ['/api/enter', { kind: 'd', secret: 'x y' }, '400 bad-request secret'],
    ['/api/seat', 'x', '400 bad-request'],
  ])('%s %j', async (path, body, answer) => {
    expect(await refused(keyHolder, 'POST', path, body)).toBe(answer)
  })
})

describe('with keys that nobody knows', () => {
  test.each<[string, unknown, string]>([
    ['/api/commands', { command: { type: 'lock' }, unlikely: 'unlikely-to-be-anywhere-else' }, '400 bad-request'],
    ['/api/commands', { command: { type: 'lock', force: true } }, '400 bad-request command'],
    ['/api/knock', { ...KNOCK, keyHolder: true }, '400 bad-request'],
    ['/api/knock', { ...KNOCK, avatar: { ...AVATAR, size: 3 } }, '400 bad-request avatar'],
    ['/api/seat', { identity: 'p_abcdefghijklmnop' }, '400 bad-request'],
    ['/api/enter', { kind: 'd', secret: 'x'.repeat(43), role: 'facilitator' }, '400 bad-request'],
    ['/api/commands', '{"command":{"type":"lock"},"__proto__":{"keyHolder":true}}', '400 bad-request'],
  ])('%s %j', async (path, body, answer) => {
    expect(await refused(keyHolder, 'POST', path, body)).toBe(answer)
  })
})

describe('oversized', () => {
  test('a body beyond the limit is not read', async () => {
    const body = { ...KNOCK, answer: 'x'.repeat(BODY_BYTES) }
    expect(await refused(keyHolder, 'POST', '/api/knock', body)).toBe('400 bad-request')
  })

  test('a body that claims to be compressed is not unpacked beyond it', async () => {
    const { gzipSync } = await import('node:zlib')
    const body = gzipSync(JSON.stringify({ ...KNOCK, answer: 'x'.repeat(1_000_000) }))
    const response = await fetch(`${site.url}/api/knock`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        cookie: keyHolder.cookie,
        origin: site.url,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
    })
    expect(response.status).toBe(400)
  })
})

describe('as somebody who may not', () => {
  const commandAs = (person: Person, command: object) => refused(person, 'POST', '/api/commands', { command })

  test('a member neither opens doors, nor runs the floor, nor removes anybody', async () => {
    for (const command of [
      { type: 'lock' },
      { type: 'set-floor', mode: 'silence' },
      { type: 'hold', to: identity },
      { type: 'remove', to: identity },
      { type: 'hand-role', to: identity, role: 'facilitator' },
      { type: 'hush' },
      { type: 'end' },
    ]) {
      expect(await commandAs(member, command), command.type).toBe('403 not-allowed')
    }
  })

  test('somebody who waits does nothing to the meeting at all', async () => {
    for (const command of [{ type: 'raise-hand' }, { type: 'lock' }, { type: 'end' }]) {
      expect(await commandAs(waiting, command), command.type).toBe('403 not-admitted')
    }
    expect(await refused(waiting, 'POST', '/api/seat', {})).toBe('403 not-admitted')
    expect(await refused(waiting, 'GET', '/api/meeting', undefined)).toBe('403 not-admitted')
  })

  test('nobody without a session does anything', async () => {
    const nobody = createPerson(site.url)
    for (const [method, path, body] of [
      ['GET', '/api/me', undefined],
      ['GET', '/api/me/events', undefined],
      ['GET', '/api/meeting', undefined],
      ['GET', '/api/pseudonym', undefined],
      ['POST', '/api/knock', KNOCK],
      ['DELETE', '/api/knock', undefined],
      ['POST', '/api/seat', {}],
      ['POST', '/api/commands', { command: { type: 'lock' } }],
      ['POST', '/api/leave', undefined],
    ] as const) {
      expect(await refused(nobody, method, path, body), path).toBe('401 no-session')
    }
  })

  test('what was meant for an older state changes nothing', async () => {
    const body = { command: { type: 'lock' }, ifRevision: site.record.revision - 1 }
    expect(await refused(keyHolder, 'POST', '/api/commands', body)).toBe('409 stale')
  })
})

describe('from another page', () => {
  test.each(['https://evil.example', 'null', 'http://localhost', ''])('with Origin %j', async (origin) => {
    for (const [method, path, body] of [
      ['POST', '/api/enter', { kind: 'd', secret: 'x'.repeat(43) }],
      ['POST', '/api/commands', { command: { type: 'end' } }],
      ['DELETE', '/api/knock', undefined],
      ['POST', '/api/leave', undefined],
    ] as const) {
      expect(await refused(keyHolder, method, path, body, { origin }), path).toBe('403 wrong-origin')
    }
  })

  test('or from none at all', async () => {
    const response = await fetch(`${site.url}/api/leave`, { method: 'POST', headers: { cookie: keyHolder.cookie } })
    expect([response.status, await response.json()]).toEqual([403, { code: 'wrong-origin' }])
  })

  test('the other names of this computer at the same port are ours', async () => {
    const origin = site.url.replace('localhost', '127.0.0.1')
    const response = await member.request('POST', '/api/seat', {}, { origin })
    expect(await response.json()).toMatchObject({ url: origin.replace('http', 'ws') })
  })
})

describe('at a place that is not there', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['POST', '/api/me'],
    ['GET', '/admin'],
    ['GET', '/%ff'],
    ['GET', '/assets/../../etc/passwd'],
    ['POST', '/twirp/livekit.RoomService/ListRooms'],
    ['GET', '/rtc'],
    ['GET', '/rtc/v2'],
  ])('%s %s', async (method, path) => {
    expect(await refused(keyHolder, method, path, undefined)).toBe('404 not-found')
  })
})

test('somebody in a hurry is slowed down, and nothing of the rest is lost', async () => {
  const commands = Array.from({ length: 200 }, (_, index) => ({ type: index % 2 === 0 ? 'raise-hand' : 'lower-hand' }))
  const statuses = new Set<number>()
  for (const command of commands) statuses.add((await member.request('POST', '/api/commands', { command })).status)
  expect(statuses).toEqual(new Set([200, 429]))
  await expect(keyHolder.command({ type: 'lock' })).resolves.toMatchObject({ locked: true })
})
