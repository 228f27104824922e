import { describe, expect, it } from 'vitest'
import { chooseHrtf, HRTF_VOICES } from '../../../client/audio/spatialVoices.ts'

const circle = Array.from({ length: 30 }, (_, i) => ({
  identity: `p_${i}`,
  spokeAtMs: -Infinity,
  distance: 1 + i / 10,
}))

describe('who is heard with the finer direction', () => {
  it('is everybody in a small circle', () => {
    expect(chooseHrtf(circle.slice(0, 8), 0).size).toBe(8)
  })

  it('is the nearest in a large one', () => {
    expect([...chooseHrtf(circle, 0)]).toEqual(circle.slice(0, HRTF_VOICES).map(({ identity }) => identity))
  })

  it('is whoever speaks, however far away', () => {
    const speaking = circle.map((one, i) => (i === 29 ? { ...one, spokeAtMs: 99_000 } : one))
    const chosen = chooseHrtf(speaking, 100_000)
    expect(chosen.has('p_29')).toBe(true)
    expect(chosen.has('p_7')).toBe(false)
    expect(chosen.size).toBe(HRTF_VOICES)
  })

  it('forgets who spoke long ago', () => {
    const spoken = circle.map((one, i) => (i === 29 ? { ...one, spokeAtMs: 1_000 } : one))
    expect(chooseHrtf(spoken, 100_000).has('p_29')).toBe(false)
  })
})
