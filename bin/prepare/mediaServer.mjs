// Gets LiveKit, pinned, once per user. In order: LIVEKIT_URL or LIVEKIT_BINARY, `livekit-server` on PATH, our cache, the release download,
// `go install`. Starting it is the server's work; here it only comes to lie on disk.

import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fetchRelease, releaseUrl } from './release.mjs'
import { NotReady, runSaying, say } from './say.mjs'

const VERSION = '1.13.5'
const CACHED = `livekit-server-v${VERSION}`

export async function prepareMediaServer() {
  const folder = cacheFolder(process.env)
  // What the host names in .env counts as well; Node before 20.12 cannot read it, and gets a LiveKit that it may not need.
  if (existsSync('.env')) process.loadEnvFile?.('.env')
  const named = process.env.LIVEKIT_URL || process.env.LIVEKIT_BINARY
  if (named || onPath('livekit-server') || runs(join(folder, CACHED))) return
  mkdirSync(folder, { recursive: true })
  // Beside its place, so that the last step is one rename and a half-made one is never taken for the real one.
  const work = mkdtempSync(join(folder, '.livekit-'))
  try {
    const made = (await downloaded(work)) ?? (await built(work))
    if (!made) throw new NotReady(whatToDo())
    renameSync(made, join(folder, CACHED))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Where things that are made once per user lie.
 * @param {NodeJS.ProcessEnv} env
 */
function cacheFolder(env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hearthside')
}

/** @param {string} work */
async function downloaded(work) {
  const url = releaseUrl(VERSION, process.platform, process.arch)
  if (!url) return null
  say(`Downloading LiveKit ${VERSION}, about 30 MB`)
  try {
    return await fetchRelease(url, work)
  } catch (error) {
    say(`  that did not work (${error instanceof Error ? error.message : 'no reason given'})`)
    return null
  }
}

/** @param {string} work */
async function built(work) {
  if (!onPath('go')) return null
  const module = `github.com/livekit/livekit-server/cmd/server@v${VERSION}`
  const env = { ...process.env, CGO_ENABLED: '0', GOBIN: work }
  const well = await runSaying(`Building LiveKit ${VERSION} with Go, about four minutes`, 'go', ['install', module], {
    env,
  })
  return well ? join(work, 'server') : null
}

function whatToDo() {
  const brew = process.platform === 'darwin' ? 'run "brew install livekit", ' : ''
  return (
    `Hearthside needs the media server LiveKit ${VERSION}: ${brew}put livekit-server on your PATH (livekit.io), ` +
    'install Go 1.21 or later and try again, or name a running one in LIVEKIT_URL.'
  )
}

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && runs(join(folder, name)))
}

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
