// One person in a chair, as they move: follows their pose or lives idly, eases everything, and writes their row for the shader.
// Called for everybody in every frame: no allocation, and nothing that knows of the others but where the speaker sits.

import type { SeatPlace } from '#protocol/circle.ts'
import type { Participant } from '#protocol/meeting.ts'
import type { HandPose, Pose } from '#protocol/pose.ts'
import type { Gesture } from '#protocol/signals.ts'
import { EYE_HEIGHT } from '#protocol/circle.ts'
import { easing } from '../frame.ts'
import { gestureBearing, gestureWeight } from './gestures.ts'
import {
  copyBearing,
  createBearing,
  CUPPED,
  mixBearing,
  RAISED,
  RESTING,
  sameBearing,
  type Bearing,
  type HandTarget,
  type Share,
} from './handPoses.ts'

export interface Person {
  participant: Participant
  place: SeatPlace
  /** 0–1, the same for everybody who sees them. */
  seed: number
  self: boolean
  handRaised: boolean
  holdsPiece: boolean
  gesture: Gesture | null
  gestureStartMs: number
  /** Turn of the head from the seat, radians, as drawn. */
  yaw: number
  pitch: number
  roll: number
  sway: number
  twist: number
  x: number
  y: number
  z: number
  glow: number
  asleep: number
  piece: number
  raised: number
  lids: number
  size: number
  /** Row of the figure texture, and whether it is complete. */
  figure: number
  drawn: boolean
  readonly bearing: Bearing
  /** Where the hands have come to rest; null while they move. */
  settled: Readonly<Bearing> | null
}

/** Shares of the way to their goals that things go in one frame, 0–1, from slow to quick. */
export interface Ease {
  sleep: number
  piece: number
  hand: number
  calm: number
  size: number
  sway: number
  readonly settle: Share
  head: number
  readonly gesture: Share
  /** Of the gesture of whoever is being moved. */
  readonly weight: Share
  brighten: number
}

export function createEase(): Ease {
  return {
    sleep: 0,
    piece: 0,
    hand: 0,
    calm: 0,
    size: 0,
    sway: 0,
    settle: { share: 0 },
    head: 0,
    gesture: { share: 0 },
    weight: { share: 0 },
    brighten: 0,
  }
}

/** Writes the shares of a frame of `delta` seconds. */
export function setEase(ease: Ease, delta: number): void {
  ease.sleep = easing(1.8, delta)
  ease.piece = easing(2.4, delta)
  ease.hand = easing(3, delta)
  ease.calm = easing(3.2, delta)
  ease.size = easing(5, delta)
  ease.sway = easing(6, delta)
  ease.settle.share = easing(7, delta)
  ease.head = easing(12, delta)
  ease.gesture.share = easing(16, delta)
  ease.brighten = easing(22, delta)
}

export interface Circumstances {
  nowMs: number
  delta: number
  idleSeconds: number
  /** 0–1. */
  level: number
  /** Null when nothing is known: idle life. */
  pose: Pose | null
  /** Where the voice comes from that others look at, in the room; null when nobody speaks. */
  speaker: SeatPlace | null
  /** How far things ease in this frame; once for everybody. */
  readonly ease: Ease
  /** Room to work in, so that nothing is allocated. */
  readonly wish: Bearing
  readonly strong: Bearing
}

/** Spreads the seats' numbers over 0–1 so that neighbours never move alike. */
export function seedOf(seat: number): number {
  return ((seat + 1) * 0.618034) % 1
}

/** Creates a person who just sits down at `place`. */
export function createPerson(participant: Participant, place: SeatPlace, self: boolean): Person {
  const bearing = createBearing()
  copyBearing(bearing, RESTING)
  return {
    participant,
    place,
    seed: seedOf(participant.seat),
    self,
    handRaised: false,
    holdsPiece: false,
    gesture: null,
    gestureStartMs: 0,
    yaw: 0,
    pitch: 0,
    roll: 0,
    sway: 0,
    twist: 0,
    x: 0,
    y: 0,
    z: 0,
    glow: 0,
    asleep: participant.presence === 'resting' ? 1 : 0,
    piece: 0,
    raised: 0,
    lids: 0,
    size: 0.5,
    figure: 0,
    drawn: false,
    bearing,
    settled: RESTING,
  }
}

/** Follows a tracked hand: fingers along its direction, the palm as a resting arm would turn it. */
function follow(out: HandTarget, hand: HandPose): void {
  out.x = hand.x
  out.y = hand.y + EYE_HEIGHT
  out.z = hand.z
  out.fist = hand.shape === 'fist' ? 1 : 0
  out.point = hand.shape === 'point' ? 1 : 0
  // The shortest turn from -z to (dx, dy, dz).
  const w = 1 - hand.dz
  const length = 1 / (Math.sqrt(hand.dy * hand.dy + hand.dx * hand.dx + w * w) || 1)
  const straight = w > 1e-4
  out.qx = straight ? hand.dy * length : 0
  out.qy = straight ? -hand.dx * length : 1
  out.qz = 0
  out.qw = straight ? w * length : 0
}

const towards = (value: number, target: number, share: number) => value + (target - value) * share
const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value))

/** Turn about +y from a seat's own forward to another place, radians. */
function bearingTo(from: SeatPlace, to: SeatPlace): number {
  const angle = Math.atan2(-(to.x - from.x), -(to.z - from.z)) - from.yaw
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}

/** Moves somebody by one frame. */
export function movePerson(person: Person, now: Circumstances): void {
  const { delta, ease, pose, idleSeconds, speaker, wish, strong } = now
  const resting = person.participant.presence === 'resting'
  const phase = person.seed * 60

  let yaw = 0
  let pitch = 0
  let roll = 0
  if (pose && !resting) {
    yaw = Math.atan2(2 * (pose.qw * pose.qy + pose.qx * pose.qz), 1 - 2 * (pose.qx * pose.qx + pose.qy * pose.qy))
    pitch = Math.asin(clamp(2 * (pose.qw * pose.qx - pose.qy * pose.qz), 1))
    roll = Math.atan2(2 * (pose.qw * pose.qz + pose.qx * pose.qy), 1 - 2 * (pose.qx * pose.qx + pose.qz * pose.qz))
  } else if (!resting) {
    const wander = Math.sin(idleSeconds * 0.23 + phase) * 0.5 + Math.sin(idleSeconds * 0.11 + phase * 2.3) * 0.5
    yaw =
      (speaker && speaker !== person.place ? clamp(bearingTo(person.place, speaker) * 0.62, 0.8) : 0) + wander * 0.09
    pitch = Math.sin(idleSeconds * 0.17 + phase * 1.7) * 0.035 - 0.02
    roll = Math.sin(idleSeconds * 0.13 + phase * 0.7) * 0.03
  }

  const tracked = resting ? null : pose
  const base = person.holdsPiece && !resting ? CUPPED : person.handRaised ? RAISED : RESTING
  if (person.gesture === null && !tracked?.left && !tracked?.right) {
    // Most people most of the time: hands are where they were.
    if (person.settled !== base) {
      mixBearing(person.bearing, base, ease.settle)
      person.settled = sameBearing(person.bearing, base) ? base : null
    }
  } else {
    person.settled = null
    copyBearing(wish, base)
    if (tracked?.left) follow(wish.left, tracked.left)
    if (tracked?.right) follow(wish.right, tracked.right)
    if (person.gesture) {
      const seconds = (now.nowMs - person.gestureStartMs) / 1000
      ease.weight.share = gestureWeight(person.gesture, seconds)
      gestureBearing(person.gesture, seconds, strong)
      // Tracked hands make their own gestures; the light and the smile still show.
      if (tracked?.left) Object.assign(strong.left, wish.left)
      if (tracked?.right) Object.assign(strong.right, wish.right)
      mixBearing(wish, strong, ease.weight)
      if (seconds > 1 && ease.weight.share === 0) person.gesture = null
    }
    // One's own hands are where they are felt; others' are drawn from packets and eased.
    if (person.self && tracked) copyBearing(person.bearing, wish)
    else mixBearing(person.bearing, wish, ease.gesture)
  }

  person.asleep = towards(person.asleep, resting ? 1 : 0, ease.sleep)
  pitch -= person.bearing.bow + person.asleep * 0.42
  const follows = pose && !resting ? ease.head : ease.calm
  const before = person.yaw
  person.yaw = towards(person.yaw, yaw, follows)
  person.pitch = towards(person.pitch, pitch, Math.min(1, follows))
  person.roll = towards(person.roll, roll, follows)
  const pull = delta > 0 ? clamp((before - person.yaw) / delta / 2.5, 1) : 0
  person.sway = towards(person.sway, pull, ease.sway)
  person.twist = towards(person.twist, clamp(person.yaw * 0.42, 0.7), ease.calm)
  person.x = towards(person.x, pose && !resting ? pose.x : 0, follows)
  person.y = towards(person.y, (pose && !resting ? pose.y : 0) - person.asleep * 0.02, follows)
  person.z = towards(person.z, (pose && !resting ? pose.z : 0) - person.asleep * 0.03, follows)

  person.glow = towards(person.glow, now.level, now.level > person.glow ? ease.brighten : ease.settle.share)
  person.piece = towards(person.piece, person.holdsPiece ? 1 : 0, ease.piece)
  person.raised = towards(person.raised, person.handRaised ? 1 : 0, ease.hand)
  person.lids = person.asleep
  if (person.drawn) person.size = towards(person.size, 1, ease.size)
}
