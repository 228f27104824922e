// Where the hour is, in words and on the wall's clock; and the shelf on which a group's scripts stand.

import { describe, expect, test } from 'vitest'
import type { Answer, Ask } from '../../../client/api/api.ts'
import { readScriptFile } from '../../../client/meeting/scriptFile.ts'
import { clockOf, endTime, invitation, stepTime, stepTitle } from '../../../client/meeting/scriptLine.ts'
import { createScriptShelf } from '../../../client/meeting/scriptShelf.ts'
import { SOME_SCRIPT, someRun } from '../../support/preview/someScript.ts'

const NOW = 1_800_000_000_000

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [600_000, '10:00'],
])('%i ms are %s', (ms, words) => {
  expect(clockOf(ms)).toBe(words)
})

describe('a step', () => {
  test('says its title and what it invites to', () => {
    expect(stepTitle(someRun(NOW))).toBe('A reading')
    expect(invitation(someRun(NOW))).toBe('You may say hello, wave or stay quiet.')
    expect(invitation(someRun(NOW, { members: ['listen'] }))).toBe('You may listen.')
    expect(invitation(someRun(NOW, { members: [] }))).toBe('')
  })

  test('says how long it still is, that it is over, or that time stands still', () => {
    expect(stepTime(someRun(NOW), NOW)).toBe('3:00 left for this.')
    expect(stepTime(someRun(NOW), NOW + 500_000)).toBe('The time for this is over; nobody is cut off.')
    expect(stepTime(someRun(NOW, { pausedAt: NOW }), NOW + 500_000)).toBe('Time stands still.')
  })

  test('tells the end by the clock of this device, however wrong that is', () => {
    const own = (at: number) => new Date(at).toTimeString().slice(0, 5)
    expect(endTime(someRun(NOW), NOW, 0)).toBe(own(NOW + 25 * 60_000))
    expect(endTime(someRun(NOW), NOW, 3_600_000)).toBe(own(NOW + 25 * 60_000 - 3_600_000))
  })
})

test('a file is read as JSON, with or without a mark at its beginning, and nothing else is', () => {
  expect(readScriptFile('{"a": 1}')).toEqual({ a: 1 })
  expect(readScriptFile('\uFEFF{"a": 1}')).toEqual({ a: 1 })
  expect(readScriptFile('# A script')).toBeNull()
})

test('the shelf lists, keeps and puts away, and an answer that is no script is none', async () => {
  const asked: string[] = []
  let body: unknown = { scripts: [SOME_SCRIPT], templates: [] }
  const ask: Ask = async <T>(
    method: string,
    path: string,
    read: (body: unknown) => T | undefined,
  ): Promise<Answer<T>> => {
    asked.push(`${method} ${path}`)
    const value = read(body)
    return value === undefined ? { ok: false, refusal: { code: 'internal' } } : { ok: true, value }
  }
  const shelf = createScriptShelf(ask)
  expect(await shelf.list()).toEqual({ ok: true, value: { scripts: [SOME_SCRIPT], templates: [] } })
  body = { script: SOME_SCRIPT }
  expect(await shelf.save(SOME_SCRIPT)).toEqual({ ok: true, value: SOME_SCRIPT })
  body = { script: { ...SOME_SCRIPT, steps: [] } }
  expect(await shelf.save(SOME_SCRIPT)).toMatchObject({ ok: false })
  await shelf.remove('our/hour')
  expect(asked).toEqual(['GET /api/scripts', 'PUT /api/scripts', 'PUT /api/scripts', 'DELETE /api/scripts/our%2Fhour'])
})
