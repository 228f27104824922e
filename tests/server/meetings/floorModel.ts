// The floor as somebody would explain it with chairs and a stone: a plain second telling of the rules, walked chair by chair, with which
// the real one is compared after everything that happens.

import { BREATH_SECONDS, LOST_HOLDER_SECONDS } from '#protocol/limits.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import type { FloorMode } from '#protocol/meeting.ts'

export interface ModelPerson {
  seat: number
  here: boolean
  resting: boolean
  held: boolean
  lostAt: number | null
}

export interface FloorModel {
  now: number
  readonly seats: number
  people: Map<string, ModelPerson>
  mode: FloorMode
  hushed: boolean
  speaker: string | null
  fading: string | null
  fadeUntil: number | null
  next: string | null
  heard: Set<string>
  later: string[]
  direction: 1 | -1
  rounds: number
  hands: string[]
}

type Answer = 'ok' | ErrorCode

/** Makes the model of an open circle in which these sit, each in their chair. */
export function createFloorModel(seats: number, people: ReadonlyMap<string, number>, now: number): FloorModel {
  const sitting = Array.from(people, ([name, seat]): [string, ModelPerson] => [
    name,
    { seat, here: true, resting: false, held: false, lostAt: null },
  ])
  return {
    now,
    seats,
    people: new Map(sitting),
    mode: 'open',
    hushed: false,
    speaker: null,
    fading: null,
    fadeUntil: null,
    next: null,
    heard: new Set(),
    later: [],
    direction: 1,
    rounds: 0,
    hands: [],
  }
}

/** Somebody who could take the piece: in their chair, awake, and not held. */
export function isAble({ people }: FloorModel, name: string | null): boolean {
  const one = name === null ? undefined : people.get(name)
  return one !== undefined && one.here && !one.resting && !one.held
}

/** Walks from chair to chair, from the one beside `seat` all the way round, to the first who will do. */
function walk(model: FloorModel, seat: number | null, wanted: (name: string) => boolean): string | null {
  for (let step = 1; step <= model.seats; step++) {
    const at = seat === null ? step - 1 : (seat + model.direction * step + 2 * model.seats * model.seats) % model.seats
    for (const [name, one] of model.people) {
      if (one.seat === at && one.seat !== seat && isAble(model, name) && wanted(name)) return name
    }
  }
  return null
}

/** Who has not had it in this round: round the circle first, then those who come at its end. */
function leftInRound(model: FloorModel, seat: number | null): string | null {
  const fresh = walk(model, seat, (name) => !model.heard.has(name) && !model.later.includes(name))
  return fresh ?? model.later.find((name) => name !== model.speaker && isAble(model, name)) ?? null
}

function follower(model: FloorModel, seat: number | null): string | null {
  return leftInRound(model, seat) ?? walk(model, seat, () => true)
}

function seatOf(model: FloorModel, name: string | null): number | null {
  return (name === null ? undefined : model.people.get(name))?.seat ?? null
}

function beginRound(model: FloorModel): void {
  model.heard.clear()
  model.later = []
  model.rounds++
}

function give(model: FloorModel, name: string | null): void {
  if (model.mode === 'hands') model.hands = model.hands.filter((one) => one !== name)
  model.later = model.later.filter((one) => one !== name)
  ;[model.speaker, model.fading, model.fadeUntil] = [name, null, null]
}

function breathe(model: FloorModel, before: string | null): void {
  if (isAble(model, before)) [model.fading, model.fadeUntil] = [before, model.now + BREATH_SECONDS * 1000]
}

function passTo(model: FloorModel, to: string): void {
  const before = model.speaker
  const over = leftInRound(model, seatOf(model, before)) === null
  if (before !== null && model.people.has(before)) model.heard.add(before)
  if (over) beginRound(model)
  give(model, to)
  breathe(model, before)
}

function goOnWithoutSpeaker(model: FloorModel): void {
  const { speaker } = model
  const one = speaker === null ? undefined : model.people.get(speaker)
  const waited = one?.lostAt != null && model.now >= one.lostAt + LOST_HOLDER_SECONDS * 1000
  if (one && !one.resting && !(waited && !model.hushed)) return
  const inPiece = isAble(model, model.next) ? model.next : follower(model, one?.seat ?? null)
  const to = model.mode === 'piece' ? inPiece : (model.hands.find((name) => isAble(model, name)) ?? null)
  if (to === null && one && !one.resting) return
  if (model.mode === 'piece' && leftInRound(model, one?.seat ?? null) === null) beginRound(model)
  give(model, to)
  if (one && speaker !== null && model.mode === 'piece') model.later.push(speaker)
}

/** What follows by itself from whatever has happened. */
export function tend(model: FloorModel): void {
  model.hands = model.hands.filter((name) => model.people.get(name)?.resting === false)
  if (model.mode === 'piece' && model.speaker === null) {
    const first = follower(model, null)
    if (first !== null) give(model, first)
  } else if (model.mode === 'piece' || model.mode === 'hands') {
    if (model.speaker !== null) goOnWithoutSpeaker(model)
  }
  const breathes = model.fadeUntil !== null && model.now < model.fadeUntil && model.people.has(model.fading ?? '')
  if (!breathes || model.mode !== 'piece') [model.fading, model.fadeUntil] = [null, null]
  const seat = seatOf(model, model.speaker)
  model.next = model.mode === 'piece' && seat !== null ? follower(model, seat) : null
}

export function pass(model: FloorModel, by: string, later: boolean): Answer {
  if (model.hushed || (model.mode !== 'piece' && model.mode !== 'hands')) return 'wrong-mode'
  if (model.speaker !== by) return 'not-your-turn'
  if (model.mode === 'hands') {
    give(model, model.hands.find((name) => isAble(model, name)) ?? null)
    return 'ok'
  }
  if (model.next === null) return 'already-so'
  if (!later || leftInRound(model, seatOf(model, by)) === null) {
    passTo(model, model.next)
    return 'ok'
  }
  give(model, model.next)
  model.later.push(by)
  breathe(model, by)
  return 'ok'
}

export function handTo(model: FloorModel, by: string, runs: boolean, to: string): Answer {
  if (model.hushed || model.mode !== 'piece') return 'wrong-mode'
  if (model.speaker !== by && !runs) return 'not-your-turn'
  if (model.speaker === to && model.people.has(to)) return 'already-so'
  if (!isAble(model, to)) return 'unknown-person'
  passTo(model, to)
  return 'ok'
}

export function call(model: FloorModel, to: string | null): Answer {
  if (model.hushed || model.mode !== 'hands') return 'wrong-mode'
  const next = to ?? model.hands.find((name) => isAble(model, name)) ?? null
  if (next === null || next === model.speaker) return 'already-so'
  if (!isAble(model, next)) return 'unknown-person'
  give(model, next)
  return 'ok'
}

export function raise(model: FloorModel, by: string): Answer {
  if (model.mode === 'silence' || model.people.get(by)?.resting) return 'wrong-mode'
  if (model.hands.includes(by) || (model.mode === 'hands' && model.speaker === by)) return 'already-so'
  model.hands.push(by)
  return 'ok'
}

/** `to` begins; null for a mode without turns. */
export function setMode(model: FloorModel, by: string, mode: FloorMode, to: string | null): Answer {
  if (model.hushed) return 'wrong-mode'
  if (to !== null && to !== by && !isAble(model, to)) return 'unknown-person'
  if (mode === model.mode) {
    if (to === null || to === model.speaker) return 'already-so'
    if (mode === 'piece') passTo(model, to)
    else give(model, to)
    return 'ok'
  }
  Object.assign(model, { mode, speaker: to, fading: null, fadeUntil: null, next: null, later: [], rounds: 0 })
  model.heard.clear()
  if (mode === 'hands') model.hands = model.hands.filter((name) => name !== to)
  return 'ok'
}
