// The group's scripts over HTTP: who may see and change them, what is refused and why, and what a running one tells to whom.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { problemSchema } from '#protocol/api.ts'
import { MAX_SCRIPTS, SCRIPT_BYTES, scriptsResponse } from '#protocol/script.ts'
import { enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'
import { HOUR, script, step } from '../meetings/scripts.ts'

let site: Site
let ada: Person
let fern: Person

beforeEach(async () => {
  site = await createSite()
  ada = await enter(site.keyLink)
  await ada.knock('Ada')
  await ada.command({ type: 'open-doors' })
  fern = await enter(site.doorLink)
  await fern.knock('Fern', { firstTime: true })
  await ada.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
})
afterEach(() => site.stop())

const list = async (person: Person) => scriptsResponse.parse(await (await person.request('GET', '/api/scripts')).json())
const put = (person: Person, body: unknown) => person.request('PUT', '/api/scripts', { script: body })
const identity = (name: string) => site.record.people.find((one) => one.name === name)?.identity ?? ''

describe('a group’s script', () => {
  test('is kept, comes back, is replaced and goes', async () => {
    expect((await list(ada)).scripts).toEqual([])
    expect((await list(ada)).templates).toHaveLength(5)
    expect(await (await put(ada, HOUR)).json()).toEqual({ script: HOUR })
    const shorter = { ...HOUR, steps: HOUR.steps.slice(0, 2) }
    await put(ada, shorter)
    expect((await list(ada)).scripts).toEqual([shorter])
    expect((await ada.request('DELETE', '/api/scripts/hour')).status).toBe(204)
    expect((await ada.request('DELETE', '/api/scripts/hour')).status).toBe(204)
    expect((await list(ada)).scripts).toEqual([])
  })

  test('with faults is not kept at all, and every fault is named', async () => {
    await put(ada, HOUR)
    const bad = { ...HOUR, steps: [HOUR.steps[0], { ...HOUR.steps[1], minutes: 0 }, step('x', { text: 'a\u202Eb' })] }
    const response = await put(ada, bad)
    const problem = problemSchema.parse(await response.json())
    expect([response.status, problem.code]).toEqual([422, 'bad-script'])
    expect(problem.faults?.map((fault) => `${fault.step} ${fault.field}`)).toEqual(['1 minutes', '2 text'])
    expect((await list(ada)).scripts).toEqual([HOUR])
  })

  test('may be as large as a script can be, and no larger', async () => {
    const steps = Array.from({ length: 10 }, (_, at) => step(`s${at}`, { text: '環'.repeat(2000) }))
    expect((await put(ada, script(...steps))).status).toBe(200)
    expect((await put(ada, { ...HOUR, title: 'x'.repeat(SCRIPT_BYTES) })).status).toBe(400)
  })

  test('is one of not too many', async () => {
    for (let at = 0; at < MAX_SCRIPTS; at++) expect((await put(ada, { ...HOUR, id: `hour-${at}` })).status).toBe(200)
    expect((await put(ada, { ...HOUR, id: 'one-more' })).status).toBe(429)
    expect((await put(ada, { ...HOUR, id: 'hour-0', title: 'Again' })).status).toBe(200)
  })

  test('is nobody’s business but that of key-holders and who runs the meeting', async () => {
    await put(ada, HOUR)
    const asked = async () => [
      (await fern.request('GET', '/api/scripts')).status,
      (await put(fern, { ...HOUR, title: 'Mine' })).status,
      (await fern.request('DELETE', '/api/scripts/hour')).status,
    ]
    expect(await asked()).toEqual([403, 403, 403])
    await ada.command({ type: 'hand-role', to: identity('Fern'), role: 'greeter' })
    expect(await asked()).toEqual([403, 403, 403])
    expect((await list(ada)).scripts).toEqual([HOUR])
    await ada.command({ type: 'hand-role', to: identity('Fern'), role: 'co-facilitator' })
    expect(await asked()).toEqual([200, 200, 204])
  })
})

describe('a script that runs', () => {
  test('is the group’s own before a template of the same name, and unknown names are refused', async () => {
    const own = { ...HOUR, id: 'talking-circle', title: 'Our own circle' }
    await expect(ada.command({ type: 'start-script', script: 'nothing' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(fern.command({ type: 'start-script', script: 'nothing' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect((await ada.command({ type: 'start-script', script: 'talking-circle' })).script?.title).toBe('Talking circle')
    await ada.command({ type: 'stop-script' })
    await put(ada, own)
    expect((await ada.command({ type: 'start-script', script: 'talking-circle' })).script?.title).toBe('Our own circle')
  })

  test('stays as it was when it started, whatever is written meanwhile', async () => {
    await put(ada, HOUR)
    await ada.command({ type: 'start-script', script: 'hour' })
    await put(ada, { ...HOUR, title: 'Another' })
    expect((await ada.meeting()).script?.title).toBe('Our hour')
  })

  test('tells its text by the personal stream to those who read it, and to nobody else', async () => {
    await put(
      ada,
      script(
        step('secret', { role: 'facilitator', textFor: 'facilitator', text: 'For Ada.' }),
        step('all', { text: 'For all.' }),
      ),
    )
    const [hers, his] = [await ada.events(), await fern.events()]
    const textOf = ({ all }: typeof hers) => all.findLast((event) => event.type === 'script-text')?.text ?? null
    await ada.command({ type: 'start-script', script: 'hour' })
    await hers.until('her text', (reader) => textOf(reader)?.text === 'For Ada.')
    await ada.command({ type: 'next-step', from: 0 })
    await his.until('everybody’s text', (reader) => textOf(reader)?.text === 'For all.')
    await ada.command({ type: 'stop-script' })
    await his.until('no text', (reader) => textOf(reader) === null)
    expect(JSON.stringify(his.all)).not.toContain('For Ada.')
    for (const reader of [hers, his]) reader.close()
  })

  test('greeters are told who is here for the first time, others are not', async () => {
    const reader = await ada.events()
    const told = await reader.until('who is new', ({ all }) => all.find((event) => event.type === 'first-timers'))
    expect(told.people).toEqual([identity('Fern')])
    const other = await fern.events()
    const nothing = await other.until('nobody', ({ all }) => all.find((event) => event.type === 'first-timers'))
    expect(nothing.people).toEqual([])
    for (const one of [reader, other]) one.close()
  })
})
