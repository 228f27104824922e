// A hand on the clock of a real server process: minutes of a meeting go by in a moment, also while it is down.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ServerTime {
  /** For startStack. */
  readonly env: Readonly<Record<string, string>>
  /** Lets so much time go by; the server notices within some hundredths of a second. */
  forward(ms: number): void
  /** The server's clock now. */
  now(): number
  remove(): void
}

/** Makes the clock's hand; one server at a time hangs on it. */
export function createServerTime(): ServerTime {
  const folder = mkdtempSync(join(tmpdir(), 'hearthside-time-'))
  const file = join(folder, 'ahead-ms')
  const preload = new URL('moveClock.ts', import.meta.url).href
  let ahead = 0
  const write = () => writeFileSync(file, String(ahead))
  write()
  return {
    env: { NODE_OPTIONS: `--import=${preload}`, AHEAD_FILE: file },
    forward(ms) {
      ahead += ms
      write()
    },
    now: () => Date.now() + ahead,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
