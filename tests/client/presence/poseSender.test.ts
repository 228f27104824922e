import { describe, expect, it } from 'vitest'
import { decodePose, type Pose } from '#protocol/pose.ts'
import { createPoseSender } from '../../../client/presence/poseSender.ts'

const still: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
const turned = (yaw: number): Pose => ({ ...still, qy: Math.sin(yaw / 2), qw: Math.cos(yaw / 2) })

function sendingFor(seconds: number, frameMs: number, poseAt: (ms: number) => Pose, goesOut = () => true) {
  const sent: number[] = []
  const sender = createPoseSender((bytes) => {
    if (!goesOut()) return false
    sent.push(decodePose(bytes)?.sequence ?? -1)
    return true
  })
  for (let ms = 0; ms < seconds * 1000; ms += frameMs) sender.offer(poseAt(ms), ms)
  return sent
}

describe('sending one’s own pose', () => {
  it('happens at most fifteen times a second while one moves, at any frame rate', () => {
    for (const frameMs of [7, 11.1, 13.9, 16.7]) {
      const sent = sendingFor(10, frameMs, (ms) => turned(ms / 1000))
      expect(sent.length).toBeGreaterThan(125)
      expect(sent.length).toBeLessThanOrEqual(160)
    }
  })

  it('happens once a second at rest', () => {
    expect(sendingFor(10, 16.7, () => still).length).toBeLessThanOrEqual(11)
    expect(sendingFor(10, 16.7, () => still).length).toBeGreaterThanOrEqual(9)
  })

  it('says once more where one came to rest, so that others do not guess on', () => {
    const poses: number[] = []
    const sender = createPoseSender((bytes) => poses.push(decodePose(bytes)?.pose.x ?? 9) > 0)
    for (let ms = 0; ms < 900; ms += 20) sender.offer({ ...still, x: Math.min(0.3, ms / 1000) }, ms)
    expect(poses.filter((x) => Math.abs(x - 0.3) < 0.01).length).toBe(2)
  })

  it('takes a tremble that nobody could see for rest', () => {
    const sent = sendingFor(10, 16.7, (ms) => ({ ...turned(0.003 * Math.sin(ms)), x: 0.002 * Math.sin(ms / 3) }))
    expect(sent.length).toBeLessThanOrEqual(12)
  })

  it('follows a slow turn that no two frames could tell apart', () => {
    const sent = sendingFor(20, 16.7, (ms) => turned(ms / 20_000))
    expect(sent.length).toBeGreaterThan(60)
  })

  it('tells of a hand that came, moved, closed or went', () => {
    const hand = { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1, shape: 'open' as const }
    const scenes: Pose[] = [
      still,
      { ...still, left: hand },
      { ...still, left: { ...hand, y: 0.1 } },
      { ...still, left: { ...hand, y: 0.1, shape: 'fist' } },
      { ...still, left: { ...hand, y: 0.1, shape: 'fist', dx: 1, dz: 0 } },
      still,
    ]
    const sent = sendingFor(0.6, 100, (ms) => scenes[ms / 100] ?? still)
    expect(sent.length).toBe(6)
  })

  it('counts only what went out, so that nobody takes silence for loss', () => {
    let tries = 0
    const sent = sendingFor(
      2,
      16.7,
      (ms) => turned(ms / 1000),
      () => ++tries % 3 === 0,
    )
    expect(sent).toEqual(sent.map((_, i) => i))
    expect(sent.length).toBeGreaterThan(15)
  })
})
