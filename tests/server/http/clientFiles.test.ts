import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

const PAGE = '<!doctype html><title>Hearthside</title>'
const SCRIPT = 'export const circle = 12\n'

let folder: string
let site: Site
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-client-'))
  mkdirSync(join(folder, 'assets'))
  for (const [name, text] of [
    ['index.html', PAGE],
    ['assets/main-abc.js', SCRIPT],
  ] as const) {
    writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text))
  }
  writeFileSync(join(folder, 'assets/room-abc.glb'), 'shape')
  site = await createSite({ config: { clientDir: folder } })
})
afterEach(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Asks as a browser that takes these encodings, and unpacks nothing. */
function ask(path: string, encodings: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${site.url}${path}`, { headers: { 'accept-encoding': encodings } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('a file that was packed', () => {
  test('goes out as Brotli to a browser that takes it, typed as what it is, and may be kept', async () => {
    const { headers, body } = await ask('/assets/main-abc.js', 'gzip, deflate, br, zstd')
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
  })

  test('goes out as gzip to one that takes only that, as on a plain http address', async () => {
    const { headers, body } = await ask('/assets/main-abc.js', 'gzip, deflate')
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(body).toString()).toBe(SCRIPT)
  })

  test('goes out as it is to one that takes neither, with the same word to caches', async () => {
    const { headers, body } = await ask('/assets/main-abc.js', 'identity')
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers.vary).toBe('Accept-Encoding')
    expect(body.toString()).toBe(SCRIPT)
  })
})

test('the page itself is packed too, and asked for anew each time', async () => {
  const { headers, body } = await ask('/', 'br')
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  expect(brotliDecompressSync(body).toString()).toBe(PAGE)
})

test('a file that was not packed goes out as it is', async () => {
  expect((await ask('/assets/room-abc.glb', 'br, gzip')).body.toString()).toBe('shape')
})

test.each(['/assets/..%2f..%2fetc', '/assets/%2e%2e/%2e%2e/etc', '/assets/.hidden', '/assets//etc/passwd'])(
  '%s leads nowhere',
  async (path) => {
    expect((await ask(path, 'br')).status).toBeGreaterThanOrEqual(400)
  },
)
