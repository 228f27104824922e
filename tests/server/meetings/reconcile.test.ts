// Desired and actual: what is done about the difference, in which order, and that doing it often enough always arrives.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MediaRights } from '../../../server/meetings/ports.ts'
import type { Found, MediaAction } from '../../../server/meetings/reconcile.ts'
import { desiredPeople, desiredRights, reconcile, reconcileRooms } from '../../../server/meetings/reconcile.ts'
import { createCircle, createOpenCircle } from './circle.ts'

const SPEAKER: MediaRights = { hear: true, speak: true, data: true }
const LISTENER: MediaRights = { hear: true, speak: false, data: true }

describe('what is desired', () => {
  test('follows the floor, person by person', () => {
    const circle = createOpenCircle('Fern')
    circle.send('Ada', { type: 'set-floor', mode: 'piece', speaker: circle.id('Fern') })
    expect(desiredRights(circle.record, circle.id('Fern'))).toEqual(SPEAKER)
    expect(desiredRights(circle.record, circle.id('Ada'))).toEqual(LISTENER)
  })

  test('is nothing for a stranger, a second connection in somebody’s name, or anybody after the end', () => {
    const circle = createOpenCircle('Fern')
    const fern = circle.id('Fern')
    expect(desiredRights(circle.record, 'p_0000000000000000')).toBeNull()
    expect(desiredRights(circle.record, `${fern}#foo`)).toBeNull()
    circle.send('Ada', { type: 'end' })
    expect(desiredRights(circle.record, fern)).toBeNull()
  })

  test('lets those who sit before the doors open hear and not speak', () => {
    const circle = createCircle()
    circle.knock('Ada', { key: true })
    expect([...desiredPeople(circle.record).values()]).toEqual([LISTENER])
  })
})

describe('what is done', () => {
  const desired = new Map([
    ['a', SPEAKER],
    ['b', LISTENER],
  ])
  test.each<[string, Found[], MediaAction[]]>([
    [
      'nothing when all is as it should be',
      [
        { identity: 'a', rights: SPEAKER },
        { identity: 'b', rights: LISTENER },
      ],
      [],
    ],
    ['nothing about those who are not there', [], []],
    [
      'strangers out, then a voice given, then one taken',
      [
        { identity: 'b', rights: SPEAKER },
        { identity: 'a', rights: LISTENER },
        { identity: 'a#foo', rights: LISTENER },
        { identity: 'x', rights: null },
      ],
      [
        { type: 'remove', identity: 'a#foo' },
        { type: 'remove', identity: 'x' },
        { type: 'grant', identity: 'a', rights: SPEAKER },
        { type: 'revoke', identity: 'b', rights: LISTENER },
      ],
    ],
    [
      'rights sent to whom nobody knows about',
      [
        { identity: 'a', rights: null },
        { identity: 'b', rights: null },
      ],
      [
        { type: 'revoke', identity: 'b', rights: LISTENER },
        { type: 'set', identity: 'a', rights: SPEAKER },
      ],
    ],
    [
      'hearing given back without touching the voice',
      [{ identity: 'a', rights: { ...SPEAKER, hear: false } }],
      [{ type: 'set', identity: 'a', rights: SPEAKER }],
    ],
  ])('is %s', (_, actual, actions) => {
    expect(reconcile(desired, actual)).toEqual(actions)
  })

  test('arrives at what is desired, whatever is there at first and however often calls fail or get lost', () => {
    const rights = fc.record({ hear: fc.boolean(), speak: fc.boolean(), data: fc.boolean() })
    const wanted = fc.boolean().map((speak) => ({ hear: true, speak, data: true }))
    const identity = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'a#foo', 'b#bar', 'x', 'y')
    const desiredMap = fc.uniqueArray(fc.tuple(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'), wanted), {
      selector: ([one]) => one,
    })
    const actualList = fc.uniqueArray(fc.record({ identity, rights }), { selector: (one) => one.identity })
    fc.assert(
      fc.property(desiredMap, actualList, fc.infiniteStream(fc.nat(9)), (pairs, found, dice) => {
        const desired = new Map(pairs)
        const actual = new Map(found.map((one) => [one.identity, one.rights]))
        const listed = () => Array.from(actual, ([identity, rights]) => ({ identity, rights }))
        let quiet = 0
        for (let pass = 0; pass < 40 && quiet < 1; pass++) {
          const actions = reconcile(desired, listed())
          const order = actions.map((one) => ['remove', 'grant', 'revoke', 'set'].indexOf(one.type))
          if (order.some((rank, n) => n > 0 && rank < (order[n - 1] ?? 0))) throw new Error('out of order')
          if (actions.length === 0) quiet++
          for (const action of actions) {
            // Three calls in ten do not arrive, for the first thirty passes.
            if (pass < 30 && Number(dice.next().value) < 3) continue
            if (action.type === 'remove') actual.delete(action.identity)
            else actual.set(action.identity, action.rights)
          }
        }
        const expected = [...actual.keys()].filter((one) => desired.has(one))
        expect(actual).toEqual(new Map(expected.map((one) => [one, desired.get(one)])))
        expect(found.filter((one) => desired.has(one.identity))).toHaveLength(actual.size)
      }),
      { numRuns: 500 },
    )
  })
})

describe('rooms', () => {
  test('are made for meetings that somebody sits in, and taken down for older epochs and ended meetings', () => {
    const running = createOpenCircle().record
    const empty = { ...createCircle().record, id: 'm_emptyemptyem' }
    const over = { ...running, id: 'm_overoveroveo', phase: 'ended' as const }
    const renewed = { ...running, id: 'm_renewedrenew', epoch: 3 }
    const actual = [
      'm_emptyemptyem.1',
      'm_overoveroveo.1',
      'm_renewedrenew.2',
      'm_renewedrenew.3',
      'm_ofsomebodyel.1',
      'x',
    ]
    expect(reconcileRooms([running, empty, over, renewed], actual)).toEqual({
      ensure: [running],
      remove: ['m_overoveroveo.1', 'm_renewedrenew.2'],
    })
  })
})
