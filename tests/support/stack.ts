// Our real server process with its own real LiveKit, on free ports and in a data folder of its own: what `npm start` starts.
// Tests may kill either of them without warning, and look at the folder afterwards.

import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { pause, until } from './clocks.ts'
import { freeTcpPort, freeUdpPort } from './ports.ts'

export interface StackOptions {
  /** More environment for the server; wins over what the stack sets. */
  readonly env?: Readonly<Record<string, string>>
  /** Kept at the end when given; a temporary one is removed. */
  readonly dataDir?: string
  readonly seats?: number
  /** The address at which it speaks https by itself, as `npm run lan` does. */
  readonly lan?: string
}

export interface Stack {
  /** Origin of the server, without a slash at the end. */
  readonly url: string
  readonly keyLink: string
  readonly doorLink: string
  readonly practiceLink: string
  readonly dataDir: string
  /** Read anew each time: a LiveKit that was started again has another pid. */
  readonly livekit: { readonly url: string; readonly key: string; readonly secret: string; readonly pid: number }
  /** Kills without warning (SIGKILL) or as told; returns when the process is gone. */
  kill(what: 'server' | 'livekit', signal?: NodeJS.Signals): Promise<void>
  /** Starts the server again on the same port and data; returns when it is ready. */
  restartServer(): Promise<void>
  /** Everything that the server has written to the terminal. */
  output(): string
  /** Ends all in order and removes the temporary data folder. */
  stop(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const pidFile = z.object({ pid: z.int() })
const configFile = z.object({ keys: z.record(z.string(), z.string()) })
const START_MS = 40_000
const STOP_MS = 15_000

/** Starts a server and its LiveKit and waits until both are ready. @throws Error with the server's words when they are not. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'hearthside-data-'))
  const [port, livekitPort, tcpPort, udpPort] = await Promise.all([
    freeTcpPort(),
    freeTcpPort(),
    freeTcpPort(),
    freeUdpPort(),
  ])
  const url = options.lan === undefined ? `http://localhost:${port}` : `https://${options.lan}:${port}`
  const env: NodeJS.ProcessEnv = {
    ...withoutOurs(process.env),
    PORT: String(port),
    LIVEKIT_PORT: String(livekitPort),
    LIVEKIT_TCP_PORT: String(tcpPort),
    LIVEKIT_UDP_PORT: String(udpPort),
    DATA_DIR: dataDir,
    ...(options.lan === undefined ? { PUBLIC_URL: url } : { LAN_ADDRESS: options.lan }),
    ...(options.seats === undefined ? {} : { SEATS: String(options.seats) }),
    ...options.env,
  }
  let words = ''
  let server: ChildProcess

  async function start(): Promise<void> {
    const child = spawn(process.execPath, ['server/main.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
    server = child
    const before = words.length
    // Nobody here knows its certificate: there it is believed on its word.
    const isReady = () =>
      options.lan === undefined ? answers(`${url}/readyz`) : words.slice(before).includes('Ctrl-C stops it')
    const ready = () => child.exitCode !== null || child.signalCode !== null || isReady()
    await until('the server to be ready', ready, { timeoutMs: START_MS, everyMs: 50 }).catch(() => null)
    if (!(await isReady())) {
      child.kill('SIGKILL')
      throw new Error(`The server did not become ready. It said:\n${words}`)
    }
  }

  const livekitPid = () => {
    const file = join(dataDir, 'livekit.pid')
    return existsSync(file) ? z.parse(pidFile, JSON.parse(readFileSync(file, 'utf8'))).pid : null
  }
  const endLiveKit = async () => {
    const pid = livekitPid()
    if (pid !== null) await killAndWait(pid, 'SIGKILL')
  }
  const endServer = async (signal: NodeJS.Signals, patienceMs: number) => {
    if (server.exitCode !== null || server.signalCode !== null) return true
    server.kill(signal)
    const gone = () => server.exitCode !== null || server.signalCode !== null
    return until('the server to end', gone, { timeoutMs: patienceMs }).then(
      () => true,
      () => false,
    )
  }

  // A process that ends with its stack still running, a hung test or a figure out of time, leaves nothing behind.
  const clearAway = () => {
    server.kill('SIGKILL')
    const pid = livekitPid()
    if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGKILL')
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('exit', clearAway)

  try {
    await start()
  } catch (error) {
    process.off('exit', clearAway)
    await endLiveKit()
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
  const link = (kind: 'k' | 'd' | 'p') =>
    until(`the ${kind} link`, () => new RegExp(`\\S+/#${kind}=[\\w-]+`).exec(words)?.[0])

  return {
    url,
    keyLink: await link('k'),
    doorLink: await link('d'),
    practiceLink: await link('p'),
    dataDir,
    get livekit() {
      const { keys } = z.parse(configFile, JSON.parse(readFileSync(join(dataDir, 'livekit.json'), 'utf8')))
      const [[key, secret] = ['', '']] = Object.entries(keys)
      return { url: `http://127.0.0.1:${livekitPort}`, key, secret, pid: livekitPid() ?? 0 }
    },
    async kill(what, signal = 'SIGKILL') {
      if (what === 'server') await endServer(signal, STOP_MS)
      else await killAndWait(livekitPid() ?? 0, signal)
    },
    restartServer: start,
    output: () => words,
    async stop() {
      const well = await endServer('SIGINT', STOP_MS)
      if (!well) await endServer('SIGKILL', STOP_MS)
      await endLiveKit()
      process.off('exit', clearAway)
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      if (!well) throw new Error(`The server did not end within ${STOP_MS} ms of SIGINT. It said:\n${words}`)
    },
  }
}

/** The environment without what a host may have set for their own server. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(PORT|HOST|DATA_DIR|CLIENT_DIR|PUBLIC_URL|LAN_ADDRESS|LIVEKIT_\w+|MEDIA_IP|SEATS|GROUP_\w+|AGREEMENTS|HOST_STATEMENT|TRUST_PROXY|LOG_LEVEL|VITEST\w*|NODE_OPTIONS)$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)))
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  )
}

async function killAndWait(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (pid <= 1) throw new Error('there is no such process to kill')
  if (!isAlive(pid)) return
  process.kill(pid, signal)
  while (isAlive(pid)) await pause(5)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A killed child that its parent has not buried yet is dead all the same.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    // No such process, or a system without /proc, where asking once is all there is.
    return false
  }
}
