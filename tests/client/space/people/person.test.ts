import { describe, expect, test } from 'vitest'
import { seatPlaces } from '#protocol/circle.ts'
import type { Participant } from '#protocol/meeting.ts'
import type { Pose } from '#protocol/pose.ts'
import { createBearing } from '../../../../client/space/people/handPoses.ts'
import {
  createEase,
  createPerson,
  movePerson,
  seedOf,
  setEase,
  type Circumstances,
} from '../../../../client/space/people/person.ts'
import * as row from '../../../../client/space/people/personRow.ts'
import { writeMotion, writeStanding } from '../../../../client/space/people/writePerson.ts'
import { somebody } from '../../../support/someSnapshot.ts'

const PLACES = seatPlaces(12)

function sit(more: Partial<Participant> = {}, seat = 0) {
  const person = createPerson(somebody('Quiet Fern', seat, more), PLACES[seat]!, false)
  person.drawn = true
  return person
}

/** Moves somebody for `seconds` under the same circumstances. */
function live(person: ReturnType<typeof sit>, seconds: number, more: Partial<Circumstances> = {}, fromMs = 0): void {
  const frames = Math.round(seconds * 60)
  const ease = createEase()
  setEase(ease, more.delta ?? 1 / 60)
  for (let i = 1; i <= frames; i++) {
    movePerson(person, {
      nowMs: fromMs + (i * 1000) / 60,
      delta: 1 / 60,
      idleSeconds: i / 60,
      level: 0,
      pose: null,
      speaker: null,
      ease,
      wish: createBearing(),
      strong: createBearing(),
      ...more,
    })
  }
}

const turnedTo = (yaw: number, pitch = 0): Pose => ({
  x: 0,
  y: 0,
  z: 0,
  qx: Math.cos(yaw / 2) * Math.sin(pitch / 2),
  qy: Math.sin(yaw / 2) * Math.cos(pitch / 2),
  qz: -Math.sin(yaw / 2) * Math.sin(pitch / 2),
  qw: Math.cos(yaw / 2) * Math.cos(pitch / 2),
  left: null,
  right: null,
})

describe('somebody in a chair', () => {
  test('follows their own head, and the body follows the head part of the way', () => {
    const person = sit()
    live(person, 2, { pose: turnedTo(0.8, -0.3) })
    expect(person.yaw).toBeCloseTo(0.8, 2)
    expect(person.pitch).toBeCloseTo(-0.3, 2)
    expect(person.twist).toBeGreaterThan(0.2)
    expect(person.twist).toBeLessThan(0.5)
  })

  test('without tracking turns towards whoever speaks: left is left', () => {
    const [left, right] = [sit(), sit()]
    live(left, 4, { speaker: PLACES[2]! })
    live(right, 4, { speaker: PLACES[10]! })
    expect(left.yaw).toBeGreaterThan(0.2)
    expect(right.yaw).toBeLessThan(-0.2)
  })

  test('who speaks does not turn towards themselves', () => {
    const person = sit()
    live(person, 4, { speaker: person.place })
    expect(Math.abs(person.yaw)).toBeLessThan(0.12)
  })

  test('two idle people never move alike', () => {
    const [one, other] = [sit({}, 1), sit({}, 2)]
    live(one, 3)
    live(other, 3)
    expect(Math.abs(one.yaw - other.yaw)).toBeGreaterThan(0.005)
  })

  test('resting lowers the head and closes the eyes, whatever their mouse does', () => {
    const person = sit()
    live(person, 1, { pose: turnedTo(0.5) })
    person.participant = { ...person.participant, presence: 'resting' }
    live(person, 4, { pose: turnedTo(0.5) })
    expect(person.pitch).toBeLessThan(-0.3)
    expect(person.lids).toBeGreaterThan(0.95)
    expect(Math.abs(person.yaw)).toBeLessThan(0.05)
  })

  test('a raised hand goes up, and down again when it is lowered', () => {
    const person = sit()
    person.handRaised = true
    live(person, 2)
    expect(person.bearing.right.y).toBeGreaterThan(1.25)
    expect(person.raised).toBeGreaterThan(0.9)
    person.handRaised = false
    live(person, 2)
    expect(person.bearing.right.y).toBeLessThan(0.7)
  })

  test('the holder has both hands round the piece and its light on them, but not while resting', () => {
    const person = sit()
    person.holdsPiece = true
    live(person, 3)
    expect(person.piece).toBeGreaterThan(0.95)
    expect(person.bearing.left.y).toBeGreaterThan(0.75)
    person.participant = { ...person.participant, presence: 'resting' }
    live(person, 2)
    expect(person.bearing.left.y).toBeLessThan(0.7)
  })

  test('a gesture is made once and then forgotten', () => {
    const person = sit()
    person.gesture = 'wave'
    live(person, 1)
    expect(person.bearing.right.y).toBeGreaterThan(1.1)
    expect(person.bearing.smile).toBeGreaterThan(0.8)
    live(person, 4, {}, 1000)
    expect(person.gesture).toBeNull()
    expect(person.bearing.right.y).toBeLessThan(0.75)
  })

  test('tracked hands stay where they are through a gesture', () => {
    const person = sit()
    const hand = { x: 0.2, y: -0.3, z: -0.3, dx: 0, dy: 1, dz: 0, shape: 'point' } as const
    person.gesture = 'clap'
    live(person, 1.2, { pose: { ...turnedTo(0), right: hand } })
    expect(person.bearing.right.y).toBeCloseTo(0.9, 1)
    expect(person.bearing.right.point).toBeGreaterThan(0.9)
    expect(person.bearing.left.y).toBeGreaterThan(0.85)
  })

  test('the light of a voice comes quickly and goes gently', () => {
    const person = sit()
    live(person, 0.1, { level: 1 })
    const risen = person.glow
    expect(risen).toBeGreaterThan(0.8)
    live(person, 0.1)
    expect(person.glow).toBeGreaterThan(0.3)
    live(person, 2)
    expect(person.glow).toBeLessThan(0.01)
  })

  test('a frame of no length changes nothing and breaks nothing', () => {
    const person = sit()
    live(person, 1, { pose: turnedTo(0.5) })
    const before = { ...person, bearing: structuredClone(person.bearing) }
    live(person, 1 / 60, { delta: 0, pose: turnedTo(-1) })
    expect(person.yaw).toBe(before.yaw)
    expect(person.bearing).toEqual(before.bearing)
  })
})

describe('a person’s row for the shader', () => {
  const write = (person: ReturnType<typeof sit>) => {
    const out = new Float32Array(row.PERSON_FLOATS * 3).fill(Number.NaN)
    const at = row.PERSON_FLOATS
    writeStanding(person, [1, 2, 3], out, at)
    writeMotion(person, 0, out, at)
    return { out, at }
  }

  test('fills its own numbers, all of them, and nobody else’s', () => {
    const { out, at } = write(sit())
    expect(out.subarray(at, at + row.PERSON_FLOATS).every(Number.isFinite)).toBe(true)
    expect(out.subarray(0, at).every(Number.isNaN)).toBe(true)
    expect(out.subarray(at + row.PERSON_FLOATS).every(Number.isNaN)).toBe(true)
  })

  test('the head’s turn is the one that was asked for', () => {
    const person = sit()
    Object.assign(person, { yaw: 0.7, pitch: -0.2, roll: 0 })
    const pose = turnedTo(0.7, -0.2)
    const { out, at } = write(person)
    const turn = [...out.subarray(at + row.HEAD_TURN, at + row.HEAD_TURN + 4)]
    for (const [i, value] of [pose.qx, pose.qy, pose.qz, pose.qw].entries()) expect(turn[i]).toBeCloseTo(value, 6)
  })

  test('says who is away, whose microphone is held, and whose own head one must not see', () => {
    const away = write(sit({ presence: 'away', held: true }))
    expect(away.out[away.at + row.SHOW]).toBe(0)
    expect(away.out[away.at + row.STATE + 1]).toBe(1)
    const self = sit()
    self.self = true
    const own = write(self)
    expect(own.out[own.at + row.SHOW]).toBe(1)
    expect(own.out[own.at + row.SHOW + 1]).toBe(1)
  })

  test('somebody whose shape is not ready yet is not drawn', () => {
    const person = sit()
    person.drawn = false
    const { out, at } = write(person)
    expect(out[at + row.SHOW + 3]).toBe(0)
  })

  test('no two attributes share a number', () => {
    const starts = [
      row.SEAT,
      row.DESIGN,
      row.HEAD,
      row.HEAD_TURN,
      row.TORSO,
      row.LEFT,
      row.LEFT_TURN,
      row.RIGHT,
      row.RIGHT_TURN,
      row.FACE,
      row.STATE,
      row.SHOW,
    ]
    expect(starts).toEqual(row.PERSON_ATTRIBUTES.map((_, i) => i * 4))
  })

  test('every seat breathes and blinks at its own time', () => {
    const seeds = Array.from({ length: 50 }, (_, seat) => seedOf(seat))
    expect(new Set(seeds).size).toBe(50)
    for (const [seat, seed] of seeds.entries()) {
      const next = seeds[(seat + 1) % 50]!
      const apart = Math.abs(seed - next)
      expect(Math.min(apart, 1 - apart)).toBeGreaterThan(0.05)
    }
  })
})
