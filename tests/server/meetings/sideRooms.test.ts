// Side rooms as the media server sees them: made when they are asked for, right for exactly two, and gone in the moment they are over.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { knockOf } from '../../support/circle.ts'
import { until } from '../../support/clocks.ts'
import { enter, type Person } from '../../support/person.ts'
import { createSite, type Site } from '../../support/site.ts'

let site: Site
let ada: Person
let fern: Person

const main = () => site.media.rooms.get(`${site.record.id}.1`)
const side = (n = 1) => site.media.rooms.get(`${site.record.id}.1.w${n}`)
const idOf = (name: string) => site.record.people.find((one) => one.name === name)?.identity ?? ''

async function sit(person: Person): Promise<void> {
  const { token, identity } = await person.seat()
  site.media.connect(token)
  await site.meetings.noticed({ kind: 'joined', room: `${site.record.id}.1`, identity })
}

async function goAside(person: Person): Promise<string> {
  const { token } = await person.side()
  site.media.connect(token)
  return token
}

beforeEach(async () => {
  site = await createSite()
  ada = await enter(site.keyLink)
  await ada.knock('Ada')
  await ada.command({ type: 'open-doors' })
  fern = await enter(site.doorLink)
  await fern.knock('Fern')
  await ada.command({ type: 'admit', knock: await knockOf(ada, 'Fern') })
  await sit(ada)
  await sit(fern)
  await fern.command({ type: 'ask-word', to: idOf('Ada'), crisis: false })
  await ada.command({ type: 'accept-word', from: idOf('Fern') })
})
afterEach(() => site.stop())

test('the two may hear and speak there and send nothing else, and only hear in the circle', async () => {
  const token = await goAside(fern)
  await goAside(ada)
  expect(site.media.rightsIn(token)).toEqual({ hear: true, speak: true, data: false })
  expect([...(side()?.people.keys() ?? [])].toSorted()).toEqual([idOf('Ada'), idOf('Fern')].toSorted())
  expect(main()?.people.get(idOf('Fern'))).toEqual({ hear: true, speak: false, data: true })
  expect(side()?.metadata).toBe('')
})

test('whoever is found there without a place is put out', async () => {
  await goAside(fern)
  side()?.people.set('p_intruder00000000', { hear: true, speak: false, data: false })
  await site.meetings.sweep()
  expect([...(side()?.people.keys() ?? [])]).toEqual([idOf('Fern')])
})

test('a press takes the room down and gives both their voices back', async () => {
  await goAside(fern)
  await goAside(ada)
  await fern.command({ type: 'leave-word' })
  await until('the side room to be gone', () => side() === undefined)
  await until('the voice to be back', () => main()?.people.get(idOf('Fern'))?.speak === true)
  await expect(ada.side()).rejects.toMatchObject({ code: 'no-word' })
})

test('a removed person is out of both at once', async () => {
  await goAside(fern)
  const gone = idOf('Fern')
  await ada.command({ type: 'remove', to: gone })
  await until('them to be out', () => side() === undefined && main()?.people.has(gone) === false)
})

test('a room that is lost is made again, and the word goes on in it', async () => {
  await goAside(fern)
  site.media.down = true
  await site.meetings.sweep()
  site.media.down = false
  await site.media.deleteRoom(`${site.record.id}.1.w1`)
  const token = await goAside(fern)
  expect((await site.media.verify(token))?.room).toBe(`${site.record.id}.1.w1`)
  expect(side()?.people.has(idOf('Fern'))).toBe(true)
})

test('the end of the meeting leaves no room behind', async () => {
  await goAside(fern)
  await ada.command({ type: 'end' })
  await until('every room to be gone', () => site.media.rooms.size === 0)
})
