// Invitations over HTTP: made by key-holders, opened by one person, and taken back with everything that came by them.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { INVITATION_BROWSERS, invitationResponse, invitationsResponse } from '#protocol/invitations.ts'
import { enter } from '../../support/person.ts'
import type { Person } from '../../support/person.ts'
import { createSite } from '../../support/site.ts'
import type { Site } from '../../support/site.ts'

let site: Site
let ada: Person

beforeEach(async () => {
  site = await createSite()
  ada = await enter(site.keyLink)
  await ada.knock('Ada')
  await ada.command({ type: 'open-doors' })
})
afterEach(() => site.stop())

const list = async () =>
  invitationsResponse.parse(await (await ada.request('GET', '/api/invitations')).json()).invitations
const invite = async (note: string) =>
  invitationResponse.parse(await (await ada.request('POST', '/api/invitations', { note })).json())
const takeBack = (id: string) => ada.request('DELETE', `/api/invitations/${id}`)
const letIn = () => ada.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
const names = () => site.record.people.map((one) => one.name)

describe('an invitation', () => {
  test('opens the door like any door link, and is told apart from the others', async () => {
    const { invitation, link } = await invite('Fern from the library')
    expect(link).toMatch(new RegExp(`^${site.url}/#i=[A-Za-z0-9_-]{43}$`))
    expect(link).not.toContain(invitation.id)
    await invite('Lark')
    expect((await list()).map((one) => [one.note, one.browsers])).toEqual([
      ['Fern from the library', 0],
      ['Lark', 0],
    ])
    const fern = await enter(link)
    expect((await fern.me()).keyHolder).toBe(false)
    await fern.knock('Fern')
    await letIn()
    expect(names()).toEqual(['Ada', 'Fern'])
    expect((await list()).map((one) => one.browsers)).toEqual([1, 0])
  })

  test('opens in a few browsers of one person and not in a neighbourhood’s', async () => {
    const { link } = await invite('Fern')
    for (let browser = 0; browser < INVITATION_BROWSERS; browser++) await enter(link)
    await expect(enter(link)).rejects.toMatchObject({ status: 403, code: 'unknown-link' })
  })

  test('that is taken back opens nothing, and whoever came by it is out and forgotten', async () => {
    const { invitation, link } = await invite('Fern')
    const { link: larks } = await invite('Lark')
    const [fern, moss, lark] = [await enter(link), await enter(link), await enter(larks)]
    await fern.knock('Fern')
    await letIn()
    await moss.knock('Moss')
    await lark.knock('Lark')
    expect((await takeBack(invitation.id)).status).toBe(204)
    expect(names()).toEqual(['Ada'])
    expect(site.record.knocks.map((one) => one.name)).toEqual(['Lark'])
    await expect(fern.me()).rejects.toMatchObject({ status: 401, code: 'no-session' })
    await expect(enter(link)).rejects.toMatchObject({ code: 'unknown-link' })
    expect((await list()).map((one) => one.note)).toEqual(['Lark'])
    expect(JSON.stringify(site.database.prepare('SELECT * FROM links').all())).not.toContain('Fern')
    expect((await takeBack(invitation.id)).status).toBe(204)
  })

  test('does not bind a browser that has a link of everybody as well', async () => {
    const { invitation, link } = await invite('Fern')
    const fern = await enter(link)
    const { hash } = new URL(site.doorLink)
    const door = { kind: 'd', secret: hash.slice(3) }
    expect((await fern.request('POST', '/api/enter', door)).status).toBe(204)
    await takeBack(invitation.id)
    await fern.knock('Fern')
    expect(site.record.knocks.map((one) => one.name)).toEqual(['Fern'])
  })

  test('is a matter of key-holders alone, and its note has words', async () => {
    const fern = await enter(site.doorLink)
    await fern.knock('Fern')
    await letIn()
    await ada.command({ type: 'hand-role', to: site.record.people[1]?.identity ?? '', role: 'co-facilitator' })
    for (const [method, path, body] of [
      ['GET', '/api/invitations', undefined],
      ['POST', '/api/invitations', { note: 'A friend' }],
      ['DELETE', '/api/invitations/x', undefined],
    ] as const) {
      expect((await fern.request(method, path, body)).status, method).toBe(403)
    }
    for (const body of [{}, { note: '' }, { note: 'x'.repeat(61) }, { note: 'x', more: 1 }]) {
      expect((await ada.request('POST', '/api/invitations', body)).status).toBe(400)
    }
    expect(await list()).toEqual([])
  })
})
