import { describe, expect, test } from 'vitest'
import { cellOf, CELL_HEIGHT, CELL_WIDTH } from '../../../../client/space/names/nameAtlas.ts'
import { signOf } from '../../../../client/space/names/nameTags.ts'
import { somebody } from '../../../support/someSnapshot.ts'

const person = (more: Parameters<typeof somebody>[2] = {}, handRaised = false, holdsPiece = false) => ({
  participant: somebody('Quiet Fern', 0, more),
  handRaised,
  holdsPiece,
})

describe('the sign before a name', () => {
  test('nobody has one without a reason', () => {
    expect(signOf(person())).toBeNull()
  })

  test('says the one thing that matters most to the others', () => {
    expect(signOf(person({ held: true }))).toBe('held')
    expect(signOf(person({ held: true }, true))).toBe('hand')
    expect(signOf(person({}, true, true))).toBe('piece')
    expect(signOf(person({ presence: 'resting' }, true, true))).toBe('resting')
  })
})

describe('the picture of all names', () => {
  test('gives every name its own cell', () => {
    const cells = Array.from({ length: 50 }, (_, i) => cellOf(i).join())
    expect(new Set(cells).size).toBe(50)
    for (let i = 0; i < 50; i++) {
      const [x, y] = cellOf(i)
      expect(x % CELL_WIDTH).toBe(0)
      expect(y % CELL_HEIGHT).toBe(0)
    }
  })
})
