// The server as the host meets it: a process, its words on the terminal, its folder, and what it leaves behind. The media server
// is a stand-in that only comes and goes.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { commandOf, endProcess } from '../../server/livekit/processes.ts'
import { until } from '../support/clocks.ts'
import { freeTcpPort } from '../support/ports.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FAKE = fileURLToPath(new URL('../support/fakeLiveKit.mjs', import.meta.url))

/** Whole processes come and go here, on machines that may be busy with others. */
const PATIENCE = { timeoutMs: 60_000 }
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

interface Run {
  readonly process: ChildProcess
  words(): string
  ended(): Promise<number | null>
}

let folder: string
let environment: Record<string, string>
let runs: Run[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-main-'))
  const [port, livekit, tcp] = await Promise.all([freeTcpPort(), freeTcpPort(), freeTcpPort()])
  environment = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    LIVEKIT_PORT: String(livekit),
    LIVEKIT_TCP_PORT: String(tcp),
    LIVEKIT_BINARY: FAKE,
    DATA_DIR: join(folder, 'data'),
    CLIENT_DIR: join(folder, 'client'),
  }
  runs = []
})
afterEach(async () => {
  for (const run of runs) {
    run.process.kill('SIGKILL')
    await run.ended()
  }
  const left = livekitPid()
  if (left !== null) await endProcess(left, 0)
  rmSync(folder, { recursive: true })
})

function run(more: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [join(ROOT, 'server', 'main.ts')], {
    // Elsewhere, so that a host's own .env is not read.
    cwd: folder,
    env: { ...environment, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const ended = once(child, 'close')
  const one: Run = {
    process: child,
    words: () => words,
    async ended() {
      await ended
      return child.exitCode
    },
  }
  runs.push(one)
  return one
}

async function ready(more: Record<string, string> = {}): Promise<Run> {
  const one = run(more)
  const said = () => one.words().includes('Ctrl-C stops it') || one.process.exitCode !== null
  await until('the server to be ready', said, PATIENCE)
  expect(one.words()).toMatch(/^Hearthside is ready\./)
  return one
}

function livekitPid(): number | null {
  try {
    return Number(/"pid":(\d+)/.exec(readFileSync(join(folder, 'data', 'livekit.pid'), 'utf8'))?.[1])
  } catch {
    // None has been started, or it was ended in order.
    return null
  }
}
const linksIn = (words: string) => words.match(/http\S+#[kd]=\S+/g)
const site = () => `http://localhost:${environment.PORT}`

describe('a start', () => {
  test('prints the two links, where the data is and how to stop, and answers', async () => {
    const one = await ready()
    expect(linksIn(one.words())).toEqual([
      expect.stringMatching(new RegExp(`^${site()}/#k=[A-Za-z0-9_-]{43}$`)),
      expect.stringMatching(new RegExp(`^${site()}/#d=[A-Za-z0-9_-]{43}$`)),
    ])
    expect(one.words()).toContain(join(folder, 'data'))
    expect(one.words()).toContain('has not been built yet')
    expect((await fetch(`${site()}/readyz`)).status).toBe(200)
  })

  test('keeps everything for its owner alone', async () => {
    await ready()
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(join(folder, 'data'))) {
      expect(statSync(join(folder, 'data', name)).mode & 0o077, name).toBe(0)
    }
  })

  test('a second time prints the same links', async () => {
    const first = await ready()
    first.process.kill('SIGINT')
    await first.ended()
    expect(linksIn((await ready()).words())).toEqual(linksIn(first.words()))
  })

  test('with a faulty environment names every fault and nothing else', async () => {
    const one = run({ SEATS: 'many', PUBLIC_URL: 'http://circle.example.org' })
    expect(await one.ended()).toBe(1)
    const lines = one.words().trim().split('\n')
    expect(lines).toHaveLength(4)
    for (const line of lines) expect(line).toMatch(/^(SEATS|PUBLIC_URL|MEDIA_IP|HOST_STATEMENT) .*\.$/)
  })

  test('on a taken port says so in one sentence, and leaves the first one alone', async () => {
    await ready()
    const livekit = livekitPid()
    const second = run()
    expect(await second.ended()).toBe(1)
    expect(second.words()).toBe(
      `Port ${environment.PORT} is taken, perhaps by another Hearthside; stop that one or set PORT.\n`,
    )
    expect(livekitPid()).toBe(livekit)
    expect((await fetch(`${site()}/readyz`)).status).toBe(200)
  })

  test('in a folder that another server uses says so in one sentence', async () => {
    await ready()
    const second = run({ PORT: String(await freeTcpPort()) })
    expect(await second.ended()).toBe(1)
    expect(second.words()).toMatch(/^Another Hearthside is using .*\.\n$/)
    expect((await fetch(`${site()}/readyz`)).status).toBe(200)
  })

  test('without LiveKit says what to do', async () => {
    const one = run({ LIVEKIT_BINARY: join(folder, 'nothing') })
    expect(await one.ended()).toBe(1)
    expect(one.words()).toMatch(/^LiveKit is missing: .*\n$/)
  })
})

describe('an end', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends everything that was started', async (signal) => {
    const one = await ready()
    const livekit = livekitPid() ?? 0
    expect(commandOf(livekit)).not.toBe('')
    one.process.kill(signal)
    expect(await one.ended()).toBe(0)
    expect(one.words()).toMatch(/Stopping\.\n$/)
    expect(commandOf(livekit)).toBe('')
  })

  test('by SIGKILL leaves LiveKit running, and the next start takes it over and ends it in order', async () => {
    const first = await ready()
    const livekit = livekitPid() ?? 0
    first.process.kill('SIGKILL')
    await first.ended()
    expect(commandOf(livekit)).not.toBe('')
    const second = await ready()
    expect(livekitPid()).toBe(livekit)
    second.process.kill('SIGINT')
    expect(await second.ended()).toBe(0)
    expect(commandOf(livekit)).toBe('')
  })
})

test('a LiveKit that dies is said on the terminal and started again', async () => {
  const one = await ready()
  process.kill(livekitPid() ?? 0, 'SIGKILL')
  await until('LiveKit to be back', () => one.words().includes('LiveKit is running again.'), PATIENCE)
  expect(one.words()).toContain('LiveKit has stopped.')
  await until('readiness', async () => (await fetch(`${site()}/readyz`)).ok, PATIENCE)
})
