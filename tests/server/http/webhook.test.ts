import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MediaHint } from '../../../server/meetings/ports.ts'
import { enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let fern: Person
let hint: MediaHint | null
let read: { body: string; authorization: string | undefined }[]

beforeEach(async () => {
  hint = null
  read = []
  site = await createSite({
    deps: {
      async readHint(body, authorization) {
        read.push({ body, authorization })
        if (authorization !== 'signed') throw new Error('not ours')
        return hint
      },
    },
  })
  fern = await enter(site.keyLink)
  await fern.knock('Fern')
})
afterEach(() => site.stop())

const post = (authorization: string, body = '{"event":"x"}') =>
  fetch(`${site.url}/livekit/webhook`, {
    method: 'POST',
    body,
    headers: { authorization, 'content-type': 'application/webhook+json' },
  })

test('the body arrives byte for byte, so that its signature can be checked, and no origin is asked of it', async () => {
  expect((await post('signed', '{ "a":1 }')).status).toBe(204)
  expect(read).toEqual([{ body: '{ "a":1 }', authorization: 'signed' }])
})

test('one that is not signed is refused and changes nothing', async () => {
  const before = site.record
  expect((await post('forged')).status).toBe(401)
  expect(site.record).toEqual(before)
})

test('somebody who arrives is present, and has the rights of now whatever they brought', async () => {
  const seat = await fern.seat()
  site.media.connect(seat.token)
  await fern.command({ type: 'open-doors' })
  await fern.command({ type: 'set-floor', mode: 'silence' })
  const room = `${seat.snapshot.meeting}.${seat.snapshot.epoch}`
  site.media.rooms.get(room)?.people.set(seat.identity, { hear: true, speak: true, data: true })
  hint = { kind: 'joined', room, identity: seat.identity }
  await post('signed')
  expect(site.media.rooms.get(room)?.people.get(seat.identity)).toEqual({ hear: true, speak: false, data: true })
  expect((await fern.meeting()).participants[0]?.presence).toBe('present')
})

test('somebody without a chair who arrives is shown out', async () => {
  const seat = await fern.seat()
  const room = `${seat.snapshot.meeting}.${seat.snapshot.epoch}`
  const intruder = `${seat.identity}#again`
  site.media.rooms.get(room)?.people.set(intruder, { hear: true, speak: true, data: true })
  hint = { kind: 'joined', room, identity: intruder }
  await post('signed')
  expect(site.media.rooms.get(room)?.people.has(intruder)).toBe(false)
})
