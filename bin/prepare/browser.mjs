// Finds or installs the browser in which the tests' people live, and writes down where it is for tests/support/browser.ts.
// In order: CHROMIUM_PATH, a Chromium of the system, Playwright's own; on Debian and Ubuntu as root the system's is installed.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { NotReady, runSaying } from './say.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** @param {URL} root */
export async function prepareBrowser(root) {
  const note = new URL('node_modules/.cache/hearthside/browser', root)
  const noted = existsSync(note) ? readFileSync(note, 'utf8') : ''
  const wanted = process.env.CHROMIUM_PATH
  if (wanted ? wanted === noted && existsSync(wanted) : noted !== '' && existsSync(noted)) return
  const found = wanted ? working([wanted]) : (working(candidates(root)) ?? (await installed(root)))
  if (!found) throw new NotReady(whatToDo(wanted))
  mkdirSync(new URL('.', note), { recursive: true })
  writeFileSync(note, found)
}

/** @param {URL} root */
async function installed(root) {
  if (isDebian() && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runSaying('Looking up system packages', 'apt-get', ['update', '-q'], { env })
    await runSaying('Installing the browser for the tests', 'apt-get', ['install', '-y', '-q', 'chromium'], { env })
    const system = working(SYSTEM)
    if (system) return system
  }
  const node = fileURLToPath(new URL('node_modules/.bin/node', root))
  const playwright = fileURLToPath(new URL('node_modules/playwright-core/cli.js', root))
  await runSaying("Downloading Playwright's browser for the tests", node, [playwright, 'install', 'chromium'])
  return working(candidates(root))
}

/** @param {URL} root */
function candidates(root) {
  const { chromium } = createRequire(new URL('package.json', root))('playwright-core')
  return [...SYSTEM, chromium.executablePath()]
}

/**
 * The first that exists and can say its version: Ubuntu's /usr/bin/chromium-browser may be a note that points to a snap.
 * @param {readonly string[]} paths
 */
function working(paths) {
  return paths.find((path) => existsSync(path) && spawnSync(path, ['--version', '--no-sandbox']).status === 0) ?? null
}

function isDebian() {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(file, 'utf8'))
}

/** @param {string | undefined} wanted */
function whatToDo(wanted) {
  if (wanted) return `CHROMIUM_PATH names ${wanted}, which is not there or does not start.`
  return 'The tests need Chromium: install it, or name one in CHROMIUM_PATH.'
}
