// What somebody reads about the floor is about them where it can be.

import { NOTHING_TOGETHER } from '#protocol/together.ts'
import { expect, test } from 'vitest'
import type { Floor, MeetingSnapshot } from '#protocol/meeting.ts'
import { floorLine } from '../../../client/meeting/floorLine.ts'
import { ownTurn } from '../../../client/meeting/ownTurn.ts'
import { identityOf, people } from '../../support/preview/people.ts'

const [fern, lark, juniper] = [identityOf(0), identityOf(1), identityOf(2)] as const

function meeting(floor: Partial<Floor>, rest: Partial<MeetingSnapshot> = {}): MeetingSnapshot {
  return {
    meeting: 'm_aaaaaaaaaaaa',
    epoch: 1,
    revision: 1,
    phase: 'open',
    locked: false,
    hushed: false,
    carePause: false,
    together: NOTHING_TOGETHER,
    floor: {
      mode: 'open',
      speaker: null,
      fading: null,
      next: null,
      direction: 1,
      later: [],
      unhurried: false,
      ...floor,
    },
    hands: [],
    seats: 12,
    participants: people(3, 12),
    environment: 'lounge',
    dim: false,
    closesAt: null,
    script: null,
    lamp: null,
    shareSeconds: null,
    succession: [],
    standsInFor: null,
    standing: [],
    announcement: null,
    ...rest,
  }
}

test('whoever is next after the holder of the piece is told so', () => {
  const round = meeting({ mode: 'piece', speaker: fern, next: lark })
  expect(floorLine(round, lark)).toBe('The piece is with Quiet Fern. You are next.')
  expect(floorLine(round, juniper)).toBe('The piece is with Quiet Fern.')
  expect(floorLine(round, fern)).toBe('You hold the piece. Speak, or pass it on.')
})

test('a raised hand knows its place in the row', () => {
  const calling = meeting({ mode: 'hands', speaker: fern }, { hands: [lark, juniper] })
  expect(floorLine(calling, lark)).toBe('Quiet Fern has the word. You are next.')
  expect(floorLine(calling, juniper)).toBe('Quiet Fern has the word. You are second.')
  expect(floorLine(calling, null)).toBe('Quiet Fern has the word. Raise a hand to speak.')
})

test('a hush is said before anything else about the floor, and differently to those who run the meeting', () => {
  const hushed = meeting({ mode: 'piece', speaker: lark }, { hushed: true })
  expect(floorLine(hushed, lark)).toMatch(/^Hush: all microphones are held/)
  expect(floorLine(hushed, fern)).toMatch(/You are one of them/)
})

test('before the doors open nobody is told that they may speak', () => {
  expect(floorLine(meeting({}, { phase: 'closed' }), fern)).toMatch(/doors are closed/)
})

test('the one button passes for the holder, ends a turn for the called, and raises or lowers a hand for everybody else', () => {
  const round = meeting({ mode: 'piece', speaker: fern })
  expect(ownTurn(round, fern)).toBe('pass')
  expect(ownTurn(round, lark)).toBe('raise')
  expect(ownTurn(meeting({ mode: 'hands', speaker: fern }), fern)).toBe('done')
  expect(ownTurn(meeting({ mode: 'hands' }, { hands: [lark] }), lark)).toBe('lower')
  expect(ownTurn(meeting({ mode: 'piece', speaker: fern }, { hushed: true }), fern)).toBe('raise')
})
