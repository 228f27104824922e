// Builds the page into dist/ when what it is made of has changed since the last build. The content is compared, not dates,
// so a fresh clone, a branch change and an edit that was taken back all come out right.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NotReady, runSaying } from './say.mjs'

const MADE_OF = ['client', 'protocol', 'assets', 'vite.config.ts', 'bin/build', 'package-lock.json']
/** Scripts that make assets are no part of the page. */
const NOT_IN_THE_PAGE = 'assets/sources'

/** @param {URL} root */
export async function prepareClient(root) {
  const stamp = new URL('dist/client.stamp', root)
  const page = new URL('dist/client/index.html', root)
  const fingerprint = fingerprintOf(root)
  if (existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  const node = fileURLToPath(new URL('node_modules/.bin/node', root))
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', root))
  const well = await runSaying('Building the page', node, [vite, 'build', '--logLevel', 'warn'], { cwd: root })
  if (!well) throw new NotReady('The page could not be built; the lines above say why.')
  mkdirSync(new URL('dist/', root), { recursive: true })
  writeFileSync(stamp, fingerprint)
}

/**
 * SHA-256 over names and contents of everything that the page is made of.
 * @param {URL} root
 */
export function fingerprintOf(root) {
  const hash = createHash('sha256')
  for (const one of MADE_OF) {
    for (const file of filesIn(root, one))
      hash
        .update(`${file}\0`)
        .update(readFileSync(new URL(file, root)))
        .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {URL} root
 * @param {string} path
 * @returns {string[]} every file at or under `path`, in a fixed order
 */
function filesIn(root, path) {
  const place = new URL(path, root)
  if (path === NOT_IN_THE_PAGE || !existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [path]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${encodeURIComponent(name)}`))
}
