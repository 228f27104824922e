// What is sent to LiveKit and what is believed of it, without one running.

import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AccessToken, TokenVerifier } from 'livekit-server-sdk'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { findLiveKit } from '../../../server/livekit/findLiveKit.ts'
import { livekitConfig } from '../../../server/livekit/livekitConfig.ts'
import { createMediaServer } from '../../../server/livekit/mediaServer.ts'
import { createHintReader } from '../../../server/livekit/webhook.ts'
import { freeTcpPort } from '../../support/ports.ts'

const KEYS = { key: 'key', secret: 'a secret that is long enough for HS256' }
const IDENTITY = 'p_abcdefghijklmnop'

let server: Server | null = null
afterEach(() => void server?.close())

/** Stands in for LiveKit's API: remembers what it was sent. */
async function record(): Promise<{ url: string; sent: { path: string; body: unknown }[] }> {
  const sent: { path: string; body: unknown }[] = []
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      sent.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) })
      response.setHeader('Content-Type', 'application/json').end('{}')
    })
  })
  const port = await freeTcpPort()
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}`, sent }
}

describe('rights', () => {
  test('go out whole at a hold: hearing and data stay, and the microphone is the only source', async () => {
    const { url, sent } = await record()
    await createMediaServer({ url, ...KEYS }).setRights('m_1.1', IDENTITY, { hear: true, speak: false, data: true })
    const { permission } = z.object({ permission: z.record(z.string(), z.unknown()) }).parse(sent[0]?.body)
    expect(permission).toMatchObject({ canSubscribe: true, canPublishData: true, canPublishSources: ['MICROPHONE'] })
    for (const never of ['canPublish', 'canUpdateMetadata', 'hidden', 'recorder', 'agent']) {
      expect(permission[never] ?? false, never).toBe(false)
    }
  })

  test('in a token are one room, one microphone, and nothing that runs the place', async () => {
    const media = createMediaServer({ url: 'http://127.0.0.1:9', ...KEYS })
    const token = await media.mint('m_1.1', IDENTITY, { hear: true, speak: true, data: true }, 60)
    const claims = await new TokenVerifier(KEYS.key, KEYS.secret).verify(token)
    expect(claims.sub).toBe(IDENTITY)
    expect(claims.video).toEqual({
      roomJoin: true,
      room: 'm_1.1',
      canSubscribe: true,
      canPublish: true,
      canPublishData: true,
      canPublishSources: ['microphone'],
      canUpdateOwnMetadata: false,
      hidden: false,
      recorder: false,
    })
    expect((claims.exp ?? 0) - (claims.nbf ?? 0)).toBe(60)
    expect(Object.keys(claims).sort()).toEqual(['exp', 'iss', 'nbf', 'sub', 'video'])
  })
})

describe('a token', () => {
  const media = createMediaServer({ url: 'http://127.0.0.1:9', ...KEYS })

  test('that opens no room is nobody’s name tag, even with our signature', async () => {
    const admin = new AccessToken(KEYS.key, KEYS.secret, { identity: IDENTITY })
    admin.addGrant({ roomAdmin: true, room: 'm_1.1' })
    expect(await media.verify(await admin.toJwt())).toBeNull()
    expect(await media.verify(await new AccessToken(KEYS.key, KEYS.secret).toJwt())).toBeNull()
  })
})

describe('our LiveKit’s configuration', () => {
  const config = z
    .object({ bind_addresses: z.unknown(), rtc: z.looseObject({}), room: z.looseObject({}), logging: z.unknown() })
    .parse(
      JSON.parse(
        livekitConfig(
          { port: 7880, tcpPort: 7881, udpPort: 7882, mediaIp: '127.0.0.1', webhookUrl: 'http://127.0.0.1:3000/w' },
          KEYS,
        ),
      ),
    )

  test('lets nobody but this machine at its API, and lets rooms be made by us alone', () => {
    expect(config.bind_addresses).toEqual(['127.0.0.1'])
    expect(config.room.auto_create).toBe(false)
    expect(config.room.enable_remote_unmute).toBe(false)
  })

  test('carries voice and no video', () => {
    expect(config.room.enabled_codecs).toEqual([{ mime: 'audio/opus' }, { mime: 'audio/red' }])
  })

  test('sends no browser to a third party, and writes no identities down', () => {
    expect(config.rtc.stun_servers).toEqual(['127.0.0.1:7882'])
    expect(config.logging).toMatchObject({ level: 'warn' })
  })
})

describe('a webhook', () => {
  const read = createHintReader(KEYS)
  async function signed(body: string, secret = KEYS.secret): Promise<string> {
    const token = new AccessToken(KEYS.key, secret)
    token.sha256 = createHash('sha256').update(body).digest('base64')
    return await token.toJwt()
  }
  const hook = (event: string) =>
    JSON.stringify({ event, room: { name: 'm_1.1' }, participant: { identity: IDENTITY } })

  test('tells who came and who went', async () => {
    const joined = hook('participant_joined')
    expect(await read(joined, await signed(joined))).toEqual({ kind: 'joined', room: 'm_1.1', identity: IDENTITY })
    for (const event of ['participant_left', 'participant_connection_aborted']) {
      const left = hook(event)
      expect(await read(left, await signed(left))).toEqual({ kind: 'left', room: 'm_1.1', identity: IDENTITY })
    }
  })

  test('about anything else says nothing', async () => {
    const started = JSON.stringify({ event: 'room_started', room: { name: 'm_1.1' } })
    expect(await read(started, await signed(started))).toBeNull()
  })

  test('that is unsigned, signed by others or changed on its way is refused', async () => {
    const body = hook('participant_joined')
    await expect(read(body, undefined)).rejects.toThrow()
    await expect(read(body, await signed(body, 'somebody else’s secret, long enough'))).rejects.toThrow()
    await expect(read(hook('participant_left'), await signed(body))).rejects.toThrow()
  })
})

describe('the LiveKit program', () => {
  test('is the one that the host names, else on PATH, else in the cache, and it can be run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearthside-find-'))
    const put = (path: string) => {
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, '', { mode: 0o755 })
      return path
    }
    const environment = {
      PATH: `${join(folder, 'empty')}:${join(folder, 'bin')}`,
      XDG_CACHE_HOME: join(folder, 'cache'),
    }
    expect(findLiveKit(null, environment)).toBeNull()
    const cached = put(join(folder, 'cache', 'hearthside', 'livekit-server-v1.13.5'))
    expect(findLiveKit(null, environment)).toBe(cached)
    const onPath = put(join(folder, 'bin', 'livekit-server'))
    expect(findLiveKit(null, environment)).toBe(onPath)
    const named = put(join(folder, 'here'))
    expect(findLiveKit(named, environment)).toBe(named)
    chmodSync(named, 0o644)
    expect(findLiveKit(named, environment)).toBeNull()
    rmSync(folder, { recursive: true })
  })
})
