import { describe, expect, it } from 'vitest'
import type { Pose } from '#protocol/pose.ts'
import { createPoseBuffer } from '../../../client/presence/poseBuffer.ts'

function looking(yaw: number, more: Partial<Pose> = {}): Pose {
  return {
    x: 0,
    y: 0,
    z: 0,
    qx: 0,
    qy: Math.sin(yaw / 2),
    qz: 0,
    qw: Math.cos(yaw / 2),
    left: null,
    right: null,
    ...more,
  }
}
const yawOf = (pose: Pose) => 2 * Math.atan2(pose.qy, pose.qw)

/** Somebody who turns their head evenly, one radian a second, sending every 66 ms over a way that takes 30 ms. */
function turning(count: number, delayOf: (i: number) => number = () => 30) {
  const buffer = createPoseBuffer()
  const arrivals = Array.from({ length: count }, (_, i) => ({ i, sentMs: i * 66, atMs: 10_000 + i * 66 + delayOf(i) }))
  arrivals.sort((a, b) => a.atMs - b.atMs)
  return {
    buffer,
    arrivals,
    add: ({ i, sentMs, atMs }: (typeof arrivals)[number]) => buffer.add(looking(sentMs / 1000), i, sentMs, atMs),
  }
}

describe('a pose buffer', () => {
  it('knows nothing before the first pose', () => {
    expect(createPoseBuffer().sample(1_000, looking(0))).toBe(false)
  })

  it('draws somebody who has not moved where they are', () => {
    const buffer = createPoseBuffer()
    buffer.add(looking(0.4, { y: 0.1 }), 0, 0, 1_000)
    const out = looking(0)
    for (const later of [0, 50, 1_000, 60_000]) {
      expect(buffer.sample(1_000 + later, out)).toBe(true)
      expect(yawOf(out)).toBeCloseTo(0.4)
      expect(out.y).toBeCloseTo(0.1)
    }
  })

  it('turns a head evenly between the poses that came', () => {
    const { buffer, arrivals, add } = turning(30)
    const out = looking(0)
    const seen: number[] = []
    let next = 0
    for (let nowMs = 10_600; nowMs < 11_900; nowMs += 11) {
      for (let one = arrivals[next]; one && one.atMs <= nowMs; one = arrivals[++next]) add(one)
      buffer.sample(nowMs, out)
      seen.push(yawOf(out))
    }
    const speeds = seen.slice(1).map((yaw, i) => (yaw - (seen[i] ?? 0)) / 0.011)
    // The delay may still be settling.
    for (const speed of speeds) expect(Math.abs(speed - 1)).toBeLessThan(0.15)
  })

  it('shows a steady way about 90 ms in the past and a shaky one further, never more than 300 ms', () => {
    const steady = turning(60)
    for (const one of steady.arrivals) steady.add(one)
    const shaky = turning(200, (i) => 30 + ((i * 7919) % 120))
    for (const one of shaky.arrivals) shaky.add(one)
    expect(steady.buffer.delayMs()).toBeLessThan(110)
    expect(shaky.buffer.delayMs()).toBeGreaterThan(150)
    expect(shaky.buffer.delayMs()).toBeLessThanOrEqual(300)
  })

  it('never jumps when a way is shaky', () => {
    const { buffer, arrivals, add } = turning(200, (i) => 30 + ((i * 7919) % 90))
    const out = looking(0)
    let next = 0
    let before: number | null = null
    for (let nowMs = 13_000; nowMs < 22_000; nowMs += 11) {
      for (let one = arrivals[next]; one && one.atMs <= nowMs; one = arrivals[++next]) add(one)
      buffer.sample(nowMs, out)
      const yaw = yawOf(out)
      if (before !== null) expect(Math.abs(Math.sin(yaw - before))).toBeLessThan(0.06)
      before = yaw
    }
  })

  it('lets a movement run out when nothing more comes, within 150 ms and without turning back', () => {
    const { buffer, arrivals, add } = turning(30)
    for (const one of arrivals) add(one)
    const last = 29 * 0.066
    const out = looking(0)
    let before = -1
    for (let afterMs = 0; afterMs < 3_000; afterMs += 11) {
      buffer.sample(10_000 + 29 * 66 + 30 + afterMs, out)
      expect(yawOf(out)).toBeGreaterThanOrEqual(before - 1e-6)
      before = yawOf(out)
      // Half the way at that speed: it slows down from the first moment.
      expect(yawOf(out)).toBeLessThan(last + 0.076)
    }
    buffer.sample(10_000 + 29 * 66 + 30 + buffer.delayMs() + 150, out)
    const rested = yawOf(out)
    buffer.sample(60_000, out)
    expect(yawOf(out)).toBeCloseTo(rested, 3)
  })

  it('refuses what is late or came twice', () => {
    const buffer = createPoseBuffer()
    expect(buffer.add(looking(0), 10, 0, 1_000)).toBe(true)
    expect(buffer.add(looking(1), 12, 132, 1_132)).toBe(true)
    expect(buffer.add(looking(9), 11, 66, 1_140)).toBe(false)
    expect(buffer.add(looking(9), 12, 132, 1_150)).toBe(false)
    const out = looking(0)
    buffer.sample(2_000, out)
    expect(yawOf(out)).toBeLessThan(1.6)
  })

  it('does not notice that counts and clocks wrap', () => {
    const buffer = createPoseBuffer()
    const out = looking(0)
    let before: number | null = null
    for (let i = 0; i < 40; i++) {
      const nowMs = 5_000 + i * 66
      expect(buffer.add(looking(i * 0.066), (65_520 + i) % 65_536, (64_900 + i * 66) % 65_536, nowMs)).toBe(true)
      buffer.sample(nowMs, out)
      if (before !== null && i > 5) expect(Math.abs(yawOf(out) - before)).toBeLessThan(0.1)
      before = yawOf(out)
    }
    expect(yawOf(out)).toBeGreaterThan(2.2)
  })

  it('takes up somebody whose page was loaded again', () => {
    const buffer = createPoseBuffer()
    for (let i = 0; i < 300; i++) buffer.add(looking(0), i, i * 66, i * 66)
    expect(buffer.add(looking(1), 0, 40_000, 300 * 66 + 2_000)).toBe(true)
    const out = looking(0)
    buffer.sample(300 * 66 + 2_500, out)
    expect(yawOf(out)).toBeCloseTo(1)
  })

  it('begins a movement after a rest when it began, not a second before', () => {
    const buffer = createPoseBuffer()
    buffer.add(looking(0), 0, 0, 0)
    buffer.add(looking(0), 1, 1_000, 1_000)
    buffer.add(looking(0.5), 2, 1_900, 1_900)
    const out = looking(0)
    buffer.sample(1_900 + buffer.delayMs() - 250, out)
    expect(yawOf(out)).toBeCloseTo(0, 5)
    buffer.sample(1_900 + buffer.delayMs() - 100, out)
    expect(yawOf(out)).toBeGreaterThan(0.1)
    expect(yawOf(out)).toBeLessThan(0.4)
  })

  it('turns a head the short way round', () => {
    const buffer = createPoseBuffer()
    buffer.add(looking(3.1), 0, 0, 0)
    const other = looking(-3.1)
    buffer.add({ ...other, qy: -other.qy, qw: -other.qw }, 1, 66, 66)
    const out = looking(0)
    buffer.sample(33 + buffer.delayMs(), out)
    expect(Math.abs(Math.abs(yawOf(out)) - Math.PI)).toBeLessThan(0.05)
  })

  it('shows hands when they come, moves them, and lets them go', () => {
    const buffer = createPoseBuffer()
    const hand = { x: 0, y: -0.4, z: -0.3, dx: 0, dy: 0, dz: -1, shape: 'open' as const }
    buffer.add(looking(0), 0, 0, 0)
    buffer.add(looking(0, { left: hand }), 1, 66, 66)
    buffer.add(looking(0, { left: { ...hand, y: -0.2, dx: 1, dz: 0, shape: 'fist' } }), 2, 132, 132)
    buffer.add(looking(0), 3, 198, 198)
    const out = looking(0)
    const at = (ms: number) => {
      buffer.sample(ms + buffer.delayMs(), out)
      return out.left
    }
    expect(at(-10)).toBeNull()
    expect(at(66)?.y).toBeCloseTo(-0.4)
    const between = at(99)
    expect(between?.y).toBeCloseTo(-0.3)
    expect(between?.shape).toBe('fist')
    expect(Math.hypot(between?.dx ?? 0, between?.dy ?? 0, between?.dz ?? 0)).toBeCloseTo(1)
    expect(at(198)).toBeNull()
  })

  it('writes into the hand it was given instead of making a new one', () => {
    const buffer = createPoseBuffer()
    const hand = { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1, shape: 'open' as const }
    buffer.add(looking(0, { right: hand }), 0, 0, 0)
    buffer.add(looking(0, { right: hand }), 1, 66, 66)
    const out = looking(0)
    buffer.sample(60 + buffer.delayMs(), out)
    const first = out.right
    buffer.sample(64 + buffer.delayMs(), out)
    expect(out.right).toBe(first)
  })

  it('draws nobody further from their chair than they can reach, however fast they moved when the last pose came', () => {
    const buffer = createPoseBuffer()
    buffer.add(looking(0, { x: -0.6, z: 0.6 }), 0, 0, 1_000)
    buffer.add(looking(0, { x: 0.6, z: -0.6 }), 1, 66, 1_066)
    const out = looking(0)
    for (let nowMs = 1_000; nowMs < 1_600; nowMs += 5) {
      buffer.sample(nowMs, out)
      expect(Math.max(Math.abs(out.x), Math.abs(out.z))).toBeLessThanOrEqual(0.6)
    }
  })
})
