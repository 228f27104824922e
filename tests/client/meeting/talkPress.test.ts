// One button, two ways to talk.

import { expect, test } from 'vitest'
import { createTalkPress, HOLD_MS } from '../../../client/meeting/talkPress.ts'

function microphone(wanted: boolean, holdOnly = false) {
  const state = { wanted, changes: 0 }
  const press = createTalkPress({
    isWanted: () => state.wanted,
    setWanted: (next) => {
      state.wanted = next
      state.changes++
    },
    holdOnly: () => holdOnly,
  })
  return { state, press }
}

test('a tap turns the microphone on, another turns it off', () => {
  const { state, press } = microphone(false)
  press.down(0)
  press.up(100)
  expect(state.wanted).toBe(true)
  press.down(1000)
  press.up(1100)
  expect(state.wanted).toBe(false)
})

test('a held press is live from its beginning to its end', () => {
  const { state, press } = microphone(false)
  press.down(0)
  expect(state.wanted).toBe(true)
  press.up(HOLD_MS)
  expect(state.wanted).toBe(false)
})

test('a key that repeats while it is held is one press', () => {
  const { state, press } = microphone(false)
  for (let at = 0; at < 900; at += 30) press.down(at)
  press.up(900)
  expect(state).toEqual({ wanted: false, changes: 2 })
})

test('somebody who is live and rests a finger on the button stays live', () => {
  const { state, press } = microphone(true)
  press.down(0)
  press.up(HOLD_MS + 1)
  expect(state.wanted).toBe(true)
})

test('in hold-to-talk even the shortest press ends with silence', () => {
  const { state, press } = microphone(false, true)
  press.down(0)
  press.up(50)
  expect(state.wanted).toBe(false)
})

test('a press that is taken away closes what it opened and nothing else', () => {
  const opened = microphone(false)
  opened.press.down(0)
  opened.press.cancel()
  expect(opened.state.wanted).toBe(false)
  const live = microphone(true)
  live.press.down(0)
  live.press.cancel()
  expect(live.state.wanted).toBe(true)
})
