// The guide of a practice: one sentence at a time, and it waits for what it asks for, but not for ever.

import { expect, test } from 'vitest'
import { createGuide, type Facts, stepGuide } from '../../../client/practice/guide.ts'

const NOTHING: Facts = {
  looked: false,
  microphoneLive: false,
  handRaised: false,
  hasTurn: false,
  resting: false,
  gestures: 0,
  helpOpened: 0,
}
const step = (until: Parameters<typeof stepGuide>[0][number]['until'], seconds = 20) => ({ say: until, until, seconds })

/** Plays facts at times in seconds; returns which sentence stands at the end. */
function play(steps: Parameters<typeof stepGuide>[0], facts: readonly (readonly [number, Partial<Facts>])[]): number {
  let state = createGuide(NOTHING, 0)
  for (const [seconds, part] of facts) state = stepGuide(steps, state, { ...NOTHING, ...part }, seconds * 1000)
  return state.index
}

test('a sentence goes on when what it asks for was done', () => {
  const steps = [step('hand'), step('rest'), step('return')]
  expect(play(steps, [[5, {}]])).toBe(0)
  expect(play(steps, [[5, { handRaised: true }]])).toBe(1)
  expect(
    play(steps, [
      [5, { handRaised: true }],
      [10, { resting: true }],
      [15, {}],
    ]),
  ).toBe(3)
})

test('a sentence that is obeyed at once still stays long enough to be read', () => {
  expect(play([step('hand')], [[1, { handRaised: true }]])).toBe(0)
  expect(
    play(
      [step('hand')],
      [
        [1, { handRaised: true }],
        [3, { handRaised: true }],
      ],
    ),
  ).toBe(1)
})

test('nobody is kept waiting by what they do not want to try', () => {
  expect(play([step('microphone', 20), step('hand')], [[19, {}]])).toBe(0)
  expect(play([step('microphone', 20), step('hand')], [[20, {}]])).toBe(1)
})

test('passing counts from the moment when one holds the piece', () => {
  const steps = [step('pass', 60)]
  expect(
    play(steps, [
      [5, {}],
      [8, {}],
    ]),
  ).toBe(0)
  expect(
    play(steps, [
      [5, { hasTurn: true }],
      [8, {}],
    ]),
  ).toBe(1)
})

test('after the last sentence there is none', () => {
  expect(
    play(
      [step('seconds', 2)],
      [
        [3, {}],
        [9, {}],
      ],
    ),
  ).toBe(1)
})
