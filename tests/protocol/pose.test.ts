import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POSE_BYTES } from '#protocol/limits.ts'
import { decodePose, encodePose, HAND_SHAPES, type HandPose, type Pose } from '#protocol/pose.ts'

const rest: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }

const within = (reach: number) => fc.double({ min: -reach, max: reach, noNaN: true })
const unit3 = fc
  .tuple(within(1), within(1), within(1))
  .filter(([x, y, z]) => Math.hypot(x, y, z) > 0.1)
  .map(([x, y, z]) => {
    const length = Math.hypot(x, y, z)
    return [x / length, y / length, z / length] as const
  })
const hand: fc.Arbitrary<HandPose> = fc
  .record({ x: within(1), y: within(1), z: within(1), shape: fc.constantFrom(...HAND_SHAPES), d: unit3 })
  .map(({ d: [dx, dy, dz], ...more }) => ({ ...more, dx, dy, dz }))
const pose: fc.Arbitrary<Pose> = fc
  .record({
    x: within(0.6),
    y: within(0.6),
    z: within(0.6),
    q: fc.tuple(within(1), within(1), within(1), within(1)).filter((q) => Math.hypot(...q) > 0.1),
    left: fc.option(hand),
    right: fc.option(hand),
  })
  .map(({ q, ...more }) => {
    const length = Math.hypot(...q)
    return { ...more, qx: q[0] / length, qy: q[1] / length, qz: q[2] / length, qw: q[3] / length }
  })

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')

describe('a pose in bytes', () => {
  it('of a person at rest is these twelve', () => {
    expect(hex(encodePose(rest, 1, 2))).toBe(
      [
        '10', //           version 1, no hands
        '00 01', //        sequence
        '00 02', //        time
        '00 00 00', //     head in the middle
        'df f7 fd ff', //  w (3) is largest; x, y, z are 511, the middle of 0…1022
      ].join(' '),
    )
  })

  it('of a head that looks a quarter to the left, leaning forward, with wrapped counters, is these twelve', () => {
    const turned = { ...rest, z: -0.3, y: -0.05, qy: Math.SQRT1_2, qw: Math.SQRT1_2 }
    expect(hex(encodePose(turned, 65_537, 65_536 + 300.9))).toBe(
      [
        '10',
        '00 01', //        65537 modulo 65536
        '01 2c', //        300
        '00 f6 c4', //     0, −10 and −60 steps of 5 mm
        '5f f7 ff fe', //  y (1) is largest; x 511, z 511, w 1022
      ].join(' '),
    )
  })

  it('with one hand is eighteen, with two twenty-three, never more than the limit', () => {
    const pointing: HandPose = { x: 0.2, y: -0.4, z: -0.5, dx: 0, dy: 0, dz: -1, shape: 'point' }
    const open: HandPose = { x: -1, y: 1, z: 0, dx: 1, dy: 0, dz: 0, shape: 'open' }
    const one = encodePose({ ...rest, right: pointing }, 0, 0)
    expect(hex(one.subarray(0, 1))).toBe('12') // right hand
    expect(hex(one.subarray(12))).toBe(
      [
        '08', //           point (2) in the right hand's bits
        '19 ce c2', //     25, −50, −62 steps of 8 mm
        '7f 7f', //        straight ahead: a corner of the octahedron's square
      ].join(' '),
    )
    const both = encodePose({ ...rest, left: open, right: pointing }, 0, 0)
    expect(hex(both.subarray(12))).toBe('08 83 7d 00 7f 00 19 ce c2 7f 7f')
    expect([one.length, both.length]).toEqual([18, 23])
    expect(both.length).toBeLessThanOrEqual(POSE_BYTES)
  })

  it('comes back as it was, within 3 mm, half a degree, 4 mm and a degree', () => {
    fc.assert(
      fc.property(pose, fc.nat(65_535), fc.nat(65_535), (sent, sequence, timeMs) => {
        const back = decodePose(encodePose(sent, sequence, timeMs))
        if (!back) throw new Error('not read')
        expect(back.sequence).toBe(sequence)
        expect(back.timeMs).toBe(timeMs)
        for (const axis of ['x', 'y', 'z'] as const) {
          expect(Math.abs(back.pose[axis] - sent[axis])).toBeLessThan(0.003)
        }
        const { qx, qy, qz, qw } = back.pose
        const dot = Math.abs(qx * sent.qx + qy * sent.qy + qz * sent.qz + qw * sent.qw)
        expect(2 * Math.acos(Math.min(1, dot))).toBeLessThan(0.5 * (Math.PI / 180))
        expect(Math.hypot(qx, qy, qz, qw)).toBeCloseTo(1, 6)
        for (const side of ['left', 'right'] as const) {
          const [was, is] = [sent[side], back.pose[side]]
          expect(is === null).toBe(was === null)
          if (!was || !is) continue
          expect(is.shape).toBe(was.shape)
          expect(Math.hypot(is.x - was.x, is.y - was.y, is.z - was.z)).toBeLessThan(0.0075)
          const cos = is.dx * was.dx + is.dy * was.dy + is.dz * was.dz
          expect(Math.acos(Math.min(1, cos))).toBeLessThan(1.2 * (Math.PI / 180))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is clamped to the seat, whatever somebody’s tracking says', () => {
    const wild: Pose = {
      ...rest,
      x: 40,
      y: -Infinity,
      z: Number.NaN,
      qw: Number.NaN,
      right: { x: 9, y: Number.NaN, z: -9, dx: 0, dy: 0, dz: 0, shape: 'fist' },
    }
    const back = decodePose(encodePose(wild, 0, 0))?.pose
    expect(back?.x).toBeCloseTo(0.6)
    expect(back?.y).toBeCloseTo(-0.6)
    expect([back?.z, back?.qx, back?.qy, back?.qz, back?.qw]).toEqual([0, 0, 0, 0, 1])
    expect(back?.right).toMatchObject({ x: 1, y: 0, z: -1 })
  })

  it('is written into the bytes it is given', () => {
    const out = new Uint8Array(POSE_BYTES)
    const bytes = encodePose(rest, 7, 8, out)
    expect(bytes.buffer).toBe(out.buffer)
    expect(hex(bytes)).toBe(hex(encodePose(rest, 7, 8)))
  })

  it('is refused in another version, length or form', () => {
    const good = encodePose({ ...rest, left: { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: 1, shape: 'open' } }, 0, 0)
    const changed = (at: number, value: number) => Uint8Array.from(good, (byte, i) => (i === at ? value : byte))
    expect(decodePose(good)).not.toBeNull()
    expect(decodePose(changed(0, 0x21))).toBeNull() // another version
    expect(decodePose(changed(0, 0x15))).toBeNull() // an unknown flag
    expect(decodePose(changed(0, 0x10))).toBeNull() // hands that the flags do not name
    expect(decodePose(changed(5, 0x79))).toBeNull() // head out of reach
    expect(decodePose(changed(8, 0xff))).toBeNull() // a component that no encoder writes
    expect(decodePose(changed(12, 0x03))).toBeNull() // no such shape
    expect(decodePose(changed(12, 0x04))).toBeNull() // a shape for the hand that is not there
    expect(decodePose(changed(13, 0x7f))).toBeNull() // hand out of reach
    expect(decodePose(changed(16, 0x80))).toBeNull() // −128 has no partner
    expect(decodePose(good.subarray(1))).toBeNull()
    expect(decodePose(Uint8Array.of(...good, 0))).toBeNull()
  })

  it('is refused when the component left out was not the largest', () => {
    const bytes = encodePose(rest, 0, 0)
    // x 0.7, y 0.7, z 0: then w would be about 0.15, smaller than both.
    new DataView(bytes.buffer).setUint32(8, ((3 * 1024 + 511 + 506) * 1024 + 511 + 506) * 1024 + 511)
    expect(decodePose(bytes)).toBeNull()
  })

  it('of random bytes is nothing or a pose within the seat, and never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          // With a right head byte and length, so that chance gets further in.
          fc
            .tuple(
              fc.constantFrom([0x10, 12], [0x11, 18], [0x12, 18], [0x13, 23]),
              fc.uint8Array({ minLength: 23, maxLength: 23 }),
            )
            .map(([[head = 0, length], bytes]) => Uint8Array.of(head, ...bytes).subarray(0, length)),
        ),
        (bytes) => {
          const timed = decodePose(bytes)
          if (!timed) return
          const { x, y, z, qx, qy, qz, qw, left, right } = timed.pose
          for (const one of [x, y, z]) expect(Math.abs(one)).toBeLessThanOrEqual(0.6001)
          expect(Math.hypot(qx, qy, qz, qw)).toBeCloseTo(1, 2)
          for (const one of [left, right]) {
            if (!one) continue
            expect(Math.hypot(one.dx, one.dy, one.dz)).toBeCloseTo(1, 3)
            expect(Math.max(Math.abs(one.x), Math.abs(one.y), Math.abs(one.z))).toBeLessThanOrEqual(1)
          }
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('does not wander when it is read and written again', () => {
    fc.assert(
      fc.property(pose, (sent) => {
        const first = decodePose(encodePose(sent, 1, 1))
        const second = first && decodePose(encodePose(first.pose, 1, 1))
        if (!first || !second) throw new Error('not read')
        expect([second.pose.x, second.pose.y, second.pose.z]).toEqual([first.pose.x, first.pose.y, first.pose.z])
        const [a, b] = [first.pose, second.pose]
        expect(Math.abs(a.qx * b.qx + a.qy * b.qy + a.qz * b.qz + a.qw * b.qw)).toBeCloseTo(1, 5)
        expect(second.pose.left?.shape).toBe(first.pose.left?.shape)
      }),
    )
  })
})
