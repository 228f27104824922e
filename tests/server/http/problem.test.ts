import { createServer } from 'node:http'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { ERROR_CODES } from '#protocol/errors.ts'
import { createProblemHandler, STATUS } from '../../../server/http/problem.ts'
import { MediaUnavailable } from '../../../server/meetings/ports.ts'

const logged: unknown[] = []
const log = { info: () => {}, warn: (...all: unknown[]) => void logged.push(all) }
let stop = () => {}
afterEach(() => stop())

async function answerTo(error: unknown): Promise<{ status: number; body: string }> {
  const app = express()
  app.use(() => {
    throw error
  })
  app.use(createProblemHandler(log))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => void server.close()
  const address = server.address()
  const response = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  return { status: response.status, body: await response.text() }
}

test('every code has one status, and only the server’s own faults are 5xx', () => {
  expect(Object.keys(STATUS).sort()).toEqual([...ERROR_CODES].sort())
  const faults = ERROR_CODES.filter((code) => STATUS[code] >= 500)
  expect(faults).toEqual(['unavailable', 'internal'])
})

test('an unexpected fault says nothing to the outside, and to the log only where it was', async () => {
  expect(await answerTo(new TypeError('Fern cannot be read'))).toEqual({ status: 500, body: '{"code":"internal"}' })
  const text = JSON.stringify(logged)
  expect(text).toContain('TypeError')
  expect(text).toContain('problem.test')
  expect(text).not.toContain('Fern')
})

test('a media server that is away is worth another try', async () => {
  const { status, body } = await answerTo(new MediaUnavailable('ECONNREFUSED 127.0.0.1'))
  expect([status, JSON.parse(body)]).toEqual([503, { code: 'unavailable', retryAfterSeconds: 1 }])
})
