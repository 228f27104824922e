import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ConfigFault, isLocalHost, parseConfig } from '../../../server/config.ts'
import { VARIABLES } from '../../../server/environment.ts'

const PUBLIC = {
  PUBLIC_URL: 'https://circle.example.org',
  MEDIA_IP: '203.0.113.7',
  HOST_STATEMENT: 'The library on Mill Street runs and pays for this.',
}

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment)
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
  return []
}

describe('an empty environment', () => {
  test('is a circle of twelve on this computer, reached by nobody else', () => {
    expect(parseConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      local: true,
      seats: 12,
      livekit: { kind: 'own', port: 7880, tcpPort: 7881, udpPort: 7882, mediaIp: '127.0.0.1' },
      trustProxy: 0,
      logLevel: 'info',
    })
  })

  test('says honestly that this is a trial', () => {
    expect(parseConfig({}).group.hostStatement).toMatch(/trial on one person’s own computer/)
  })

  test('and variables that are empty are the same', () => {
    const empty = Object.fromEntries(VARIABLES.map((name) => [name, ' ']))
    expect(parseConfig(empty)).toEqual(parseConfig({}))
  })
})

describe('a public address', () => {
  test('binds to every interface unless the host says otherwise', () => {
    expect(parseConfig(PUBLIC)).toMatchObject({
      host: '0.0.0.0',
      publicUrl: 'https://circle.example.org',
      local: false,
    })
    expect(parseConfig({ ...PUBLIC, HOST: '10.0.0.2' }).host).toBe('10.0.0.2')
  })

  test('needs somebody who says that they run and pay for it, and a reachable address for voice', () => {
    expect(faultsOf({ PUBLIC_URL: PUBLIC.PUBLIC_URL })).toEqual([
      expect.stringMatching(/^MEDIA_IP must be/),
      expect.stringMatching(/^HOST_STATEMENT must say who runs and pays/),
    ])
  })

  test('must be https, because a microphone needs it', () => {
    expect(faultsOf({ ...PUBLIC, PUBLIC_URL: 'http://circle.example.org' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL must begin with https/),
    ])
  })

  test('is an origin and no path', () => {
    expect(faultsOf({ ...PUBLIC, PUBLIC_URL: 'https://example.org/circle' })).toHaveLength(1)
    expect(parseConfig({ ...PUBLIC, PUBLIC_URL: 'https://example.org/' }).publicUrl).toBe('https://example.org')
  })
})

describe('a network at home', () => {
  const home = ['192.168.1.5', '10.0.0.2']

  test('has https, voice and everything else at the address of this computer', () => {
    expect(parseConfig({ LAN_ADDRESS: 'auto', PORT: '4000' }, home)).toMatchObject({
      publicUrl: 'https://192.168.1.5:4000',
      host: '192.168.1.5',
      lan: '192.168.1.5',
      local: false,
      livekit: { kind: 'own', mediaIp: '192.168.1.5' },
    })
    expect(parseConfig({ LAN_ADDRESS: '10.0.0.2' }, home).lan).toBe('10.0.0.2')
    expect(parseConfig({}, home).lan).toBeNull()
  })

  test('is a trial, and says so', () => {
    expect(parseConfig({ LAN_ADDRESS: '10.0.0.2' }).group.hostStatement).toMatch(/^This is a trial/)
  })

  test('is told when there is none, and when the settings of a server are in the way', () => {
    expect(faultsOf({ LAN_ADDRESS: 'auto' })).toEqual([expect.stringMatching(/^This computer has no address on a/)])
    expect(faultsOf({ LAN_ADDRESS: 'home' })).toEqual([expect.stringMatching(/^LAN_ADDRESS must be an IPv4 address/)])
    expect(faultsOf({ ...PUBLIC, LAN_ADDRESS: '10.0.0.2' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL and LAN_ADDRESS/),
      expect.stringMatching(/^MEDIA_IP and LAN_ADDRESS/),
    ])
  })
})

describe('somebody else’s LiveKit', () => {
  const external = { LIVEKIT_URL: 'wss://media.example.org', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' }

  test('is reached by http where its address says ws', () => {
    expect(parseConfig(external).livekit).toEqual({
      kind: 'external',
      url: 'https://media.example.org',
      key: 'key',
      secret: 'secret',
    })
  })

  test('needs address, key and secret together', () => {
    for (const name of Object.keys(external)) {
      expect(faultsOf({ ...external, [name]: '' }), name).toEqual([expect.stringMatching(/all three or none/)])
    }
  })
})

describe('a faulty environment', () => {
  test('is told everything that is wrong at once, in sentences', () => {
    const faults = faultsOf({
      PORT: 'three',
      SEATS: '3',
      TRUST_PROXY: '-1',
      MEDIA_IP: 'here',
      LOG_LEVEL: 'loud',
      GROUP_NAME: 'x'.repeat(61),
      PUBLIC_URL: 'circle',
      LIVEKIT_URL: 'ws://127.0.0.1:7880',
    })
    for (const name of [
      'PORT',
      'SEATS',
      'TRUST_PROXY',
      'MEDIA_IP',
      'LOG_LEVEL',
      'GROUP_NAME',
      'PUBLIC_URL',
      'LIVEKIT_URL',
    ]) {
      expect(
        faults.filter((fault) => fault.startsWith(name)),
        name,
      ).toHaveLength(1)
    }
    for (const fault of faults) expect(fault).toMatch(/\.$/)
  })

  test('hears about two programs on one port', () => {
    expect(faultsOf({ PORT: '7880' })).toEqual([expect.stringMatching(/three different ports/)])
  })
})

test('agreements are separated by a bar', () => {
  expect(parseConfig({ AGREEMENTS: 'We listen. | We pass.|We leave on time. |' }).group.agreements).toEqual([
    'We listen.',
    'We pass.',
    'We leave on time.',
  ])
  expect(faultsOf({ AGREEMENTS: Array.from({ length: 13 }, () => 'Be kind.').join('|') })).toHaveLength(1)
  expect(faultsOf({ AGREEMENTS: 'x'.repeat(201) })).toHaveLength(1)
})

test('only this very computer is local', () => {
  for (const name of ['localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]', 'circle.localhost']) {
    expect(isLocalHost(name), name).toBe(true)
  }
  for (const name of ['localhost.example.org', '192.168.1.7', '10.127.0.0.1', 'example.org', '0.0.0.0']) {
    expect(isLocalHost(name), name).toBe(false)
  }
})

test('.env.example has every variable once, each with a line that explains it', () => {
  const lines = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8').split('\n')
  const named = lines.flatMap((line, index) => {
    const name = /^([A-Z_]+)=/.exec(line)?.[1]
    if (name) expect(lines[index - 1], name).toMatch(/^# ./)
    return name ? [name] : []
  })
  expect(named.sort()).toEqual([...VARIABLES].sort())
})

test('.env.example as it stands is the default', () => {
  const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
  const environment = Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
      return name ? [[name, value]] : []
    }),
  )
  expect(parseConfig(environment)).toEqual(parseConfig({}))
})
