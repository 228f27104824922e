// Finds the LiveKit program on this machine. Getting it there is bin/prepare.mjs's work; both know the same place.

import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export const LIVEKIT_VERSION = '1.13.5'

/**
 * Returns the path of livekit-server: the one that the host names, else the one on PATH, else the one in the user's cache; null
 * when there is none that can be run.
 */
export function findLiveKit(
  named: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (named !== null) return runs(named) ? named : null
  const cache = environment.XDG_CACHE_HOME || join(homedir(), '.cache')
  const places = [
    ...(environment.PATH ?? '').split(delimiter).flatMap((folder) => (folder ? [join(folder, 'livekit-server')] : [])),
    join(cache, 'hearthside', `livekit-server-v${LIVEKIT_VERSION}`),
  ]
  return places.find(runs) ?? null
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: look further.
    return false
  }
}
