import { describe, expect, it } from 'vitest'
import { createTalkingJudge } from '../../../client/audio/ownVoice.ts'

/** Listens to seconds of speech (true) and silence (false), looking every 40 ms; gives what was judged at the end of each part. */
function after(...parts: readonly (readonly [speaking: boolean, seconds: number])[]) {
  const judge = createTalkingJudge()
  let nowMs = 0
  return parts.map(([speaking, seconds]) => {
    let talking = false
    for (const endMs = nowMs + seconds * 1000; nowMs < endMs; nowMs += 40) talking = judge(speaking, nowMs)
    return talking
  })
}

describe('“you seem to be talking”', () => {
  it('is said after a second of speech, not for a cough', () => {
    expect(after([true, 0.5])).toEqual([false])
    expect(after([true, 1.2])).toEqual([true])
  })

  it('is said for words with pauses between them', () => {
    expect(after([true, 0.6], [false, 0.2], [true, 0.7]).at(-1)).toBe(true)
  })

  it('is not said for a cough every few seconds', () => {
    const coughs = Array.from({ length: 20 }, () => [[true, 0.3] as const, [false, 2] as const]).flat()
    expect(after(...coughs)).not.toContain(true)
  })

  it('is over when one has been silent for a while', () => {
    expect(after([true, 2], [false, 1], [false, 2])).toEqual([true, true, false])
  })
})
