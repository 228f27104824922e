// The practice link: at once among simulated company, with nothing of the group, and no way from there into a real circle.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { meSchema, type PersonalEvent } from '#protocol/api.ts'
import { practicesResponse, SIMULATED_MARK } from '#protocol/practice.ts'
import { createPerson, enter, type Person } from '../../support/person.ts'
import { createSite, type Site } from '../../support/site.ts'

const AVATAR = { character: 'fox', palette: 'moss', accessory: 'none' } as const

let site: Site
beforeEach(async () => {
  site = await createSite()
})
afterEach(() => site.stop())

function begin(person: Person, scenario: string, name = 'Fern'): Promise<Response> {
  return person.request('POST', '/api/practice', { scenario, name, avatar: AVATAR, seed: 7 })
}

const saysSomething = (event: PersonalEvent) => event.type === 'practice' && (event.practice?.speeches.length ?? 0) > 0

describe('whoever opens the practice link', () => {
  test('sees what can be practised and nothing of the group', async () => {
    const fern = await enter(site.practiceLink)
    const me = await fern.me()
    expect(me.group).toMatchObject({ name: 'Practice circle', practice: true, question: null })
    expect(JSON.stringify(me)).not.toMatch(/Our circle|We listen|Somebody runs this/)
    const { scenarios } = practicesResponse.parse(await (await fern.request('GET', '/api/practice')).json())
    expect(scenarios.map((one) => one.id)).toContain('sit-down')
  })

  test('sits among simulated people after one request, and is told what they say', async () => {
    const fern = await enter(site.practiceLink)
    const events = await fern.events()
    const me = meSchema.parse(await (await begin(fern, 'sit-down')).json())
    expect(me).toMatchObject({ knock: 'admitted', keyHolder: false, name: 'Fern' })
    const { participants, practice } = await fern.meeting()
    expect(practice).toBe(true)
    expect(participants.filter((one) => one.name.endsWith(SIMULATED_MARK))).toHaveLength(4)
    const view = await events.until('somebody who says something', ({ all }) => all.findLast(saysSomething))
    expect(view).toMatchObject({ practice: { scenario: { id: 'sit-down' }, seed: 7 } })
    events.close()
  })

  test('facilitates where the scenario says so, by the same commands as everywhere', async () => {
    const fern = await enter(site.practiceLink)
    await begin(fern, 'takes-the-room')
    const { participants } = await fern.meeting()
    const rolf = participants.find((one) => one.name.startsWith('Rolf'))
    const after = await fern.command({ type: 'hold', to: rolf?.identity ?? '' })
    expect(after.participants.find((one) => one.identity === rolf?.identity)?.held).toBe(true)
  })

  test('reads a look back when it is over', async () => {
    const fern = await enter(site.practiceLink)
    await begin(fern, 'takes-the-room')
    const events = await fern.events()
    await fern.leave()
    const view = await events.until('the look back', ({ all }) =>
      all.find((event) => event.type === 'practice' && event.practice?.lookBack),
    )
    expect(view).toMatchObject({
      practice: { lookBack: expect.arrayContaining([{ text: expect.any(String), done: false }]) },
    })
    events.close()
  })

  test('finds another company by another practice, and the first is gone', async () => {
    const fern = await enter(site.practiceLink)
    await begin(fern, 'sit-down')
    const first = (await fern.meeting()).meeting
    await begin(fern, 'takes-the-room')
    const second = await fern.meeting()
    expect(second.meeting).not.toBe(first)
    expect(second.participants.some((one) => one.name.startsWith('Rolf'))).toBe(true)
  })

  test('gets no digits for another device: it is for one trainee at one', async () => {
    const fern = await enter(site.practiceLink)
    await begin(fern, 'sit-down')
    expect((await fern.request('POST', '/api/pair', {})).status).toBe(403)
    expect((await fern.request('POST', '/api/pair/approve', { code: '123456' })).status).toBe(403)
  })

  test('is alone with the company: another browser gets a circle of its own', async () => {
    const [fern, moss] = [await enter(site.practiceLink), await enter(site.practiceLink)]
    await begin(fern, 'sit-down')
    await begin(moss, 'sit-down', 'Moss')
    expect((await fern.meeting()).meeting).not.toBe((await moss.meeting()).meeting)
    expect((await fern.meeting()).participants.some((one) => one.name === 'Moss')).toBe(false)
  })

  test('is refused what is no scenario, a name that cannot be used, and a request with more in it', async () => {
    const fern = await enter(site.practiceLink)
    expect((await begin(fern, 'nothing')).status).toBe(404)
    expect((await begin(fern, 'sit-down', 'moderator')).status).toBe(422)
    const more = { scenario: 'sit-down', name: 'Fern', avatar: AVATAR, keyHolder: true }
    expect((await fern.request('POST', '/api/practice', more)).status).toBe(400)
    expect((await fern.me()).knock).toBe('none')
  })
})

describe('between practice and a real circle', () => {
  test('no link and no cookie opens the other side', async () => {
    const trainee = await enter(site.practiceLink)
    const member = await enter(site.doorLink)
    const other = createPerson(site.url)
    const secret = new URL(site.practiceLink).hash.slice(3)
    expect((await other.request('POST', '/api/enter', { kind: 'p', secret })).status).toBe(403)
    const door = createPerson(site.url, '/practice')
    const doorSecret = new URL(site.doorLink).hash.slice(3)
    expect((await door.request('POST', '/api/enter', { kind: 'd', secret: doorSecret })).status).toBe(403)
    const stolen = { cookie: trainee.cookie.replace('hearthside-practice', 'hearthside') }
    expect((await other.request('GET', '/api/me', undefined, stolen)).status).toBe(401)
    const back = { cookie: member.cookie.replace('hearthside', 'hearthside-practice') }
    expect((await door.request('GET', '/api/me', undefined, back)).status).toBe(401)
  })

  test('a trainee cannot make a meeting of it: no knock, no simulated people for others', async () => {
    const fern = await enter(site.practiceLink)
    await expect(fern.knock('Fern')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(site.record.practice).toBe(false)
    expect(site.record.people).toEqual([])
  })

  test('practising costs nobody their chair', async () => {
    const fern = await enter(site.keyLink)
    await fern.knock('Fern')
    const trainee = await enter(site.practiceLink)
    await begin(trainee, 'sit-down')
    expect((await fern.me()).knock).toBe('admitted')
    expect(trainee.cookie).toMatch(/^hearthside-practice=/)
  })
})
