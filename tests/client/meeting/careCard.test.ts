import { expect, test } from 'vitest'
import { minutesAside, readCareFile } from '../../../client/meeting/careCard.ts'

test('the card goes from asking to a warm hand-over, and names no method', () => {
  const { pause, card } = readCareFile()
  expect(card.map((one) => one.title)).toEqual([
    'Ask directly',
    'Stay',
    'Who is near you?',
    'The local line',
    'A warm hand-over',
    'And you',
  ])
  expect(pause.length).toBeGreaterThan(0)
  expect(JSON.stringify([pause, card])).not.toMatch(/pill|overdose|knife|rope|gun|bridge|\d{3}/i)
})

test('a file that cannot be read leaves one calm sentence', () => {
  for (const broken of ['', '{', '[]', '{"pause": 1}']) {
    expect(readCareFile(broken).pause).toHaveLength(1)
  }
})

test('a quiet timer counts whole minutes', () => {
  expect([minutesAside(0, 59_000), minutesAside(0, 61_000), minutesAside(5_000, 0)]).toEqual([0, 1, 0])
})
