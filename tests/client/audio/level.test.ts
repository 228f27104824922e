import { describe, expect, it } from 'vitest'
import { createSpeechGate, levelOf, smoothLevel } from '../../../client/audio/level.ts'

const sine = (amplitude: number) => Float32Array.from({ length: 1024 }, (_, i) => amplitude * Math.sin(i / 3))

describe('a voice’s level', () => {
  it('is 0 for silence and 1 for a loud voice, and grows between', () => {
    expect(levelOf(new Float32Array(1024))).toBe(0)
    expect(levelOf(sine(0.9))).toBe(1)
    const levels = [0.003, 0.01, 0.03, 0.1].map((amplitude) => levelOf(sine(amplitude)))
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
    expect(new Set(levels).size).toBe(4)
  })

  it('follows a syllable at once and falls gently', () => {
    expect(smoothLevel(0, 1)).toBeGreaterThan(0.5)
    expect(smoothLevel(1, 0)).toBeGreaterThan(0.75)
  })
})

describe('who speaks', () => {
  /** Levels at 40 ms; true where it counts as speaking. */
  function judge(levels: readonly number[]) {
    const gate = createSpeechGate()
    return levels.map((level, i) => gate.hear(level, i * 40))
  }
  const times = (count: number, level: number) => Array.from({ length: count }, () => level)

  it('is said soon after the first word', () => {
    expect(judge(times(4, 0.6)).at(-1)).toBe(true)
  })

  it('is not said for a click', () => {
    expect(judge([...times(1, 0.9), ...times(20, 0)])).not.toContain(true)
  })

  it('goes on over a breath between words, and ends soon after the last', () => {
    const spoken = judge([...times(10, 0.6), ...times(10, 0), ...times(10, 0.6), ...times(25, 0)])
    expect(spoken.slice(4, 42)).not.toContain(false)
    expect(spoken.at(-1)).toBe(false)
  })

  it('does not flicker at the edge', () => {
    const edge = judge(Array.from({ length: 200 }, (_, i) => 0.25 + 0.06 * Math.sin(i)))
    expect(edge.filter((one, i) => i > 0 && one !== edge[i - 1])).toEqual([])
  })
})
