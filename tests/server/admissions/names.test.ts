// What somebody may be called, and which names are too much alike.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NAME_LENGTH } from '#protocol/limits.ts'
import { ROLES } from '#protocol/roles.ts'
import { cleanName, isTaken } from '../../../server/admissions/names.ts'
import { skeleton } from '../../../server/admissions/skeleton.ts'

describe('a name is cleaned', () => {
  test.each([
    ['Fern', 'Fern'],
    ['  Quiet \t\n Fern ', 'Quiet Fern'],
    ['Zoë', 'Zoë'],
    ['O’Hara-Smith', 'O’Hara-Smith'],
    ['李小龙', '李小龙'],
    ['مريم', 'مريم'],
    ['Fern 🌿', 'Fern 🌿'],
    ['\uff26\uff45\uff52\uff4e', 'Fern'], // full width
    ['Fe\u200brn', 'Fern'], // zero-width space
    ['\u202eFern', 'Fern'], // right-to-left override
    ['Fe\u2066rn\u2069', 'Fern'], // isolates
    ['Fern\u0000\u0007', 'Fern'],
    ['Fe\u3164rn', 'Fern'], // Hangul filler
    ['a'.repeat(NAME_LENGTH), 'a'.repeat(NAME_LENGTH)],
  ])('%j becomes %j', (raw, name) => {
    expect(cleanName(raw)).toBe(name)
  })
})

describe('a name is refused', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \u00a0\u3000 '],
    ['unseen', '\u200b\u3164\u2800'],
    ['without a letter or digit', '🌿'],
    ['without a letter or digit', '...'],
    ['too long', 'a'.repeat(NAME_LENGTH + 1)],
    ['piled up with marks', 'F\u0335\u0336\u0337ern'],
    ['markup', '<b>Fern</b>'],
    ['lines and boxes', 'Fern ░▒▓'],
    ['obscene', 'fuck'],
    ['obscene in digits', 'sh1t'],
    ['obscene in letters set apart', 'f u c k'],
    ['obscene in letters set apart', 'F.u.c.k'],
  ])('that is %s: %j', (_, raw) => {
    expect(cleanName(raw)).toBeNull()
  })

  test.each([
    ...ROLES.filter((role) => role !== 'member'),
    'Facilitator',
    'FACILITATOR 2',
    'Fаcilitаtоr', // Cyrillic
    'Facil1tator',
    'the facilitator',
    'Co Facilitator',
    'Admin',
    'Administrator',
    'Moderator',
    'h0st',
    'Your Host',
    'key-holder',
    'Hearthside',
    'a d m i n',
  ])('that poses as somebody who runs the place: %j', (raw) => {
    expect(cleanName(raw)).toBeNull()
  })

  test.each(['Hosta', 'Modesty', 'Cassie', 'Scunthorpe', 'Cockburn', 'Essex', 'Nigel', 'Therapist'])(
    'but not for harmless letters inside another word: %s',
    (raw) => {
      expect(cleanName(raw)).toBe(raw)
    },
  )
})

describe('two names', () => {
  test.each([
    ['Fern', 'fern'],
    ['Fern', 'FERN'],
    ['Νίκη', 'ΝΙΚΗ'], // Greek capitals look Latin, small letters do not
    ['Анна', 'АННА'],
    ['Fern', 'Fe rn'],
    ['Fern', 'Fern!'],
    ['Fern', 'Fern 🌿'],
    ['Fern', 'Férn'],
    ['Fern', 'Fem'], // rn and m
    ['Lily', 'Iily'],
    ['Lily', 'l1ly'],
    ['Moss', 'M0ss'],
    ['Moss', 'Мoss'], // Cyrillic М
    ['Ada', 'Аԁа'], // all Cyrillic
    ['Ada', 'Αda'], // Greek Α
    ['Wren', 'VVren'],
    ['Soren', 'Søren'],
  ])('%s and %s look alike', (one, other) => {
    expect(isTaken(one, [other])).toBe(true)
    expect(isTaken(other, [one])).toBe(true)
  })

  test.each([
    ['Fern', 'Ferns'],
    ['Ann', 'Anna'],
    ['Lark', 'Clark'],
    ['Fern 1', 'Fern 2'],
    ['李', '王'],
  ])('%s and %s do not', (one, other) => {
    expect(isTaken(one, [other])).toBe(false)
  })
})

test('a cleaned name is clean, short, visible and has a skeleton, whatever it was made from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
      const name = cleanName(raw)
      if (name === null) return
      expect(cleanName(name)).toBe(name)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(NAME_LENGTH)
      expect(name).not.toMatch(/\p{C}|\p{Default_Ignorable_Code_Point}|^\s|\s$/u)
      expect(skeleton(name)).not.toBe('')
      expect(isTaken(name, [name.toLowerCase()])).toBe(true)
    }),
    { numRuns: 500 },
  )
})
