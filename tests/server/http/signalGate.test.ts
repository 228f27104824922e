// The way to the media server, with an upstream that writes down how it was reached.

import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pause, until } from '../../support/clocks.ts'
import { enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { rawRequest, tryGate } from '../../support/rawRequest.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let fern: Person
let moss: Person
let token: string
let identity: string
let room: string
let sockets: WebSocket[]

beforeEach(async () => {
  site = await createSite()
  sockets = []
  fern = await enter(site.keyLink)
  await fern.knock('Fern')
  await fern.command({ type: 'open-doors' })
  moss = await enter(site.doorLink)
  await moss.knock('Moss')
  await fern.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
  const seat = await moss.seat()
  ;({ token, identity } = seat)
  room = `${seat.snapshot.meeting}.${seat.snapshot.epoch}`
})
afterEach(async () => {
  for (const socket of sockets) socket.terminate()
  await site.stop()
})

const knock = (with_: string, more: readonly (readonly [string, string])[] = [], headers = {}) =>
  tryGate(site.url, '/rtc', [['access_token', with_], ...more], headers)
const validate = (query: string, headers: Record<string, string> = {}) =>
  rawRequest(site.url, 'GET', `/rtc/validate${query}`, headers)

/** Opens a web socket that stays. */
async function connect(): Promise<WebSocket> {
  const socket = new WebSocket(`${site.url.replace('http', 'ws')}/rtc?access_token=${token}&sdk=js`)
  sockets.push(socket)
  await once(socket, 'open')
  return socket
}

function tokenThatWentOn(): string {
  const { url = '', headers } = site.reached.at(-1) ?? {}
  expect(url).not.toContain('access_token')
  return headers?.authorization?.replace('Bearer ', '') ?? ''
}

describe('somebody with a chair', () => {
  test('is let through, and words go both ways', async () => {
    const socket = await connect()
    socket.send('hello')
    const [answer] = await once(socket, 'message')
    expect(String(answer)).toBe('hello')
  })

  test('is let through by query and by header, on both paths that clients know', async () => {
    expect(await knock(token)).toBe('open')
    expect(await tryGate(site.url, '/rtc/v1', [['join_request', 'aGk']], { authorization: `Bearer ${token}` })).toBe(
      'open',
    )
    expect(site.reached.map((one) => one.url)).toEqual(['/rtc', '/rtc/v1?join_request=aGk'])
  })

  test('goes on with a token of this moment in place of the one that was brought', async () => {
    await knock(token)
    const minted = tokenThatWentOn()
    expect(minted).not.toBe(token)
    expect(await site.media.verify(minted)).toEqual({ identity, room })
    expect(site.media.rightsIn(minted)).toEqual({ hear: true, speak: true, data: true })
  })

  test('and an old token that could speak, under a hold, brings one that cannot', async () => {
    expect(site.media.rightsIn(token).speak).toBe(true)
    await fern.command({ type: 'hold', to: identity })
    expect(await knock(token)).toBe('open')
    expect(site.media.rightsIn(tokenThatWentOn()).speak).toBe(false)
  })

  test('may bring a token that has run out: it is a name tag and no more', async () => {
    const old = await site.media.mint(room, identity, { hear: true, speak: true, data: true }, -3600)
    expect(await knock(old)).toBe('open')
  })

  test('takes nothing along but what a handshake needs', async () => {
    const headers = { cookie: moss.cookie, 'x-forwarded-for': '203.0.113.9', 'accept-language': 'gsw' }
    await knock(token, [['sdk', 'js']], headers)
    const names = Object.keys(site.reached.at(-1)?.headers ?? {})
    expect(names.sort()).toEqual([
      'authorization',
      'connection',
      'host',
      'sec-websocket-key',
      'sec-websocket-version',
      'upgrade',
    ])
  })

  test('finds the room there, also when the media server had forgotten it', async () => {
    await site.media.deleteRoom(room)
    expect(await knock(token)).toBe('open')
    expect([...site.media.rooms.keys()]).toEqual([room])
  })

  test('may come back twenty times in a row', async () => {
    for (let round = 0; round < 20; round++) expect(await knock(token), `round ${round}`).toBe('open')
  })

  test('without end is slowed down, and nobody else is', async () => {
    const answers = new Set<unknown>()
    for (let round = 0; round < 130; round++) answers.add(await knock(token))
    expect(answers).toEqual(new Set(['open', 429]))
    const seat = await fern.seat()
    expect(await knock(seat.token)).toBe('open')
  })
})

describe('somebody without a chair', () => {
  test('is out for good: after leaving, after removal, and with a token of another time', async () => {
    await moss.leave()
    expect(await knock(token)).toBe(403)
    const birch = await enter(site.doorLink)
    await birch.knock('Birch')
    await fern.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
    const seat = await birch.seat()
    await fern.command({ type: 'remove', to: seat.identity })
    expect(await knock(seat.token)).toBe(403)
    const lastWeek = await site.media.mint('m_aaaaaaaaaaaa.1', identity, { hear: true, speak: true, data: true }, 60)
    expect(await knock(lastWeek)).toBe(403)
    expect(site.reached).toEqual([])
  })

  test('is out in an older room of the same meeting', async () => {
    await site.meetings.renewEpoch(site.record.group)
    expect(await knock(token)).toBe(403)
    expect((await moss.seat()).snapshot.epoch).toBe(2)
  })

  test('is out with a token that is none, forged, or in a name that could never be', async () => {
    const rights = { hear: true, speak: true, data: true }
    const second = await site.media.mint(room, `${identity}#again`, rights, 60)
    for (const bad of ['', 'x', `${token}x`, second]) expect(await knock(bad), bad).toBe(403)
    expect(await tryGate(site.url, '/rtc', [])).toBe(403)
    expect(site.reached).toEqual([])
  })

  test('is shown out of an open connection, a moment after the removal', async () => {
    const socket = await connect()
    const closed = once(socket, 'close')
    await fern.command({ type: 'remove', to: identity })
    await closed
    await until('the upstream to be left', () => site.connections() === 0)
  })

  test('and those who stay, and those who come in the meantime, are not disturbed by it', async () => {
    const staying = await connect()
    const birch = await enter(site.doorLink)
    await birch.knock('Birch')
    await fern.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
    await birch.leave()
    await pause(1300)
    expect(staying.readyState).toBe(WebSocket.OPEN)
  })
})

describe('a request that says too much', () => {
  test.each([
    ['publish', 'foo'],
    ['publish', ''],
    ['auto_create', '1'],
    ['room', 'm_aaaaaaaaaaaa.1'],
    ['access_token', 'another'],
    ['sdk', 'js'],
  ])('%s=%s beside what is known', async (name, value) => {
    const answer = await knock(token, [
      ['sdk', 'js'],
      [name, value],
    ])
    expect(answer).toBe(400)
    expect(site.reached).toEqual([])
  })

  test('a page of somebody else', async () => {
    expect(await knock(token, [], { origin: 'https://evil.example' })).toBe(403)
    expect(await knock(token, [], { origin: site.url })).toBe('open')
  })
})

describe('when the media server is not there', () => {
  test('the client is asked to try again, and never sent off', async () => {
    site.media.down = true
    expect(await knock(token)).toBe(503)
    expect((await validate(`?access_token=${token}`)).status).toBe(503)
    site.media.down = false
    expect(await knock(token)).toBe('open')
  })

  test.each([401, 404, 500, 502])('its own refusal %i becomes "try again"', async (status) => {
    site.refuseUpgrades(status)
    expect(await knock(token)).toBe(503)
  })

  test('a dead signalling port is "try again" too', async () => {
    const dead = await createSite({ deps: { mediaUrl: 'http://127.0.0.1:9' } })
    const key = await enter(dead.keyLink)
    await key.knock('Ash')
    const seat = await key.seat()
    expect(await tryGate(dead.url, '/rtc', [['access_token', seat.token]])).toBe(503)
    await dead.stop()
  })

  test('a connection that breaks off on either side harms nobody', async () => {
    const first = await connect()
    first.terminate()
    await until('the upstream to be left', () => site.connections() === 0)
    const second = await connect()
    const closed = once(second, 'close')
    await site.stop()
    await closed
    site = await createSite()
  })
})

describe('validate', () => {
  test('says the same as the gate would, in words without the token', async () => {
    expect(await validate(`?access_token=${token}`)).toEqual({ status: 200, body: 'success' })
    expect(await validate('?access_token=x')).toEqual({ status: 403, body: 'Forbidden' })
    expect(await validate(`?access_token=${token}&publish=a`)).toEqual({ status: 400, body: 'Bad Request' })
    expect((await rawRequest(site.url, 'GET', `/rtc/v1/validate?access_token=${token}`)).status).toBe(200)
  })
})

test('no other path is a way through', async () => {
  for (const path of [
    '/twirp/livekit.RoomService/ListRooms',
    '/',
    '/rtc/v2',
    '/rtc/',
    '//rtc',
    '/RTC',
    '/agent',
    '/api/me',
  ]) {
    expect(await tryGate(site.url, path, [['access_token', token]]), path).toBe(404)
  }
  expect(site.reached).toEqual([])
})
