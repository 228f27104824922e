// The helplines for a telephone, and what is kept of a crisis and of what people say at the door.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { knockOf } from '../../support/circle.ts'
import { enter } from '../../support/person.ts'
import { createSite, type Site } from '../../support/site.ts'
import { textOf } from '../../support/documents.ts'

let site: Site
beforeEach(async () => {
  site = await createSite()
})
afterEach(() => site.stop())

test('the page needs no session and no script, sets nothing, and is kept by the browser', async () => {
  const response = await fetch(`${site.url}/help`)
  expect(response.status).toBe(200)
  expect(response.headers.getSetCookie()).toEqual([])
  expect(response.headers.get('Cache-Control')).toMatch(/max-age=604800/)
  const page = await response.text()
  expect(page).not.toMatch(/<script|<img|src=/)
  expect((await fetch(`${site.url}/help.css`)).headers.get('Content-Type')).toMatch(/css/)
})

test('the page has every country and number of the file, as something to press', async () => {
  const page = await (await fetch(`${site.url}/help`)).text()
  const file: { country: string; lines: { phone?: string }[] }[] = JSON.parse(textOf('assets/helplines.json'))
  for (const { country, lines } of file) {
    expect(page).toContain(`<section id="${country.toLowerCase()}">`)
    for (const { phone } of lines) if (phone) expect(page).toContain(`href="tel:${phone.replaceAll(/[^\d+]/g, '')}"`)
  }
})

test('of a crisis nothing is kept but that there was one, and that only when the meeting is over', async () => {
  const ada = await enter(site.keyLink)
  await ada.knock('Ada')
  await ada.command({ type: 'open-doors' })
  const fern = await enter(site.doorLink)
  await fern.knock('Fern')
  await ada.command({ type: 'admit', knock: await knockOf(ada, 'Fern') })
  for (const one of site.record.people)
    await site.meetings.noticed({ kind: 'joined', room: `${site.record.id}.1`, identity: one.identity })
  const [first, second] = (await ada.meeting()).participants
  const own = first?.name === 'Fern' ? first : second
  await fern.command({ type: 'ask-word', crisis: true })
  await ada.command({ type: 'accept-word', from: own?.identity ?? '' })
  const rows = () => site.database.prepare('SELECT name, value FROM sums').all()
  expect(rows()).toEqual([])
  await ada.command({ type: 'end' })
  expect(rows()).toEqual([{ name: 'care-rooms', value: 1 }])
  expect(site.log.join('\n')).not.toContain('crisis')
})

test('what people say at the door reaches who runs the meeting, and the sums are for key-holders', async () => {
  const ada = await enter(site.keyLink)
  await ada.knock('Ada')
  await ada.command({ type: 'open-doors' })
  const fern = await enter(site.doorLink)
  expect((await fern.request('POST', '/api/feedback', { good: 'yes', safe: 'yes' })).status).toBe(403)
  await fern.knock('Fern')
  await ada.command({ type: 'admit', knock: await knockOf(ada, 'Fern') })
  await fern.leave()
  expect((await fern.request('POST', '/api/feedback', { good: 'yes', safe: 'no', line: 'Too loud' })).status).toBe(204)
  const events = await ada.events()
  const lines = await events.until('the line', ({ all }) => all.findLast((one) => one.type === 'feedback')?.lines)
  events.close()
  expect(lines).toEqual(['Too loud'])
  expect((await fern.request('GET', '/api/feedback')).status).toBe(403)
  expect(await (await ada.request('GET', '/api/feedback')).json()).toMatchObject({ answers: 0 })
})
