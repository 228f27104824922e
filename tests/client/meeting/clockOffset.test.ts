import { describe, expect, it } from 'vitest'
import { betterOffset } from '../../../client/meeting/clockOffset.ts'

describe('the difference between the two clocks', () => {
  it('is what the first answer says', () => {
    expect(betterOffset(null, 5_000, 1_000)).toBe(4_000)
  })

  it('is what the quickest answer says', () => {
    expect(betterOffset(4_000, 6_000, 2_400)).toBe(4_000)
    expect(betterOffset(4_000, 6_000, 1_950)).toBe(4_050)
  })

  it('is new when a clock was set', () => {
    expect(betterOffset(4_000, 6_000, 90_000)).toBe(-84_000)
  })
})
