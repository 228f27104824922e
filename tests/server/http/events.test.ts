import { once } from 'node:events'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEventStreams, STREAMS_PER_SESSION } from '../../../server/http/eventStreams.ts'
import { until } from '../../support/clocks.ts'
import type { EventReader } from '../../support/eventReader.ts'
import { enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let fern: Person
let readers: EventReader[]
beforeEach(async () => {
  site = await createSite()
  fern = await enter(site.keyLink)
  readers = []
})
afterEach(async () => {
  for (const reader of readers) reader.close()
  await site.stop()
})

async function listen(person: Person): Promise<EventReader> {
  const reader = await person.events()
  readers.push(reader)
  return reader
}

test('the stream begins with who one is, and holds what a key-holder may see', async () => {
  const reader = await listen(fern)
  await reader.until('the snapshot', ({ snapshot }) => snapshot)
  expect(reader.all.map((event) => event.type)).toEqual(['me', 'door', 'snapshot', 'feedback'])
})

test('somebody at the porch sees neither door nor meeting', async () => {
  const reader = await listen(await enter(site.doorLink))
  await fern.knock('Fern')
  await fern.command({ type: 'open-doors' })
  await reader.until('the open doors', ({ me }) => me?.phase === 'open')
  expect(new Set(reader.all.map((event) => event.type))).toEqual(new Set(['me']))
})

test('what has not changed is not said again', async () => {
  await fern.knock('Fern')
  const reader = await listen(fern)
  await fern.command({ type: 'raise-hand' })
  await fern.command({ type: 'lower-hand' })
  await reader.until('both', ({ all }) => all.filter((event) => event.type === 'snapshot').length === 3)
  expect(reader.all.filter((event) => event.type === 'me')).toHaveLength(1)
  expect(reader.all.filter((event) => event.type === 'door')).toHaveLength(1)
})

test('every page of a person hears the same', async () => {
  const [one, other] = [await listen(fern), await listen(fern)]
  await fern.knock('Fern')
  for (const reader of [one, other]) await reader.until('the admission', ({ me }) => me?.knock === 'admitted')
})

test('the newest pages are heard; one more than is sensible ends the oldest', async () => {
  const first = await fern.request('GET', '/api/me/events')
  const ended = first.text()
  for (let page = 0; page < STREAMS_PER_SESSION; page++) await listen(fern)
  expect(await ended).toContain('"type":"me"')
  await fern.knock('Fern')
  for (const reader of readers) await reader.until('the admission', ({ me }) => me?.knock === 'admitted')
})

test('the answer is a stream that no proxy holds back', async () => {
  const response = await fern.request('GET', '/api/me/events')
  expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('X-Accel-Buffering')).toBe('no')
  await response.body?.cancel()
})

test('silence is broken by signs of life, so that no proxy takes the stream for dead', async () => {
  const streams = createEventStreams(10)
  const app = express()
  app.get('/', (_request, response) => streams.open('session', response, []))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const response = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk)
    if (text.includes(':\n\n:\n\n')) streams.stop()
  }
  expect(text).toMatch(/^retry: 1000\n\n(:\n\n)+$/)
  server.close()
})

test('a page that went away is forgotten', async () => {
  const reader = await fern.events()
  reader.close()
  await fern.knock('Fern')
  await until('the server to answer others', async () => (await fern.me()).knock === 'admitted')
})
