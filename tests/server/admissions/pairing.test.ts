import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { PAIR_CODE_DIGITS, PAIR_CODE_SECONDS } from '#protocol/limits.ts'
import { createPairing, LIVE_CODES } from '../../../server/admissions/pairing.ts'
import type { Pairing } from '../../../server/admissions/pairing.ts'
import { TRIES_IN_ALL, TRIES_PER_SOURCE } from '../../../server/admissions/tries.ts'

let now: number
let pairing: Pairing
let seed: number
/** Nothing a person could guess, and the same in every run. */
const randomBytes = (count: number) =>
  Uint8Array.from({ length: count }, () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >> 16)
beforeEach(() => {
  now = 1_000_000
  seed = 7
  pairing = createPairing(() => now, randomBytes)
})

const pass = (seconds: number) => (now += seconds * 1000)
const anyone = () => true
const fern = { session: 'fern', seated: true }
/** Digits that are none of these. */
const wrong = (...right: readonly (string | null)[]) => (right.includes('000000') ? '111111' : '000000')
const redeem = (digits: string | null, source = 'house') => pairing.redeem(digits ?? '', source, anyone)

describe('digits that somebody shows', () => {
  test('move the session that showed them, once', () => {
    const digits = pairing.show(fern)
    expect(digits).toMatch(new RegExp(`^\\d{${PAIR_CODE_DIGITS}}$`))
    expect(redeem(digits)).toEqual({ ok: true, value: 'fern' })
    expect(redeem(digits)).toMatchObject({ ok: false, why: 'wrong' })
  })

  test('live for five minutes and not longer', () => {
    const digits = pairing.show(fern)
    pass(PAIR_CODE_SECONDS - 1)
    const young = pairing.show({ session: 'moss', seated: true })
    expect(redeem(young)).toEqual({ ok: true, value: 'moss' })
    pass(1)
    expect(redeem(digits)).toMatchObject({ ok: false, why: 'wrong' })
  })

  test('are worth nothing once they are hidden, or newer ones are shown', () => {
    const first = pairing.show(fern)
    const second = pairing.show(fern)
    expect(redeem(first, 'a')).toMatchObject({ ok: false })
    pairing.hide('fern')
    expect(redeem(second, 'b')).toMatchObject({ ok: false })
  })

  test('of somebody who is out meanwhile are answered like wrong ones', () => {
    const digits = pairing.show(fern)
    expect(pairing.redeem(digits ?? '', 'house', () => false)).toEqual({ ok: false, why: 'wrong', waitSeconds: 2 })
  })

  test('are few at once; who waits at the door gives way to who sits', () => {
    const waiting = pairing.show({ session: 'waits', seated: false })
    for (let one = 1; one < LIVE_CODES; one++) pairing.show({ session: `s${one}`, seated: true })
    expect(pairing.show({ session: 'waits too', seated: false })).toBeNull()
    expect(pairing.show(fern)).not.toBeNull()
    expect(redeem(waiting)).toMatchObject({ ok: false })
    expect(pairing.show({ session: 'one more', seated: true })).toBeNull()
  })
})

describe('digits that a headset shows', () => {
  test('are approved by one session, and collected once by who showed them', () => {
    const digits = pairing.offer('house', 'its secret') ?? ''
    expect(pairing.collect('its secret')).toEqual({ session: null })
    expect(pairing.approve(digits, 'house', 'fern')).toEqual({ ok: true, value: null })
    expect(pairing.collect('another secret')).toBeNull()
    expect(pairing.collect('its secret')).toEqual({ session: 'fern' })
    expect(pairing.collect('its secret')).toBeNull()
    expect(pairing.approve(digits, 'house', 'moss')).toMatchObject({ ok: false, why: 'wrong' })
  })

  test('are over after five minutes, approved or not', () => {
    const digits = pairing.offer('house', 'one') ?? ''
    pairing.offer('house', 'two')
    pairing.approve(digits, 'house', 'fern')
    pass(PAIR_CODE_SECONDS)
    expect([pairing.collect('one'), pairing.collect('two')]).toEqual([null, null])
  })

  test('are few in one house, and few in all', () => {
    for (const secret of ['one', 'two', 'three']) pairing.offer('house', secret)
    const open = { session: null }
    expect([pairing.collect('one'), pairing.collect('two'), pairing.collect('three')]).toEqual([null, open, open])
    pairing.offer('next door', 'four')
    pairing.offer('next door', 'five')
    expect(pairing.offer('far away', 'six')).toBeNull()
  })

  test('are nothing that one could type on a keypad elsewhere', () => {
    const digits = pairing.offer('house', 'its secret')
    expect(redeem(digits)).toMatchObject({ ok: false, why: 'wrong' })
  })
})

describe('somebody who guesses', () => {
  test('waits longer after each wrong try, and right digits that come too early are not looked at', () => {
    const digits = pairing.show(fern)
    const waits = [2, 4, 8, 16, 32].map((seconds) => {
      const tried = redeem(wrong(digits))
      pass(seconds - 1)
      expect(redeem(digits)).toEqual({ ok: false, why: 'early', waitSeconds: 1 })
      pass(1)
      return tried
    })
    expect(waits).toEqual([2, 4, 8, 16, 32].map((waitSeconds) => ({ ok: false, why: 'wrong', waitSeconds })))
    expect(redeem(digits)).toEqual({ ok: true, value: 'fern' })
  })

  test('from one place has few tries in the life of a code, from everywhere together not many more', () => {
    const isLooked = (source: string) => {
      const tried = redeem('123456', source)
      return !tried.ok && tried.why === 'wrong'
    }
    const seconds = Array.from({ length: PAIR_CODE_SECONDS - 1 }, () => {
      pass(1)
      return isLooked('one place')
    })
    expect(seconds.filter(Boolean)).toHaveLength(TRIES_PER_SOURCE)
    const places = Array.from({ length: 100 }, (_, one) => isLooked(`place ${one}`))
    expect(places.filter(Boolean)).toHaveLength(TRIES_IN_ALL - TRIES_PER_SOURCE)
  })

  test('finds a live code with less than one chance in ten thousand, whatever they do with their time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 60_000 })), { minLength: 100, maxLength: 400 }),
        (attack) => {
          pairing = createPairing(() => now, randomBytes)
          const looks: number[] = []
          for (const [source, waitMs] of attack) {
            now += waitMs
            // Nobody shows anything, so that each try is a wrong one that could have hit any of the codes that may live.
            const tried = redeem('123456', `place ${source}`)
            if (!tried.ok && tried.why === 'wrong') looks.push(now)
          }
          for (const at of looks) {
            const inOneLife = looks.filter((one) => one >= at && one < at + PAIR_CODE_SECONDS * 1000).length
            expect((inOneLife * LIVE_CODES) / 10 ** PAIR_CODE_DIGITS).toBeLessThan(1e-4)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

const PEOPLE = ['a', 'b', 'c', 'd', 'e'] as const
const anAct = fc.oneof(
  fc.record({ does: fc.constant('show' as const), who: fc.constantFrom(...PEOPLE), seated: fc.boolean() }),
  fc.record({ does: fc.constant('hide' as const), who: fc.constantFrom(...PEOPLE) }),
  fc.record({ does: fc.constant('redeem' as const), nth: fc.nat({ max: 20 }), source: fc.nat({ max: 9 }) }),
  fc.record({ does: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
)

test('whatever people do, no code works twice, late or after it was hidden, and none moves another’s seat', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 80 }), (acts) => {
      pairing = createPairing(() => now, randomBytes)
      const made: { digits: string; who: string; atMs: number; over: boolean }[] = []
      const over = (who: string) => made.filter((one) => one.who === who).forEach((one) => (one.over = true))
      for (const act of acts) {
        if (act.does === 'wait') pass(act.seconds)
        if (act.does === 'hide') {
          pairing.hide(act.who)
          over(act.who)
        }
        if (act.does === 'show') {
          over(act.who)
          const digits = pairing.show({ session: act.who, seated: act.seated })
          if (digits !== null) made.push({ digits, who: act.who, atMs: now, over: false })
        }
        if (act.does !== 'redeem' || made.length === 0) continue
        const code = made[act.nth % made.length]
        const tried = redeem(code?.digits ?? '', `place ${act.source}`)
        if (!tried.ok) continue
        const mine = made.find((one) => one.digits === code?.digits && !one.over)
        expect(mine?.who).toBe(tried.value)
        expect(now - (mine?.atMs ?? 0)).toBeLessThan(PAIR_CODE_SECONDS * 1000)
        if (mine) mine.over = true
      }
    }),
  )
})
