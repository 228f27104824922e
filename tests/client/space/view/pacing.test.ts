import { describe, expect, test } from 'vitest'
import { createPacing } from '../../../../client/space/view/pacing.ts'

/** Asks a pacing for `frames` display frames of `lengthMs`; returns how many were drawn and what the clock says. */
function run(pacing: ReturnType<typeof createPacing>, lengthMs: number, frames: number, fromMs = 0) {
  let drawn = 0
  let nowMs = fromMs
  for (let i = 0; i < frames; i++) {
    nowMs += lengthMs
    if (pacing.due(nowMs)) drawn++
  }
  return { drawn, nowMs }
}

describe('how often and how finely one draws', () => {
  test('a quick machine keeps its full pixel ratio and every frame of a 60 Hz display', () => {
    const pacing = createPacing(2)
    expect(run(pacing, 16.67, 600).drawn).toBe(600)
    expect(pacing.pixelRatio).toBe(2)
  })

  test('a display of 120 Hz is drawn every other frame', () => {
    const { drawn } = run(createPacing(1), 8.33, 600)
    expect(drawn).toBe(300)
  })

  test('a slow machine draws coarser before it draws less often', () => {
    const pacing = createPacing(1)
    const { drawn } = run(pacing, 28, 200)
    expect(drawn).toBe(200)
    expect(pacing.pixelRatio).toBeLessThan(1)
  })

  test('a very slow machine ends at the coarsest picture and at half the frames', () => {
    const pacing = createPacing(2)
    const { nowMs } = run(pacing, 40, 600)
    expect(pacing.pixelRatio).toBe(0.65)
    // Quicker displays again, but the choice to stay cool holds.
    expect(run(pacing, 20, 100, nowMs).drawn).toBeLessThanOrEqual(50)
  })

  test('a page that was hidden for a while is not taken for a slow one', () => {
    const pacing = createPacing(1.5)
    let nowMs = 0
    for (let i = 0; i < 20; i++) nowMs = run(pacing, 16.67, 20, nowMs + 5000).nowMs
    expect(pacing.pixelRatio).toBe(1.5)
  })

  test('no display is drawn finer than it is', () => {
    expect(createPacing(1).pixelRatio).toBe(1)
    expect(createPacing(3).pixelRatio).toBe(2)
  })
})
