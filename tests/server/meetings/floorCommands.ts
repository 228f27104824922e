// What may happen to the floor, as commands for fast-check: each does it to the model and to the real meeting, and compares.

import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { maySpeak } from '#protocol/meeting.ts'
import type { FloorMode } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import { parseRecord } from '../../../server/meetings/recordSchema.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createOpenCircle } from './circle.ts'
import type { Circle } from './circle.ts'
import { call, createFloorModel, handTo, isAble, pass, raise, setMode, tend } from './floorModel.ts'
import type { FloorModel } from './floorModel.ts'

/** Ben holds a key and stays, so that the meeting is never without one; all others come and go. */
const BEN = 'Ben'
const NAMES = ['Ada', 'Fern', 'Lark', 'Moss', 'Reed', BEN]
const AT_FIRST = ['Fern', 'Lark', 'Moss']
const RUNNERS = ['Ada', BEN]

export type FloorAct =
  | { does: 'pass' | 'later' | 'raise' | 'lower' | 'rest' | 'return'; who: string }
  | { does: 'hand'; who: string; to: string }
  | { does: 'hold' | 'release' | 'call'; to: string }
  | { does: 'call-next' | 'reverse' | 'hush' | 'unhush' | 'renew' | 'crash' }
  | { does: 'mode'; mode: FloorMode; to: string }
  | { does: 'lose' | 'connect' | 'leave' | 'join'; who: string }
  | { does: 'wait'; seconds: number }

const anybody = fc.constantFrom(...NAMES)
const othersThanBen = fc.constantFrom(...NAMES.filter((name) => name !== BEN))

const anAct: fc.Arbitrary<FloorAct> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constantFrom('pass', 'later'), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('raise', 'lower'), who: anybody }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('rest', 'return'), who: othersThanBen }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('hand'), who: anybody, to: anybody }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('hold', 'release', 'call'), to: othersThanBen }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('call-next', 'reverse', 'hush', 'unhush', 'renew', 'crash') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('mode'),
      mode: fc.constantFrom('piece', 'piece', 'hands', 'open'),
      to: anybody,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constantFrom('lose', 'connect', 'connect', 'leave', 'join'), who: othersThanBen }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait'), seconds: fc.constantFrom(0.5, 1, 10, 20) }) },
)

/** Does it to the model; null when it is not something to be refused. */
function inModel(model: FloorModel, act: FloorAct): 'ok' | ErrorCode {
  const one = 'who' in act ? model.people.get(act.who) : 'to' in act ? model.people.get(act.to) : undefined
  switch (act.does) {
    case 'pass':
    case 'later':
      return pass(model, act.who, act.does === 'later')
    case 'raise':
      return raise(model, act.who)
    case 'lower':
      if (!model.hands.includes(act.who)) return 'already-so'
      model.hands = model.hands.filter((name) => name !== act.who)
      return 'ok'
    case 'rest':
    case 'return':
      if (one?.resting === (act.does === 'rest')) return 'already-so'
      if (one) one.resting = act.does === 'rest'
      return 'ok'
    case 'hand':
      return handTo(model, act.who, RUNNERS.includes(act.who), act.to)
    case 'hold':
    case 'release':
      if (!one) return 'unknown-person'
      if (one.held === (act.does === 'hold')) return 'already-so'
      one.held = act.does === 'hold'
      return 'ok'
    case 'call':
      return call(model, act.to)
    case 'call-next':
      return call(model, null)
    case 'reverse':
      if (model.hushed || model.mode !== 'piece') return 'wrong-mode'
      model.direction = model.direction === 1 ? -1 : 1
      return 'ok'
    case 'hush':
    case 'unhush':
      if (model.hushed === (act.does === 'hush')) return 'already-so'
      model.hushed = act.does === 'hush'
      if (model.hushed) [model.fading, model.fadeUntil] = [null, null]
      return 'ok'
    case 'mode':
      return setMode(model, BEN, act.mode, act.mode === 'open' ? null : act.to)
    case 'lose':
      if (one?.here) [one.here, one.lostAt] = [false, model.now]
      return 'ok'
    case 'connect':
      if (one) [one.here, one.lostAt] = [true, null]
      return 'ok'
    case 'renew':
      for (const other of model.people.values()) if (other.here) [other.here, other.lostAt] = [false, model.now]
      tend(model)
      Object.assign(model.people.get(BEN) ?? {}, { here: true, lostAt: null })
      return 'ok'
    case 'leave':
      model.people.delete(act.who)
      model.heard.delete(act.who)
      model.later = model.later.filter((name) => name !== act.who)
      return 'ok'
    case 'wait':
      model.now += act.seconds * 1000
      return 'ok'
    default:
      return 'ok'
  }
}

const COMMANDS: Readonly<Partial<Record<FloorAct['does'], MeetingCommand>>> = {
  pass: { type: 'pass' },
  later: { type: 'pass', later: true },
  raise: { type: 'raise-hand' },
  lower: { type: 'lower-hand' },
  rest: { type: 'rest' },
  return: { type: 'return' },
  'call-next': { type: 'call-next' },
  reverse: { type: 'reverse-piece' },
  hush: { type: 'hush' },
  unhush: { type: 'unhush' },
}

function inMeeting(circle: Circle, act: FloorAct): 'ok' | ErrorCode {
  const plain = COMMANDS[act.does]
  if (plain) return circle.send('who' in act ? act.who : BEN, plain)
  switch (act.does) {
    case 'hand':
      return circle.send(act.who, { type: 'hand-piece', to: circle.id(act.to) })
    case 'hold':
    case 'release':
    case 'call':
      return circle.send(BEN, { type: act.does, to: circle.id(act.to) })
    case 'mode':
      return circle.send(BEN, {
        type: 'set-floor',
        mode: act.mode,
        ...(act.mode === 'open' ? {} : { speaker: circle.id(act.to) }),
      })
    case 'lose':
      circle.lose(act.who)
      return 'ok'
    case 'connect':
      circle.connect(act.who)
      return 'ok'
    case 'renew':
      // Everybody has to come anew; Ben is the first to be back.
      circle.take({ type: 'renew-epoch' })
      circle.connect(BEN)
      return 'ok'
    case 'leave':
      return circle.leave(act.who)
    case 'wait':
      circle.wait(act.seconds)
      return 'ok'
    case 'crash':
      circle.record = parseRecord(JSON.stringify(circle.record))
      return 'ok'
    default:
      return 'ok'
  }
}

/** Three things happen one after another when somebody comes; their chair is whichever is free. */
function letIn(model: FloorModel, circle: Circle, name: string): void {
  circle.knock(name, { key: RUNNERS.includes(name) })
  if (!RUNNERS.includes(name)) circle.admit(name, BEN)
  const seat = circle.who(name)?.seat
  if (seat === undefined) throw new Error(`${name} was not let in`)
  model.people.set(name, { seat, here: false, resting: false, held: false, lostAt: null })
  if (model.mode === 'piece') model.later.push(name)
  tend(model)
  circle.connect(name)
  model.people.set(name, { seat, here: true, resting: false, held: false, lostAt: null })
}

const view = (model: FloorModel) => ({
  mode: model.mode,
  speaker: model.speaker,
  fading: model.fading,
  next: model.next,
  later: model.later,
  direction: model.direction,
  hands: model.hands,
  heard: [...model.heard].sort(),
  rounds: model.rounds,
})

function viewOfMeeting(circle: Circle): ReturnType<typeof view> {
  const { floor, hands, heard } = circle.record
  const named = (list: readonly string[]) => list.map((one) => circle.named(one) ?? '')
  return {
    mode: floor.mode,
    speaker: circle.named(floor.speaker),
    fading: circle.named(floor.fading),
    next: circle.named(floor.next),
    later: named(floor.later),
    direction: floor.direction,
    hands: named(hands),
    heard: named(heard.round).sort(),
    rounds: heard.rounds,
  }
}

function voices(circle: Circle): string[] {
  const snapshot = snapshotOf(circle.record)
  const heard = snapshot.participants.filter((one) => maySpeak(snapshot, one.identity))
  return heard.map((one) => circle.named(one.identity) ?? '')
}

/** What must be true of the piece whatever the model says. @throws Error with what is broken. */
function keepPromises(model: FloorModel, circle: Circle, before: { speaker: string | null; mode: FloorMode }): void {
  if (model.mode !== 'piece' || model.hushed) return
  const { speaker } = circle.record.floor
  const holder = circle.named(speaker)
  const heard = voices(circle)
  if (speaker === null && NAMES.some((name) => isAble(model, name))) throw new Error('nobody holds the piece')
  const others = heard.filter((name) => name !== holder && name !== model.fading)
  if (others.length > 0) throw new Error(`${others.join(' and ')} may speak without the piece`)
  const handedOn = before.mode === 'piece' && holder !== before.speaker && model.fading === before.speaker
  // The next has a voice before the one before loses it: for a breath, both may be heard.
  if (handedOn && model.fading !== null && !(heard.includes(model.fading) && heard.includes(holder ?? ''))) {
    throw new Error('the piece fell between two hands')
  }
}

class Happening implements fc.Command<FloorModel, Circle> {
  readonly act: FloorAct
  constructor(act: FloorAct) {
    this.act = act
  }
  check(model: Readonly<FloorModel>): boolean {
    const { act } = this
    if (act.does === 'join') return !model.people.has(act.who) && !model.hushed
    return !('who' in act) || model.people.has(act.who)
  }
  run(model: FloorModel, circle: Circle): void {
    const { act } = this
    const before = { speaker: model.speaker, mode: model.mode }
    if (act.does === 'join') letIn(model, circle, act.who)
    const told = inModel(model, act)
    const answered = inMeeting(circle, act)
    if (told === 'ok') tend(model)
    if (told !== answered) throw new Error(`answered ${answered}, and ${told} was expected`)
    const [seen, real] = [view(model), viewOfMeeting(circle)]
    if (!isDeepStrictEqual(seen, real)) {
      throw new Error(`the floor is ${JSON.stringify(real)} and should be ${JSON.stringify(seen)}`)
    }
    keepPromises(model, circle, before)
  }
  toString(): string {
    return JSON.stringify(this.act)
  }
}

function begin(): { model: FloorModel; real: Circle } {
  const circle = createOpenCircle(...AT_FIRST)
  circle.knock(BEN, { key: true })
  circle.connect(BEN)
  const sitting = NAMES.filter((name) => circle.who(name)).map((name): [string, number] => [
    name,
    circle.who(name)?.seat ?? 0,
  ])
  return { model: createFloorModel(circle.record.seats, new Map(sitting), circle.now), real: circle }
}

/** Plays so many random meetings against the model; returns how many things happened. @throws Error with the shortest that differs. */
export function runFloorModel(parameters: { numRuns: number; seed?: number }): number {
  let happened = 0
  const commands = fc.commands([anAct.map((act) => new Happening(act))], { maxCommands: 40, size: 'max' })
  fc.assert(
    fc.property(commands, (all) => {
      for (const _ of all) happened++
      fc.modelRun(begin, all)
    }),
    parameters,
  )
  return happened
}
