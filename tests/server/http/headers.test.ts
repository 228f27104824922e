import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownOrigins } from '../../../server/http/origins.ts'
import { until } from '../../support/clocks.ts'
import { enter } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let folder: string
let site: Site
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-client-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Hearthside</title>')
  writeFileSync(join(folder, 'assets', 'main-abc.js'), '1')
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}')
  site = await createSite({ config: { clientDir: folder } })
})
afterEach(async () => {
  await site.stop()
  rmSync(folder, { recursive: true })
})

const header = async (path: string, name: string) => (await fetch(`${site.url}${path}`)).headers.get(name) ?? ''

describe('every answer', () => {
  test.each(['/', '/assets/main-abc.js', '/api/me', '/nothing', '/healthz'])(
    '%s tells the browser what we need and no more',
    async (path) => {
      expect(await header(path, 'Referrer-Policy')).toBe('no-referrer')
      expect(await header(path, 'X-Content-Type-Options')).toBe('nosniff')
      expect(await header(path, 'X-Powered-By')).toBe('')
      expect(await header(path, 'Permissions-Policy')).toMatch(/^microphone=\(self\), xr-spatial-tracking=\(self\)/)
      expect(await header(path, 'Permissions-Policy')).toMatch(/camera=\(\)/)
      expect(await header(path, 'Content-Security-Policy')).not.toBe('')
    },
  )
})

test('the policy names no place but ours, no inline script and no eval', async () => {
  const policy = await header('/', 'Content-Security-Policy')
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  const { host } = new URL(site.url)
  const directives = Object.fromEntries(policy.split(';').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]))
  expect(directives).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  })
  expect(directives['connect-src']).toEqual([
    "'self'",
    'data:',
    'blob:',
    `ws://${host}`,
    `ws://${host.replace('localhost', '127.0.0.1')}`,
  ])
})

test('over https browsers are told to stay there', async () => {
  const secure = await createSite({ config: { publicUrl: 'https://circle.example.org', local: false } })
  const { headers } = await fetch(secure.url)
  expect(headers.get('Strict-Transport-Security')).toMatch(/^max-age=31536000/)
  expect(headers.get('Content-Security-Policy')).toMatch(/connect-src 'self' data: blob: wss:\/\/circle\.example\.org;/)
  expect(headers.get('Content-Security-Policy')).toMatch(/upgrade-insecure-requests/)
  await secure.stop()
})

describe('what is kept by browsers', () => {
  test('nothing of the API', async () => {
    const person = await enter(site.doorLink)
    for (const path of ['/api/me', '/api/pseudonym', '/api/meeting', '/api/nothing']) {
      expect((await person.request('GET', path)).headers.get('Cache-Control'), path).toBe('no-store')
    }
  })

  test('hashed files for good, the page itself never unasked', async () => {
    expect(await header('/assets/main-abc.js', 'Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(await header('/', 'Cache-Control')).toBe('no-cache')
    expect(await (await fetch(site.url)).text()).toContain('<title>Hearthside')
  })
})

test('files that are not the page’s are not served', async () => {
  for (const path of ['/.vite/manifest.json', '/assets/', '/assets/../index.html/..']) {
    expect((await fetch(`${site.url}${path}`)).ok && path !== '/assets/../index.html/..', path).toBe(false)
  }
})

test('a page that was not built says so in a sentence, and is found as soon as it is', async () => {
  rmSync(join(folder, 'index.html'))
  const before = await fetch(site.url)
  expect([before.status, await before.text()]).toEqual([503, expect.stringMatching(/has not been built yet/)])
  writeFileSync(join(folder, 'index.html'), '<title>Now')
  expect((await fetch(site.url)).status).toBe(200)
})

describe('for those who watch over it', () => {
  test('healthz answers while the process lives, readyz while its helpers do', async () => {
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${site.url}/readyz`)).json()).toEqual({ database: true, media: true })
    site.media.down = true
    const response = await until('the loss to be noticed', async () => {
      const answer = await fetch(`${site.url}/readyz`)
      return answer.status === 503 && answer
    })
    expect(await response.json()).toEqual({ database: true, media: false })
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
  })
})

test('our own origins are the public one, and on this computer its other names', () => {
  expect(ownOrigins({ publicUrl: 'https://a.example', local: false })).toEqual(['https://a.example'])
  expect(ownOrigins({ publicUrl: 'http://127.0.0.1:3000', local: true })).toEqual([
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])
})
