// What the operating system knows about a process that another run of ours may have left behind.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** The command line of a process, arguments separated by spaces; empty when there is none, or when it is dead but not yet buried. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim()
  } catch {
    // No such process.
    return ''
  }
}

/**
 * Ends a process: asks, asks again (LiveKit waits for its people after the first time), and after `patienceMs` insists.
 * Returns when it is gone.
 */
export async function endProcess(pid: number, patienceMs = 3000): Promise<void> {
  const started = Date.now()
  for (let round = 0; commandOf(pid) !== ''; round++) {
    const late = Date.now() - started > patienceMs
    if (late || round < 2) signal(pid, late ? 'SIGKILL' : 'SIGTERM')
    await pause(50)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // It may have ended between the look and the signal; anything else is news.
    if (commandOf(pid) !== '') throw error
  }
}
