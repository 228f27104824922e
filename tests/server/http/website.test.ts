import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSecureWebsite } from '../../../server/http/website.ts'
import type { Website } from '../../../server/http/website.ts'
import { ensureLanCertificate } from '../../../server/storage/lanCertificate.ts'
import type { LanCertificate } from '../../../server/storage/lanCertificate.ts'
import { freeTcpPort } from '../../support/ports.ts'
import { rawRequest } from '../../support/rawRequest.ts'
import { secureRequest } from '../../support/secureRequest.ts'

let folder: string
let certificate: LanCertificate
let website: Website
let port: number
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-website-'))
  certificate = await ensureLanCertificate(folder, '127.0.0.1', Date.now())
  port = await freeTcpPort()
  website = createSecureWebsite(
    (request, response) => response.end(`${request.method} ${request.url} ${request.socket.remoteAddress}`),
    `https://127.0.0.1:${port}`,
  )
  await new Promise<void>((resolve) => website.front.listen(port, '127.0.0.1', resolve))
  website.useCertificate(certificate)
})
afterEach(() => {
  website.close()
  rmSync(folder, { recursive: true })
})

test('speaks https with its own certificate, and knows who asks', async () => {
  const answer = await secureRequest(`https://127.0.0.1:${port}/me`, certificate.cert)
  expect(answer).toMatchObject({ status: 200, body: 'GET /me 127.0.0.1' })
})

test('is believed by nobody who was given another certificate', async () => {
  const other = await ensureLanCertificate(folder, '127.0.0.3', Date.now())
  await expect(secureRequest(`https://127.0.0.1:${port}/`, other.cert)).rejects.toThrow(/self-signed|certificate/i)
})

test('sends who typed the address without https there, never to another place', async () => {
  for (const [path, to] of [
    ['/', '/'],
    ['/pair?x=1', '/pair?x=1'],
    ['//evil.example/', '/evil.example/'],
    ['http://evil.example/', '/http://evil.example/'],
    ['/\\evil.example', '/evil.example'],
  ] as const) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })
    expect(response.status).toBe(307)
    await response.body?.cancel()
    expect(await locationOf(path), path).toBe(`https://127.0.0.1:${port}${to}`)
  }
})

/** Where a request for exactly this path is sent. */
async function locationOf(path: string): Promise<string | undefined> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await once(socket, 'close')
  return /^Location: (.*)$/im.exec(text)?.[1]?.trim()
}

test('hears LiveKit’s hints without https, and nothing else', async () => {
  const url = `http://127.0.0.1:${port}`
  expect(await rawRequest(url, 'POST', '/livekit/webhook')).toMatchObject({ status: 200 })
  for (const path of ['/api/enter', '/livekit/webhook/../../api/enter', '/livekit/webhook?x']) {
    expect((await rawRequest(url, 'POST', path)).status, path).toBe(307)
  }
})

test('goes on after nonsense, a broken handshake and somebody who hangs up', async () => {
  for (const words of ['\u0000\u0001', 'SSH-2.0-x\r\n\r\n', '\u0016\u0003\u0001\u0000\u0002xx', '']) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.resume().end(words)
    await once(socket, 'close')
  }
  expect(await secureRequest(`https://127.0.0.1:${port}/`, certificate.cert)).toMatchObject({ status: 200 })
})
