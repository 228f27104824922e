// What makes nobody ill: turns that come once, fades in place of jumps, a space about the face, frames that are there in time.

import { describe, expect, test } from 'vitest'
import {
  comfortSchema,
  lightOf,
  nextOf,
  presetOf,
  PRESETS,
  TURNS,
  withPreset,
} from '../../../client/headset/comfort.ts'
import { createFade } from '../../../client/headset/fade.ts'
import { createFramePolicy, LADDER } from '../../../client/headset/framePolicy.ts'
import { createHold } from '../../../client/headset/hold.ts'
import { createLazyFollow } from '../../../client/headset/lazyFollow.ts'
import { edgeDark, keepAway, OWN_SPACE } from '../../../client/headset/personalSpace.ts'
import { createSnapTurn } from '../../../client/headset/snapTurn.ts'
import { stepAway } from '../../../client/headset/stepAway.ts'

describe('presets', () => {
  test('are calm and standard, and one’s own as soon as something differs', () => {
    expect(presetOf(PRESETS.calm)).toBe('calm')
    expect(presetOf({ ...PRESETS.standard, leftHanded: true })).toBe('standard')
    expect(presetOf({ ...PRESETS.calm, turn: 0 })).toBeNull()
    expect(withPreset('standard', { ...PRESETS.calm, leftHanded: true })).toEqual({
      ...PRESETS.standard,
      leftHanded: true,
    })
    for (const preset of Object.values(PRESETS)) expect(comfortSchema.safeParse(preset).success).toBe(true)
  })

  test('a still room is lower in light', () => {
    expect(lightOf({ brightness: 0.8, lowStimulus: true })).toBeLessThan(0.8)
    expect(nextOf(TURNS, 45)).toBe(0)
  })
})

describe('a stick', () => {
  test('turns once, and again only after it came back to the middle', () => {
    const snap = createSnapTurn()
    const turns = [0, 0.9, 1, 0.5, 0.9, 0.1, 0.9, 0, -1].map((x) => snap.update(0, x))
    expect(turns).toEqual([0, -1, 0, 0, 0, 0, -1, 0, 1])
  })

  test('of either hand does it', () => {
    expect(createSnapTurn().update(-0.9, 0)).toBe(1)
  })
})

describe('a hold', () => {
  test('counts only without a break, once, and again after it was let go', () => {
    const hold = createHold(0.7)
    expect([0.3, 0.3].map((delta) => hold.update(true, delta))).toEqual([false, false])
    hold.update(false, 0.1)
    expect([0.3, 0.3, 0.3, 0.3].map((delta) => hold.update(true, delta))).toEqual([false, false, true, false])
    hold.update(false, 0.1)
    expect(hold.share).toBe(0)
    expect(hold.update(true, 0.7)).toBe(true)
  })
})

describe('a fade', () => {
  test('does what is to change in the dark only, then opens', () => {
    const fade = createFade()
    for (let n = 0; n < 60; n++) fade.update(1 / 72)
    expect(fade.dark).toBe(0)
    const seen: number[] = []
    fade.through(() => seen.push(fade.dark))
    for (let n = 0; n < 60; n++) fade.update(1 / 72)
    expect(seen).toEqual([1])
    expect(fade.dark).toBe(0)
  })
})

describe('the space about one’s face', () => {
  test('is kept free whatever others do with their hands', () => {
    const eyes = { x: 0, y: 1.2, z: 0 }
    const hand = { x: 0.1, y: 1.2, z: -0.1 }
    keepAway(hand, eyes, OWN_SPACE)
    expect(Math.hypot(hand.x, hand.y - 1.2, hand.z)).toBeCloseTo(OWN_SPACE, 6)
    const far = { x: 0.6, y: 1, z: -0.5 }
    keepAway(far, eyes, OWN_SPACE)
    expect(far).toEqual({ x: 0.6, y: 1, z: -0.5 })
    const inside = { ...eyes }
    keepAway(inside, eyes, OWN_SPACE)
    expect(inside.y).toBeCloseTo(1.2 + OWN_SPACE, 6)
  })

  test('of the others is kept as well: beyond one’s own chair it is dark', () => {
    expect(edgeDark(0.2, 0.3)).toBe(0)
    expect(edgeDark(0, -0.8)).toBe(1)
    expect(edgeDark(0.6, 0)).toBeGreaterThan(0)
  })
})

describe('a panel', () => {
  const head = { x: 0, y: 1.2, z: 0, qx: 0, qy: 0, qz: 0, qw: 1 }
  const away = ({ x, y, z }: { x: number; y: number; z: number }) => Math.hypot(x, y - 1.2, z)

  test('comes to the hand, but never into the face or out of reach', () => {
    const panel = createLazyFollow()
    panel.place(head, { x: 0.05, y: 1.1, z: -0.1 })
    expect(away(panel.at)).toBeCloseTo(0.5, 6)
    panel.place(head, { x: 0.3, y: 0.9, z: -1.5 })
    expect(away(panel.at)).toBeCloseTo(0.78, 6)
  })

  test('stays while one looks about, and comes along only when it was left behind for a while', () => {
    const panel = createLazyFollow()
    panel.place(head, { x: 0.2, y: 1, z: -0.5 })
    const before = { ...panel.at }
    for (let n = 0; n < 200; n++) panel.update({ ...head, qy: Math.sin(0.2), qw: Math.cos(0.2) }, 1 / 72)
    expect(panel.at).toEqual(before)
    const behind = { ...head, qy: Math.sin(1.2), qw: Math.cos(1.2) }
    for (let n = 0; n < 60; n++) panel.update(behind, 1 / 72)
    expect(panel.at).toEqual(before)
    for (let n = 0; n < 200; n++) panel.update(behind, 1 / 72)
    expect(panel.at.x).toBeLessThan(-0.3)
  })
})

describe('a headset that is put away', () => {
  test('pauses whoever does not rest already, and asks whoever it paused', () => {
    expect(stepAway('hidden', false, false)).toBe('pause')
    expect(stepAway('hidden', true, false)).toBe('nothing')
    expect(stepAway('visible', true, true)).toBe('ask')
    expect(stepAway('visible', true, false)).toBe('nothing')
    expect(stepAway('visible-blurred', false, false)).toBe('nothing')
  })
})

describe('frames', () => {
  const run = (policy: ReturnType<typeof createFramePolicy>, ms: number, frames: number) => {
    for (let n = 0; n < frames; n++) policy.frame(ms)
  }

  test('begin calm, in the middle of what can be had', () => {
    const { now } = createFramePolicy([72, 80, 90, 120])
    expect(now).toEqual({ ...LADDER[1], rateHz: 72 })
    expect(createFramePolicy([]).now.rateHz).toBeNull()
  })

  test('that come late cost the edge’s sharpness first, then the picture’s, and never more than there is', () => {
    const policy = createFramePolicy([72, 90])
    const seen = [policy.now.scale]
    for (let n = 0; n < 8; n++) {
      run(policy, 28, 90)
      seen.push(policy.now.scale)
    }
    expect(policy.now).toEqual({ ...LADDER.at(-1), rateHz: 72 })
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })

  test('that are in time for long give it back, a step at a time, and the fast rate last', () => {
    const policy = createFramePolicy([72, 90])
    run(policy, 13.9, 90 * 8)
    expect(policy.now).toEqual({ ...LADDER[0], rateHz: 72 })
    run(policy, 13.9, 90 * 8)
    expect(policy.now.rateHz).toBe(90)
  })

  test('do not swing: what did not last is tried again only after twice as long', () => {
    const policy = createFramePolicy([72, 90])
    run(policy, 13.9, 90 * 16)
    expect(policy.now.rateHz).toBe(90)
    run(policy, 17, 90)
    expect(policy.now.rateHz).toBe(72)
    run(policy, 13.9, 90 * 15)
    expect(policy.now.rateHz).toBe(72)
    run(policy, 13.9, 90)
    expect(policy.now.rateHz).toBe(90)
  })

  test('do not count while a menu or a put-down headset holds them up', () => {
    const policy = createFramePolicy([72])
    const before = policy.now
    run(policy, 900, 300)
    expect(policy.now).toBe(before)
  })
})
