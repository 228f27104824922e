import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFollow } from '../../../client/meeting/follow.ts'
import { someSnapshot } from '../../support/someSnapshot.ts'

function following() {
  const news: [number, number | null][] = []
  const follow = createFollow((next, before) => news.push([next.revision, before?.revision ?? null]))
  return { follow, news }
}
const at = (revision: number, meeting = 'm_aaaaaaaaaaaa') => someSnapshot(['Fern'], { revision, meeting })

describe('following the meeting', () => {
  it('takes the newest revision, whichever way it came', () => {
    const { follow, news } = following()
    expect(follow.take(at(3))).toBe(true)
    expect(follow.takeText(JSON.stringify(at(5)))).toBe(true)
    expect(follow.take(at(4))).toBe(false)
    expect(follow.takeText(JSON.stringify(at(5)))).toBe(false)
    expect(follow.take(at(6))).toBe(true)
    expect(news).toEqual([
      [3, null],
      [5, 3],
      [6, 5],
    ])
  })

  it('ends at the newest in any order of arrival, and never goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), { minLength: 1 }), (arrivals) => {
        const { follow, news } = following()
        for (const [revision, asText] of arrivals) {
          if (asText) follow.takeText(JSON.stringify(at(revision)))
          else follow.take(at(revision))
        }
        const seen = news.map(([revision]) => revision)
        expect(seen).toEqual(seen.toSorted((a, b) => a - b))
        expect(seen.at(-1)).toBe(Math.max(...arrivals.map(([revision]) => revision)))
      }),
    )
  })

  it('begins anew with another meeting, or when it was told to forget', () => {
    const { follow, news } = following()
    follow.take(at(90))
    follow.take(at(1, 'm_bbbbbbbbbbbb'))
    follow.reset()
    follow.take(at(1, 'm_bbbbbbbbbbbb'))
    expect(news).toEqual([
      [90, null],
      [1, null],
      [1, null],
    ])
  })

  it('drops and counts what is no snapshot, and takes an empty text for a room without one', () => {
    const { follow, news } = following()
    for (const text of ['{', 'null', '{"revision":9}', JSON.stringify({ ...at(9), extra: 1 })]) {
      expect(follow.takeText(text)).toBe(false)
    }
    expect(follow.takeText('')).toBe(false)
    expect(follow.dropped()).toBe(4)
    expect(news).toEqual([])
  })
})
