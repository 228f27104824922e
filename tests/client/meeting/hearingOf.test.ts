import { expect, test } from 'vitest'
import { seatPlaces, standingPlaces } from '#protocol/circle.ts'
import { hearingOf } from '../../../client/meeting/hearingOf.ts'
import { identityOf, someSnapshot } from '../../support/someSnapshot.ts'

const [ada, fern, moss] = [identityOf('Ada'), identityOf('Fern'), identityOf('Moss')]

test('during the meeting everybody is heard from their chair, almost equally loud', () => {
  const hearing = hearingOf(someSnapshot(['Ada', 'Fern', 'Moss']), fern)
  expect(hearing?.distances).toBe('circle')
  expect(hearing?.own).toEqual(seatPlaces(12)[1])
  expect([...(hearing?.others.keys() ?? [])]).toEqual([ada, moss])
})

test('after it from where they stand, with real distances, and from the chair where they stayed', () => {
  const after = someSnapshot(['Ada', 'Fern', 'Moss'], { phase: 'after', standing: [{ identity: moss, place: 4 }] })
  const hearing = hearingOf(after, ada)
  expect(hearing?.distances).toBe('real')
  expect(hearing?.others.get(moss)).toEqual(standingPlaces(12)[4])
  expect(hearing?.others.get(fern)).toEqual(seatPlaces(12)[1])
})

test('nobody is heard by somebody without a chair, nor from a place that is not there', () => {
  expect(hearingOf(someSnapshot(['Ada']), null)).toBeNull()
  expect(hearingOf(someSnapshot(['Ada']), moss)).toBeNull()
  const odd = someSnapshot(['Ada', 'Fern'], { phase: 'after', standing: [{ identity: fern, place: 63 }] })
  expect(hearingOf(odd, ada)?.others.has(fern)).toBe(false)
})
