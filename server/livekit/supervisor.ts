// Keeps one LiveKit of our own running. It outlives us when we are killed, so that voices go on: the next start finds it by its pid
// file and its command line, and adopts it. When it dies or falls silent it is started again; when we stop in order, it stops too.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { StartFault } from '../errors.ts'
import { answers, PATIENCE, type Patience, silence } from './health.ts'
import { commandOf, endProcess } from './processes.ts'

export interface SupervisorOptions {
  readonly binary: string
  /** The configuration as LiveKit reads it; it is written into the data folder. */
  readonly config: string
  /** The HTTP port that the configuration names. */
  readonly port: number
  readonly dataDir: string
  /** Told in one sentence when something happens that a host should know. */
  readonly say: (sentence: string) => void
  /** Called when LiveKit is there again after it died: its rooms are gone. */
  readonly onRestart: () => void
  /** Milliseconds before each further try; the last one repeats. */
  readonly backOffMs?: readonly number[]
  /** Milliseconds that LiveKit may take until it answers. */
  readonly patienceMs?: number
  /** When a LiveKit that is there and says nothing is given up. */
  readonly patience?: Patience
}

export interface RunningLiveKit {
  /** True when it was left by an earlier run. */
  readonly adopted: boolean
  /** Ends LiveKit, whoever started it. */
  stop(): Promise<void>
}

/** LiveKit does not start; the message is one sentence for the host. */
export class LiveKitFault extends StartFault {}

const BACK_OFF_MS = [200, 500, 1000, 2000, 5000, 10_000]
/** Milliseconds after which a start counts as a good one. */
const GOOD_RUN_MS = 60_000
const LOOK_EVERY_MS = 500

/** A live process and the moment it ends. */
interface Watched {
  readonly pid: number
  readonly ended: Promise<void>
}

/**
 * Starts LiveKit, or adopts the one that an earlier run left, and returns when it answers.
 * @throws LiveKitFault when it does not come up.
 */
export async function startLiveKit(options: SupervisorOptions): Promise<RunningLiveKit> {
  const { binary, config, dataDir, say, backOffMs = BACK_OFF_MS, patienceMs = 20_000, patience = PATIENCE } = options
  const configPath = join(dataDir, 'livekit.json')
  const pidPath = join(dataDir, 'livekit.pid')
  const logPath = join(dataDir, 'livekit.log')
  const digest = createHash('sha256').update(config).digest('hex')
  const health = `http://127.0.0.1:${options.port}/`
  const stopping = new AbortController()

  async function adopt(): Promise<Watched | null> {
    const pid = leftBehind(pidPath, configPath)
    if (pid === null) return null
    // Another configuration, or one that does not answer any more: it makes room for a new one.
    if (readPid(pidPath)?.digest === digest && (await answers(health, 5000))) return watchStranger(pid)
    await endProcess(pid)
    return null
  }

  async function launch(): Promise<Watched> {
    writeWhole(configPath, config)
    // A file, not a pipe: writing to the pipe of a dead server would kill LiveKit as well.
    rmSync(logPath, { force: true })
    const log = openSync(logPath, 'a', 0o600)
    // Its own environment, because LiveKit takes settings from variables with names like ours; its own process group, because
    // Ctrl-C in the terminal is ours to pass on.
    const env = { PATH: process.env.PATH, HOME: process.env.HOME }
    const child = spawn(binary, ['--config', configPath], { detached: true, stdio: ['ignore', log, log], env })
    closeSync(log)
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    const pid = child.pid
    if (pid === undefined) throw new LiveKitFault(`LiveKit at ${binary} cannot be run.`)
    writeWhole(pidPath, JSON.stringify({ pid, digest }))
    const up = await Promise.race([answers(health, patienceMs), ended.then(() => false)])
    if (up && !stopping.signal.aborted) return { pid, ended }
    await endProcess(pid)
    throw new LiveKitFault(whyNot(readFileSync(logPath, 'utf8'), logPath))
  }

  async function relaunch(quickDeaths: number): Promise<Watched> {
    for (let attempt = quickDeaths; ; attempt++) {
      await pause(backOffMs[Math.min(attempt, backOffMs.length - 1)], undefined, { signal: stopping.signal })
      try {
        return await launch()
      } catch (error) {
        if (!(error instanceof LiveKitFault) || stopping.signal.aborted) throw error
        if (attempt === quickDeaths) say(`${error.message} Trying again until it does.`)
      }
    }
  }

  /** Waits until LiveKit has ended, and ends it when it is there and does not answer any more. Returns what the host is told. */
  async function whatHappened({ pid, ended }: Watched): Promise<string> {
    const over = new AbortController()
    const signal = AbortSignal.any([over.signal, stopping.signal])
    const silent = silence(health, patience, signal).then(
      () => true,
      () => false,
    )
    const hung = await Promise.race([ended.then(() => false), silent])
    over.abort()
    if (!hung) {
      await ended
      return 'LiveKit has stopped.'
    }
    await endProcess(pid, 0)
    return 'LiveKit does not answer any more.'
  }

  const adopted = await adopt()
  let current = adopted ?? (await launch())

  async function supervise(): Promise<void> {
    for (let quickDeaths = 0; ;) {
      const since = Date.now()
      const what = await whatHappened(current)
      if (stopping.signal.aborted) return
      say(`${what} It is being started again; everybody comes back by themselves.`)
      quickDeaths = Date.now() - since < GOOD_RUN_MS ? quickDeaths + 1 : 0
      current = await relaunch(quickDeaths)
      say('LiveKit is running again.')
      options.onRestart()
    }
  }
  const supervised = supervise().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error
  })

  return {
    adopted: adopted !== null,
    async stop() {
      stopping.abort()
      await endProcess(current.pid)
      // A start that was under way when the stop came has left its own pid.
      const late = leftBehind(pidPath, configPath)
      if (late !== null) await endProcess(late)
      await supervised
      rmSync(pidPath, { force: true })
    },
  }
}

/** Writes a file for its owner alone, whole or not at all: who reads it, or comes after a kill, never finds half of it. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, path)
}

const pidSchema = z.object({ pid: z.int(), digest: z.string() })

function readPid(path: string): z.infer<typeof pidSchema> | null {
  try {
    return pidSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // None was left, or its writing was cut off: then there is nothing to adopt.
    return null
  }
}

/** The pid of a process that runs with our very configuration file; a pid alone may long belong to somebody else. */
function leftBehind(pidPath: string, configPath: string): number | null {
  const left = readPid(pidPath)
  return left && commandOf(left.pid).includes(configPath) ? left.pid : null
}

function watchStranger(pid: number): Watched {
  const ended = (async () => {
    while (commandOf(pid) !== '') await pause(LOOK_EVERY_MS)
  })()
  return { pid, ended }
}

function whyNot(log: string, path: string): string {
  if (/address already in use/.test(log)) {
    return 'LiveKit does not start because one of its ports is taken; see LIVEKIT_PORT, LIVEKIT_TCP_PORT and LIVEKIT_UDP_PORT.'
  }
  return `LiveKit does not start; ${path} says why.`
}
