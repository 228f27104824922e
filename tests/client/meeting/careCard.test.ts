import { expect, test } from 'vitest'
import { readCareFile } from '../../../client/meeting/careCard.ts'

test('the card goes from asking to a warm hand-over, with the name of whom it is about, and names no method', () => {
  const { pause, card } = readCareFile('Blue $& Kettle')
  expect(card.map((one) => one.title)).toEqual([
    'Ask directly.',
    'Stay.',
    'Who is near you?',
    'Call together.',
    'Hand over warmly.',
  ])
  expect(card[0]?.text).toContain('lets Blue $& Kettle say it')
  expect(JSON.stringify([pause, card])).not.toMatch(/\{name\}|pill|overdose|knife|rope|gun|bridge|\d{3}/i)
})

test('a file that cannot be read leaves one calm sentence', () => {
  for (const broken of ['', '{', '[]', '{"pause": 1}']) {
    expect(readCareFile('', broken)).toEqual({ pause: 'We pause for a moment. Nobody is alone with it.', card: [] })
  }
})
