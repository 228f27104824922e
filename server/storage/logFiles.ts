// Our own log file, and the care that it and LiveKit's do not fill the disk of a server that runs for months.

import { existsSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import { setAside } from './dataFolder.ts'

const OURS = 'hearthside.log'
const LIVEKITS = 'livekit.log'
/** A log that is larger makes room. */
const LOG_BYTES = 5 * 1024 * 1024
const LOOK_EVERY_MS = 60 * 60 * 1000

export interface LogFiles {
  /** Where our log is written, each line at once. */
  readonly destination: DestinationStream
  stop(): void
}

/** Opens our log; one that has grown beyond `bytes` is set aside as `hearthside.log.1`, now and at each later look. */
export function openLogFiles(folder: string, bytes = LOG_BYTES, everyMs = LOOK_EVERY_MS): LogFiles {
  setAside(folder, OURS, bytes)
  const file = pino.destination({ dest: join(folder, OURS), mode: 0o600, sync: true })
  const livekits = join(folder, LIVEKITS)
  const looking = setInterval(() => {
    if (setAside(folder, OURS, bytes)) file.reopen()
    // LiveKit keeps its file open and appends: it begins anew in the same one.
    if (existsSync(livekits) && statSync(livekits).size > bytes) truncateSync(livekits)
  }, everyMs)
  return { destination: file, stop: () => clearInterval(looking) }
}
