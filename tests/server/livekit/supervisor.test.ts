import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commandOf } from '../../../server/livekit/processes.ts'
import { LiveKitFault, startLiveKit } from '../../../server/livekit/supervisor.ts'
import { freeTcpPort } from '../../support/ports.ts'
import type { RunningLiveKit, SupervisorOptions } from '../../../server/livekit/supervisor.ts'

const binary = fileURLToPath(new URL('../../support/fakeLiveKit.mjs', import.meta.url))
let dataDir: string
let port: number
let running: RunningLiveKit[]
let said: string[]
let restarts: number

async function start(config: object = {}, more: Partial<SupervisorOptions> = {}): Promise<RunningLiveKit> {
  const one = await startLiveKit({
    binary,
    config: JSON.stringify({ port, ...config }),
    port,
    dataDir,
    say: (sentence) => said.push(sentence),
    onRestart: () => restarts++,
    backOffMs: [20],
    ...more,
  })
  running.push(one)
  return one
}

const pid = () => Number(/"pid":(\d+)/.exec(readFileSync(join(dataDir, 'livekit.pid'), 'utf8'))?.[1])
const answers = () =>
  fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.ok,
    () => false,
  )

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hearthside-supervisor-'))
  port = await freeTcpPort()
  running = []
  said = []
  restarts = 0
})

afterEach(async () => {
  for (const one of running) await one.stop()
  rmSync(dataDir, { recursive: true })
})

test('a LiveKit that was started answers, and is gone after stop', async () => {
  const one = await start()
  expect(one.adopted).toBe(false)
  expect(await answers()).toBe(true)
  const started = pid()
  await one.stop()
  expect(await answers()).toBe(false)
  expect(commandOf(started)).toBe('')
  expect(said).toEqual([])
})

test('the configuration with the secret can be read by its owner alone', async () => {
  await start()
  expect(statSync(join(dataDir, 'livekit.json')).mode & 0o777).toBe(0o600)
})

test('a LiveKit that dies is started again, and the host is told', async () => {
  await start()
  const first = pid()
  process.kill(first, 'SIGKILL')
  await vi.waitFor(() => expect(restarts).toBe(1), 10_000)
  expect(pid()).not.toBe(first)
  expect(await answers()).toBe(true)
  expect(said).toEqual([
    'LiveKit has stopped. It is being started again; everybody comes back by themselves.',
    'LiveKit is running again.',
  ])
})

test('a LiveKit that hangs without dying is ended and started again, and the host is told', async () => {
  await start({}, { patience: { everyMs: 20, answerMs: 200, misses: 3 } })
  const first = pid()
  process.kill(first, 'SIGSTOP')
  await vi.waitFor(() => expect(restarts).toBe(1), 10_000)
  expect(commandOf(first)).toBe('')
  expect(await answers()).toBe(true)
  expect(said).toEqual([
    'LiveKit does not answer any more. It is being started again; everybody comes back by themselves.',
    'LiveKit is running again.',
  ])
})

test('a LiveKit that a killed server left behind is adopted, watched and stopped', async () => {
  // The first supervisor stands for the killed server: it never learns that another one has taken over.
  await start({}, { backOffMs: [60_000] })
  const left = pid()
  const second = await start()
  expect(second.adopted).toBe(true)
  expect(pid()).toBe(left)
  await second.stop()
  expect(commandOf(left)).toBe('')
})

test('an adopted LiveKit that dies is started again', async () => {
  await start({}, { backOffMs: [60_000] })
  await start()
  process.kill(pid(), 'SIGKILL')
  await vi.waitFor(() => expect(restarts).toBe(1), 10_000)
  expect(await answers()).toBe(true)
})

test('a LiveKit left with another configuration makes room for a new one', async () => {
  await start({}, { backOffMs: [60_000] })
  const left = pid()
  const second = await start({ other: true })
  expect(second.adopted).toBe(false)
  expect(pid()).not.toBe(left)
  expect(commandOf(left)).toBe('')
})

test('a pid file that names somebody else’s process harms nobody', async () => {
  const one = await start()
  await one.stop()
  writeFileSync(join(dataDir, 'livekit.pid'), JSON.stringify({ pid: process.pid, digest: 'x' }))
  const second = await start()
  expect(second.adopted).toBe(false)
})

test('a LiveKit whose port is taken is explained in one sentence', async () => {
  const starting = start({ fail: 'listen tcp 127.0.0.1:7880: bind: address already in use' })
  await expect(starting).rejects.toThrow(LiveKitFault)
  await expect(starting).rejects.toThrow(/one of its ports is taken/)
})

test('a program that cannot be run is explained in one sentence', async () => {
  await expect(start({}, { binary: join(dataDir, 'nothing') })).rejects.toThrow(/cannot be run/)
})
