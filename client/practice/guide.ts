// Where the guide of a practice is: one sentence at a time, until what it asks for was done or its time is over. Pure.

import type { PracticeView } from '#protocol/practice.ts'

type Step = PracticeView['scenario']['guide'][number]
export type Awaited = Step['until']

/** What the page knows of the trainee, for the guide. */
export interface Facts {
  /** Has looked around since the beginning. */
  readonly looked: boolean
  readonly microphoneLive: boolean
  readonly handRaised: boolean
  readonly hasTurn: boolean
  readonly resting: boolean
  readonly gestures: number
  readonly helpOpened: number
}

export interface GuideState {
  readonly index: number
  readonly sinceMs: number
  /** The facts when this sentence began. */
  readonly atFirst: Facts
}

/** A sentence stays long enough to be read, even when it was obeyed at once. */
const READ_MS = 2_500

function isDone(until: Awaited, atFirst: Facts, now: Facts): boolean {
  switch (until) {
    case 'look':
      return now.looked
    case 'microphone':
      return now.microphoneLive !== atFirst.microphoneLive || now.microphoneLive
    case 'hand':
      return now.handRaised || now.hasTurn
    case 'turn':
      return now.hasTurn
    case 'pass':
      return atFirst.hasTurn && !now.hasTurn
    case 'rest':
      return now.resting
    case 'return':
      return !now.resting
    case 'gesture':
      return now.gestures > atFirst.gestures
    case 'help':
      return now.helpOpened > atFirst.helpOpened
    default:
      return false
  }
}

/** Begins at the first sentence. */
export function createGuide(facts: Facts, nowMs: number): GuideState {
  return { index: 0, sinceMs: nowMs, atFirst: facts }
}

/** Goes on when it is time; returns the same object otherwise. Past the last sentence `index` is the number of steps. */
export function stepGuide(steps: readonly Step[], state: GuideState, facts: Facts, nowMs: number): GuideState {
  const step = steps[state.index]
  if (!step) return state
  const passedMs = nowMs - state.sinceMs
  const done = isDone(step.until, state.atFirst, facts) && passedMs >= READ_MS
  if (!done && passedMs < step.seconds * 1000) {
    // Passing needs that one has held it: noted when it comes.
    return facts.hasTurn && !state.atFirst.hasTurn && step.until === 'pass' ? { ...state, atFirst: facts } : state
  }
  return { index: state.index + 1, sinceMs: nowMs, atFirst: facts }
}
