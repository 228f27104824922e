// What is written in the circle: who may, who reads it, and that it is in no file.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChatLine } from '#protocol/together.ts'
import { knockOf } from '../../support/circle.ts'
import { enter, type Person } from '../../support/person.ts'
import { createSite, type Site } from '../../support/site.ts'

let site: Site
let ada: Person
let fern: Person
let lark: Person

async function seat(name: string): Promise<Person> {
  const person = await enter(site.doorLink)
  await person.knock(name)
  await ada.command({ type: 'admit', knock: await knockOf(ada, name) })
  return person
}
const say = (person: Person, text: string) => person.request('POST', '/api/chat', { text })

async function read(person: Person): Promise<readonly ChatLine[]> {
  const events = await person.events()
  try {
    const last = () => events.all.findLast((one) => one.type === 'chat')
    return (await events.until('what was written', () => last())).lines
  } finally {
    events.close()
  }
}
const texts = async (person: Person) => (await read(person)).map((one) => one.text)

beforeEach(async () => {
  site = await createSite()
  ada = await enter(site.keyLink)
  await ada.knock('Ada')
  await ada.command({ type: 'open-doors' })
  fern = await seat('Fern')
  lark = await seat('Lark')
})
afterEach(() => site.stop())

test('is closed until somebody who runs the meeting opens it', async () => {
  expect((await say(fern, 'hello')).status).toBe(409)
  await ada.command({ type: 'set-chat', mode: 'all' })
  expect((await say(fern, ' he\u202Ello\nall ')).status).toBe(204)
  expect(await read(lark)).toMatchObject([{ id: 1, name: 'Fern', text: 'hello all', toAll: true }])
  await ada.command({ type: 'hush' })
  expect((await say(fern, 'again')).status).toBe(409)
})

test('to the facilitator alone is read by who runs the meeting and who wrote it', async () => {
  await ada.command({ type: 'set-chat', mode: 'facilitator' })
  await say(fern, 'only for you')
  await say(ada, 'for all')
  expect(await texts(fern)).toEqual(['only for you', 'for all'])
  expect(await texts(ada)).toEqual(['only for you', 'for all'])
  expect(await texts(lark)).toEqual(['for all'])
})

test('is refused when nothing is left of it, when it is too long or too fast, and from outside', async () => {
  await ada.command({ type: 'set-chat', mode: 'all' })
  expect((await say(fern, '\u200B')).status).toBe(422)
  expect((await say(fern, 'x'.repeat(281))).status).toBe(422)
  expect((await say(fern, 'x'.repeat(600))).status).toBe(400)
  const stranger = await enter(site.doorLink)
  expect((await say(stranger, 'let me in')).status).toBe(403)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => say(lark, `line ${at}`)))
  expect(answers.map((one) => one.status)).toContain(429)
})

test('is silent for who sits by the door, and goes with who is removed', async () => {
  await ada.command({ type: 'set-chat', mode: 'all' })
  await say(fern, 'unkind')
  const { participants } = await ada.meeting()
  const to = participants.find((one) => one.name === 'Fern')?.identity ?? ''
  await ada.command({ type: 'seat-by-door', to })
  expect((await say(fern, 'more')).status).toBe(409)
  await ada.command({ type: 'remove', to })
  expect(await texts(lark)).toEqual([])
})

test('is in no table and in no line of the log, and the next meeting knows nothing of it', async () => {
  await ada.command({ type: 'set-chat', mode: 'all' })
  await say(fern, 'a secret of mine')
  const tables = site.database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const rows = tables.flatMap(({ name }) => site.database.prepare(`SELECT * FROM "${String(name)}"`).all())
  expect(JSON.stringify([rows, site.log])).not.toContain('secret of mine')
  await ada.command({ type: 'end' })
  await ada.knock('Ada')
  expect(await texts(ada)).toEqual([])
})

test('a block keeps a browser out of the next meeting as well, until its session is forgotten', async () => {
  const { participants } = await ada.meeting()
  const to = participants.find((one) => one.name === 'Fern')?.identity ?? ''
  await ada.command({ type: 'block', to })
  expect((await fern.me()).knock).toBe('removed')
  await ada.command({ type: 'end' })
  await ada.knock('Ada')
  expect((await fern.me()).knock).toBe('blocked')
  await expect(fern.knock('Fern')).rejects.toMatchObject({ code: 'blocked' })
  await expect(lark.knock('Lark')).resolves.toMatchObject({ knock: 'wait-closed' })
})
