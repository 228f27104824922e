// Writes a person into their row for the shader: what changes with every frame, and what changes only when the meeting does.

import type { HandTarget } from './handPoses.ts'
import type { Person } from './person.ts'
import * as row from './personRow.ts'

const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value))

function writeHand(hand: HandTarget, out: Float32Array, at: number): void {
  out[at] = hand.x
  out[at + 1] = hand.y
  out[at + 2] = hand.z
  out[at + 3] = hand.fist
  out[at + 4] = hand.qx
  out[at + 5] = hand.qy
  out[at + 6] = hand.qz
  out[at + 7] = hand.point
}

/** Writes what changes with every frame into a row that starts at `at`. */
export function writeMotion(person: Person, idleSeconds: number, out: Float32Array, at: number): void {
  const sinYaw = Math.sin(person.yaw / 2)
  const cosYaw = Math.cos(person.yaw / 2)
  const sinPitch = Math.sin(person.pitch / 2)
  const cosPitch = Math.cos(person.pitch / 2)
  const sinRoll = Math.sin(person.roll / 2)
  const cosRoll = Math.cos(person.roll / 2)
  out[at + row.HEAD] = person.x
  out[at + row.HEAD + 1] = person.y
  out[at + row.HEAD + 2] = person.z
  out[at + row.HEAD + 3] = person.sway
  // Yaw, then pitch, then roll, as a neck does.
  out[at + row.HEAD_TURN] = cosYaw * sinPitch * cosRoll + sinYaw * cosPitch * sinRoll
  out[at + row.HEAD_TURN + 1] = sinYaw * cosPitch * cosRoll - cosYaw * sinPitch * sinRoll
  out[at + row.HEAD_TURN + 2] = cosYaw * cosPitch * sinRoll - sinYaw * sinPitch * cosRoll
  out[at + row.HEAD_TURN + 3] = cosYaw * cosPitch * cosRoll + sinYaw * sinPitch * sinRoll
  out[at + row.TORSO] = person.x * 0.85
  out[at + row.TORSO + 1] = person.z * 0.85
  out[at + row.TORSO + 2] = person.twist
  out[at + row.TORSO + 3] = person.glow
  writeHand(person.bearing.left, out, at + row.LEFT)
  writeHand(person.bearing.right, out, at + row.RIGHT)
  const phase = person.seed * 50
  out[at + row.FACE] = person.lids
  out[at + row.FACE + 1] = clamp((person.yaw - person.twist) * -0.5 + Math.sin(idleSeconds * 0.37 + phase) * 0.5, 1)
  out[at + row.FACE + 2] = Math.sin(idleSeconds * 0.29 + phase * 1.3) * 0.3
  out[at + row.FACE + 3] = person.bearing.smile
  out[at + row.STATE] = person.asleep
  out[at + row.STATE + 2] = person.piece
  out[at + row.STATE + 3] = person.raised
  out[at + row.SHOW + 2] = person.bearing.warmth
  out[at + row.SHOW + 3] = person.drawn ? person.size : 0
}

/** Writes what changes only when the meeting does. */
export function writeStanding(
  person: Person,
  kind: readonly [number, number, number],
  out: Float32Array,
  at: number,
): void {
  out[at + row.SEAT] = person.place.x
  out[at + row.SEAT + 1] = person.place.z
  out[at + row.SEAT + 2] = person.place.yaw
  out[at + row.SEAT + 3] = person.seed
  out[at + row.DESIGN] = person.figure
  out[at + row.DESIGN + 1] = kind[0]
  out[at + row.DESIGN + 2] = kind[1]
  out[at + row.DESIGN + 3] = kind[2]
  out[at + row.STATE + 1] = person.participant.held ? 1 : 0
  const { presence } = person.participant
  // A chair that is kept for somebody on the porch is as empty as one whose connection is gone.
  out[at + row.SHOW] = presence === 'away' || presence === 'porch' ? 0 : 1
  out[at + row.SHOW + 1] = person.self ? 1 : 0
}
