import { expect, test } from 'vitest'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { CONSOLE_ACTS, consoleAct, giveWord, type ConsoleView } from '../../../client/meeting/consoleAct.ts'
import { CONSOLE_KEY_LABELS, consoleKeyOf } from '../../../client/overlay/console/consoleKeys.ts'
import { shortcutOf } from '../../../client/overlay/meeting/shortcuts.ts'
import { SCENES } from '../../support/preview/scenes.ts'
import { someRun } from '../../support/preview/someScript.ts'
import { someSnapshot } from '../../support/someSnapshot.ts'

const calm = someSnapshot(['Maple', 'Fern', 'Birch'])
const [maple, fern, birch] = calm.participants.map((one) => one.identity)
const view = (change: Partial<MeetingSnapshot>, more: Partial<ConsoleView> = {}): ConsoleView => ({
  snapshot: { ...calm, ...change },
  me: maple!,
  chosen: fern!,
  door: SCENES.facilitator.door,
  ...more,
})
const floor = (change: Partial<MeetingSnapshot['floor']>) => ({ floor: { ...calm.floor, ...change } })

test('each way of the floor has a press, and the one that is so already has none', () => {
  expect(consoleAct('piece', view({}))).toEqual({ type: 'set-floor', mode: 'piece' })
  expect(consoleAct('open', view({}))).toBeNull()
  expect(consoleAct('piece', view({ hushed: true }))).toBeNull()
  expect(consoleAct('piece', view({ phase: 'safe' }))).toBeNull()
})

test('hush is one press, and so is its end', () => {
  expect(consoleAct('hush', view({}))).toEqual({ type: 'hush' })
  expect(consoleAct('hush', view({ hushed: true }))).toEqual({ type: 'unhush' })
})

test('whoever is chosen gets the word as the floor gives it', () => {
  expect(consoleAct('give-word', view(floor({ mode: 'piece', speaker: maple! })))).toEqual({
    type: 'hand-piece',
    to: fern,
  })
  expect(consoleAct('give-word', view(floor({ mode: 'hands' })))).toEqual({ type: 'call', to: fern })
  expect(consoleAct('give-word', view(floor({ mode: 'one-voice', speaker: maple! })))).toEqual({
    type: 'set-floor',
    mode: 'one-voice',
    speaker: fern,
  })
  expect(consoleAct('give-word', view({}))).toBeNull()
  expect(consoleAct('give-word', view(floor({ mode: 'piece', speaker: fern! })))).toBeNull()
  const away = calm.participants.map((one) => ({ ...one, presence: 'away' as const }))
  expect(giveWord({ ...calm, ...floor({ mode: 'hands' }), participants: away }, fern!)).toBeNull()
  expect(giveWord({ ...calm, ...floor({ mode: 'hands' }) }, null)).toBeNull()
})

test('the next voice is the first hand, or whoever the piece comes to', () => {
  expect(consoleAct('next-voice', view({ ...floor({ mode: 'hands' }), hands: [birch!] }))).toEqual({
    type: 'call-next',
  })
  expect(consoleAct('next-voice', view(floor({ mode: 'hands' })))).toBeNull()
  expect(consoleAct('next-voice', view(floor({ mode: 'piece', next: birch! })))).toEqual({
    type: 'hand-piece',
    to: birch,
  })
  expect(consoleAct('next-voice', view({}))).toBeNull()
})

test('one’s own microphone is not held from the console, and a held one is released', () => {
  expect(consoleAct('hold', view({}))).toEqual({ type: 'hold', to: fern })
  expect(consoleAct('hold', view({}, { chosen: maple! }))).toBeNull()
  const participants = calm.participants.map((one) => ({ ...one, held: true }))
  expect(consoleAct('hold', view({ participants }))).toEqual({ type: 'release', to: fern })
  expect(consoleAct('hold', view({}, { chosen: null }))).toBeNull()
})

test('the first at the door is let in only through a door that is open', () => {
  expect(consoleAct('admit', view({}))).toEqual({ type: 'admit', knock: 'k1' })
  expect(consoleAct('admit', view({ locked: true }))).toBeNull()
  expect(consoleAct('admit', view({}, { door: [] }))).toBeNull()
  expect(consoleAct('lock', view({}))).toEqual({ type: 'lock' })
  expect(consoleAct('lock', view({ locked: true }))).toEqual({ type: 'unlock' })
  expect(consoleAct('lock', view({ hushed: true, locked: true }))).toBeNull()
})

test('steps are moved by the step that was on screen, and stand still in a pause', () => {
  const script = someRun(0)
  expect(consoleAct('next-step', view({ script }))).toEqual({ type: 'next-step', from: script.index })
  expect(consoleAct('previous-step', view({ script: { ...script, index: 0 } }))).toBeNull()
  expect(consoleAct('pause', view({ script }))).toEqual({ type: 'pause-script' })
  const paused = { ...script, pausedAt: 1, paused: true }
  expect(consoleAct('next-step', view({ script: paused }))).toBeNull()
  expect(consoleAct('pause', view({ script: paused }))).toEqual({ type: 'resume-script' })
  expect(consoleAct('extend-step', view({}))).toBeNull()
})

test('every act has a key of its own, none of them one of the circle’s', () => {
  const labels = Object.values(CONSOLE_KEY_LABELS)
  expect(new Set(labels).size).toBe(labels.length)
  expect(CONSOLE_ACTS.every((act) => act in CONSOLE_KEY_LABELS)).toBe(true)
  const press = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
  for (const label of labels) {
    const key = label.toLowerCase()
    expect(shortcutOf({ ...press, key }, false), label).toBeNull()
    expect(CONSOLE_KEY_LABELS[consoleKeyOf({ ...press, key })!]).toBe(label)
  }
  expect(consoleKeyOf({ ...press, key: 'n', ctrlKey: true })).toBeNull()
  expect(consoleKeyOf({ ...press, key: 'm' })).toBeNull()
})
