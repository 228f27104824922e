// Downloads one LiveKit release over https and compares it with the release's own list of SHA-256 sums. That list comes from
// the same place, so it proves the file whole, not honest; docs/decisions/0005 says why that is what we do.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LIST_TIMEOUT_MS = 8000
const ARCHIVE_TIMEOUT_MS = 300_000

/**
 * The address of the archive for a machine, or null where LiveKit publishes none (it publishes for Linux and Windows; ours is Linux).
 * @param {string} version
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 */
export function releaseUrl(version, platform, arch) {
  const name = { x64: 'amd64', arm64: 'arm64' }[arch]
  if (platform !== 'linux' || !name) return null
  return `https://github.com/livekit/livekit/releases/download/v${version}/livekit_${version}_linux_${name}.tar.gz`
}

/**
 * Downloads an archive, checks it, and unpacks `livekit-server` into a folder.
 * @param {string} url
 * @param {string} folder
 * @returns {Promise<string>} the path of the program
 * @throws when the network, the sum or the archive is not as it should be
 */
export async function fetchRelease(url, folder) {
  const name = url.slice(url.lastIndexOf('/') + 1)
  const sums = (await get(new URL('checksums.txt', url), LIST_TIMEOUT_MS)).toString('utf8')
  const expected = sumOf(sums, name)
  if (!expected) throw new Error(`the release lists no sum for ${name}`)
  const archive = await get(new URL(url), ARCHIVE_TIMEOUT_MS)
  const actual = createHash('sha256').update(archive).digest('hex')
  if (actual !== expected) throw new Error(`the sum of ${name} is not the listed one`)
  const file = join(folder, name)
  writeFileSync(file, archive)
  const unpacked = spawnSync('tar', ['xzf', file, '-C', folder, 'livekit-server'])
  if (unpacked.status !== 0) throw new Error('the archive could not be unpacked')
  return join(folder, 'livekit-server')
}

/**
 * The sum of a file in a list of lines `<sha256>  <name>`.
 * @param {string} sums
 * @param {string} name
 */
function sumOf(sums, name) {
  const line = sums.split('\n').find((one) => one.trim().split(/\s+/)[1] === name)
  return line?.trim().split(/\s+/)[0]?.toLowerCase() ?? null
}

/**
 * @param {URL} url
 * @param {number} timeoutMs
 */
async function get(url, timeoutMs) {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
