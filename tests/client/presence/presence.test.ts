import { describe, expect, it } from 'vitest'
import { encodePose, type Pose } from '#protocol/pose.ts'
import { createPresence } from '../../../client/presence/presence.ts'
import { createHandClock } from '../../support/handClock.ts'

const still: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
const fern = 'p_fern000000000000'
const stranger = 'p_stranger00000000'

function somewhere() {
  const clock = createHandClock()
  const presence = createPresence(clock, () => true)
  presence.setPeople([fern])
  return { clock, presence }
}

describe('presence', () => {
  it('shows where the people of the circle look', () => {
    const { clock, presence } = somewhere()
    const out = { ...still }
    expect(presence.sample(fern, clock.nowMs(), out)).toBe(false)
    presence.receive(fern, encodePose({ ...still, x: 0.3 }, 0, 0))
    expect(presence.sample(fern, clock.nowMs(), out)).toBe(true)
    expect(out.x).toBeCloseTo(0.3)
  })

  it('knows nobody who is not in the snapshot, and forgets who left', () => {
    const { clock, presence } = somewhere()
    presence.receive(stranger, encodePose(still, 0, 0))
    expect(presence.sample(stranger, clock.nowMs(), { ...still })).toBe(false)
    expect(presence.dropped()).toBe(1)
    presence.receive(fern, encodePose(still, 0, 0))
    presence.setPeople([])
    expect(presence.sample(fern, clock.nowMs(), { ...still })).toBe(false)
  })

  it('keeps everybody within reach of their own seat, whatever they send', () => {
    const { clock, presence } = somewhere()
    const bytes = encodePose(still, 0, 0)
    bytes[5] = 127
    presence.receive(fern, bytes)
    expect(presence.sample(fern, clock.nowMs(), { ...still })).toBe(false)
    presence.receive(fern, encodePose({ ...still, x: 5, z: -5 }, 1, 0))
    const out = { ...still }
    presence.sample(fern, clock.nowMs(), out)
    expect([out.x, out.z]).toEqual([0.6, -0.6])
  })

  it('drops and counts a flood without reading it, and listens again a second later', async () => {
    const { clock, presence } = somewhere()
    for (let i = 0; i < 10_000; i++) presence.receive(fern, encodePose(still, i, i))
    expect(presence.dropped()).toBe(10_000 - 40)
    await clock.pass(1_000)
    presence.receive(fern, encodePose({ ...still, y: 0.2 }, 20_000, 0))
    await clock.pass(500)
    const out = { ...still }
    presence.sample(fern, clock.nowMs(), out)
    expect(out.y).toBeCloseTo(0.2)
  })
})
