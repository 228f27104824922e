// What we are compared with, as its makers publish it: the dist files of A-Frame and networked-aframe from npm, kept in the cache
// folder of the project. Nothing of them is installed or shipped.

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** networked-aframe 0.14.0 is built for an older A-Frame; 0.14.3 is the version of that line for 1.8. */
const PEERS = [
  { name: 'aframe', version: '1.8.0', file: 'package/dist/aframe-v1.8.0.min.js' },
  { name: 'networked-aframe', version: '0.14.3', file: 'package/dist/networked-aframe.min.js' },
] as const

export const PEER_WORDS = PEERS.map(({ name, version }) => `${name} ${version}`).join(' with ')

const CACHE = fileURLToPath(new URL('../node_modules/.cache/hearthside/peers/', import.meta.url))

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { cwd: CACHE, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr.slice(-300)}`)
}

/** Puts both into `folder` as `<name>.js`. @throws Error when npm cannot fetch them. */
export function copyPeers(folder: string): void {
  mkdirSync(CACHE, { recursive: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, version, file } of PEERS) {
    const packed = `${name}-${version}.tgz`
    if (!existsSync(join(CACHE, packed))) run('npm', ['pack', '--silent', `${name}@${version}`])
    run('tar', ['-xzf', packed, file, '--transform', `s#.*#${name}-${version}.js#`])
    copyFileSync(join(CACHE, `${name}-${version}.js`), join(folder, `${name}.js`))
  }
}
