// Measures one figure in a process of its own, so that what a native library keeps, a crash or a hang spoils no other figure. The
// child is bench.ts again with MEASURE and the figure's name; its standard output is one JSON line, what else it says goes to standard error.

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { within } from '../tests/support/clocks.ts'
import type { Figure, Reading } from './figure.ts'

export const MEASURE = '--measure'

/** What came of it: a reading, or one sentence on why there is none. */
export type Outcome = Reading | { readonly fault: string }

const TIMEOUT_MS = 900_000
/** So long after its limit a child that has not ended by itself is killed, ms. */
const GRACE_MS = 30_000
const outcomeSchema: z.ZodMiniType<Outcome> = z.union([
  z.object({ value: z.number(), how: z.string() }),
  z.object({ fault: z.string() }),
])

/** Starts the child and waits for what it says. */
export async function measureApart(figure: Figure): Promise<Outcome> {
  const bench = fileURLToPath(new URL('bench.ts', import.meta.url))
  const child = spawn(process.execPath, [bench, MEASURE, figure.name], { stdio: ['ignore', 'pipe', 'inherit'] })
  const late = setTimeout(() => child.kill('SIGKILL'), limitOf(figure) + GRACE_MS)
  try {
    const [said, ended] = await Promise.all([text(child.stdout), ending(child)])
    return parseOutcome(said) ?? { fault: `its process ended with ${ended} and had said nothing` }
  } finally {
    clearTimeout(late)
  }
}

/** In the child: measures, says the outcome and ends the process whatever is still open. */
export async function measureHere(figure: Figure): Promise<never> {
  // Ending by `exit` lets every stack and browser of this process be cleared away.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  // What libraries log is no outcome.
  const say = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  const outcome = await within(figure.name, limitOf(figure), figure.measure()).catch((error: unknown) => ({
    fault: error instanceof Error ? error.message : String(error),
  }))
  await new Promise<void>((done) => say(`${JSON.stringify(outcome)}\n`, () => done()))
  process.exit()
}

function limitOf({ timeoutMs = TIMEOUT_MS }: Figure): number {
  return timeoutMs
}

function ending(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`))
  })
}

function parseOutcome(said: string): Outcome | null {
  const line = said.trim().split('\n').at(-1) ?? ''
  try {
    return outcomeSchema.parse(JSON.parse(line))
  } catch {
    // A child that was cut off has said nothing, or half a line.
    return null
  }
}
