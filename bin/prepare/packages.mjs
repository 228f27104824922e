// Installs the npm packages when they are not the ones that package-lock.json names. npm's own record in node_modules says
// what is there; it is written last, so an installation that was cut off counts as none.

import { existsSync, readFileSync } from 'node:fs'
import { NotReady, runSaying } from './say.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * Tells whether everything in `wanted` is in `present` in the same version, and nothing else. Optional packages (those for other
 * systems) may be missing.
 * @param {Packages} wanted
 * @param {Packages} present
 */
export function samePackages(wanted, present) {
  const holds = (/** @type {[string, Packages[string]]} */ [path, one]) => {
    const found = present[path]
    return path === '' || (found ? found.version === one.version : one.optional === true)
  }
  return Object.entries(wanted).every(holds) && Object.keys(present).every((path) => path in wanted)
}

/** @param {URL} root */
export async function preparePackages(root) {
  const lock = new URL('package-lock.json', root)
  const record = new URL('node_modules/.package-lock.json', root)
  const node = new URL('node_modules/.bin/node', root)
  if (existsSync(record) && existsSync(node) && samePackages(packagesIn(lock), packagesIn(record))) return

  const [program, before] = npm()
  const args = [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error']
  const well = await runSaying('Installing packages, about a minute', program, args, { cwd: root })
  if (!well) throw new NotReady('The npm packages could not be installed; the lines above say why.')
  if (!existsSync(node)) throw new NotReady('npm left out the package "node": allow its install script and try again.')
}

/**
 * @param {URL} file
 * @returns {Packages}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The npm that runs us, or else the one on PATH. */
function npm() {
  const self = process.env.npm_execpath
  return self ? /** @type {const} */ ([process.execPath, [self]]) : /** @type {const} */ (['npm', []])
}
