// Who has had little room: heard on the device, said late and softly, about nobody by name but to those who may know.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBalance, type Balance } from '../../../client/meeting/balance.ts'
import { identityOf } from '../../support/someSnapshot.ts'

const [ada, fern, moss, lark] = [identityOf('Ada'), identityOf('Fern'), identityOf('Moss'), identityOf('Lark')]
const ALL = [ada, fern, moss, lark]

/** Lets somebody, or nobody, speak for so many minutes, heard once a second. */
function createHour(balance: Balance, people = ALL) {
  let now = 1000
  return (who: string | null, minutes: number, present = people) => {
    for (let second = 0; second < minutes * 60; second++) {
      balance.take(present, new Set(who === null ? [] : [who]), (now += 1000))
    }
  }
}

test('says nothing until the circle has talked for a while', () => {
  const balance = createBalance()
  const speak = createHour(balance)
  speak(ada, 3.5)
  speak(null, 20)
  expect([balance.littleRoom(ALL), balance.roomOf(ada)]).toEqual([[], 'fair'])
  speak(ada, 1)
  expect(balance.littleRoom(ALL)).toEqual([fern, moss, lark])
})

test('names who has had little room in the order of the chairs, whoever had least', () => {
  const balance = createBalance()
  const speak = createHour(balance)
  speak(ada, 8)
  speak(moss, 4)
  speak(lark, 0.5)
  expect(balance.littleRoom(ALL)).toEqual([fern, lark])
  expect(balance.littleRoom([lark, ada, fern])).toEqual([lark, fern])
})

test('tells a speaker about themselves: much, little, or fair', () => {
  const balance = createBalance()
  const speak = createHour(balance)
  speak(ada, 9)
  speak(fern, 2)
  speak(moss, 0.2)
  expect([ada, fern, moss].map((one) => balance.roomOf(one))).toEqual(['much', 'fair', 'little'])
})

test('does not call it little room when somebody has only just come', () => {
  const balance = createBalance()
  const speak = createHour(balance, [ada, fern])
  speak(ada, 5)
  speak(fern, 5)
  speak(ada, 2, ALL)
  expect(balance.littleRoom(ALL)).toEqual([])
})

test('forgets who left, and everybody when a meeting begins anew', () => {
  const balance = createBalance()
  const speak = createHour(balance)
  speak(ada, 10)
  speak(null, 1, [fern, moss])
  expect(balance.littleRoom([fern, moss])).toEqual([])
  speak(fern, 10, [fern, moss])
  expect(balance.littleRoom([fern, moss])).toEqual([moss])
  balance.forget()
  expect(balance.littleRoom([fern, moss])).toEqual([])
})

test('a page that slept has heard nothing meanwhile', () => {
  const balance = createBalance()
  balance.take(ALL, new Set([ada]), 0)
  balance.take(ALL, new Set([ada]), 3_600_000)
  expect(balance.roomOf(ada)).toBe('fair')
})

test('a circle that shares alike is never told otherwise, however many sit there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 4 }), (count, minutes) => {
      const people = Array.from({ length: count }, (_, at) => identityOf(`one ${'abcdefghijkl'[at]}`))
      const balance = createBalance()
      const speak = createHour(balance, people)
      for (const one of people) speak(one, minutes)
      expect(balance.littleRoom(people)).toEqual([])
      expect(people.map((one) => balance.roomOf(one))).toEqual(people.map(() => 'fair'))
    }),
    { numRuns: 30 },
  )
})
