// The release download, against a small web server of our own that stands for the publisher.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchRelease, releaseUrl } from '../../bin/prepare/release.mjs'

const NAME = 'livekit_1.0.0_linux_amd64.tar.gz'
/** @type {string} */
let folder
/** @type {import('node:http').Server} */
let publisher
/** @type {string} */
let url
/** @type {Record<string, Uint8Array | string>} */
let files

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-release-'))
  writeFileSync(join(folder, 'livekit-server'), 'the program')
  spawnSync('tar', ['czf', join(folder, 'archive'), '-C', folder, 'livekit-server'])
  rmSync(join(folder, 'livekit-server'))
  files = { [NAME]: readFileSync(join(folder, 'archive')) }
  publisher = createServer((request, response) => {
    const body = files[(request.url ?? '').slice(1)]
    response.writeHead(body === undefined ? 404 : 200).end(body)
  })
  await new Promise((resolve) => publisher.listen(0, '127.0.0.1', () => resolve(null)))
  const address = publisher.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/${NAME}`
})

afterEach(() => {
  publisher.close()
  rmSync(folder, { recursive: true })
})

/** @param {string | Uint8Array | undefined} content */
const sum = (content) =>
  createHash('sha256')
    .update(content ?? '')
    .digest('hex')

describe('the release download', () => {
  it('unpacks an archive whose sum is the listed one', async () => {
    files['checksums.txt'] = `${'0'.repeat(64)}  other.zip\n${sum(files[NAME])}  ${NAME}\n`
    const program = await fetchRelease(url, folder)
    expect(readFileSync(program, 'utf8')).toBe('the program')
  })
  it('refuses an archive with another sum and leaves nothing to run', async () => {
    files['checksums.txt'] = `${sum('something else')}  ${NAME}\n`
    await expect(fetchRelease(url, folder)).rejects.toThrow('not the listed one')
    expect(() => readFileSync(join(folder, 'livekit-server'))).toThrow()
  })
  it('refuses an archive that the list does not name', async () => {
    files['checksums.txt'] = `${sum(files[NAME])}  ${NAME}.sbom\n`
    await expect(fetchRelease(url, folder)).rejects.toThrow('lists no sum')
  })
  it('refuses when there is no list', async () => {
    await expect(fetchRelease(url, folder)).rejects.toThrow('answered 404')
  })
  it('knows that there are archives for Linux on two kinds of processor and for nothing else of ours', () => {
    expect(releaseUrl('1.13.5', 'linux', 'arm64')).toMatch(/\/v1\.13\.5\/livekit_1\.13\.5_linux_arm64\.tar\.gz$/)
    expect(releaseUrl('1.13.5', 'linux', 'x64')).toMatch(/_linux_amd64\.tar\.gz$/)
    expect(releaseUrl('1.13.5', 'darwin', 'arm64')).toBeNull()
    expect(releaseUrl('1.13.5', 'linux', 's390x')).toBeNull()
  })
})
