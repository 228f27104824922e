import { describe, expect, it } from 'vitest'
import { GESTURES, SIGNAL_BYTES, signalSchema } from '#protocol/signals.ts'

describe('a signal', () => {
  it('fits its limit, each gesture of them', () => {
    for (const gesture of GESTURES) {
      expect(new TextEncoder().encode(JSON.stringify({ gesture })).length).toBeLessThanOrEqual(SIGNAL_BYTES)
    }
  })

  it('names a gesture that everybody knows, and nothing besides', () => {
    expect(signalSchema.safeParse({ gesture: 'wave' }).success).toBe(true)
    expect(signalSchema.safeParse({ gesture: 'point-at' }).success).toBe(false)
    expect(signalSchema.safeParse({ gesture: 'wave', from: 'p_somebody' }).success).toBe(false)
    expect(signalSchema.safeParse('wave').success).toBe(false)
  })
})
