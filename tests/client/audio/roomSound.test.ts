// When the room is heard, and when it is not: the sound follows the meeting and the slider, never the other way round.

import { NOTHING_TOGETHER } from '#protocol/together.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import { startRoomSound } from '../../../client/audio/roomSound.ts'
import type { StereoLap } from '../../../client/audio/soundscape/lap.ts'
import type { Soundscape } from '../../../client/audio/soundscape/soundscapes.ts'
import { createSessionStore, type SessionStore } from '../../../client/meeting/sessionStore.ts'
import { createSettings, type SettingsStore } from '../../../client/settings/settings.ts'
import { createHandAudio, type HandAudio } from '../../support/handAudio.ts'

const FERN: Identity = 'p_0123456789abcdef'
const MARK = 1

const LOUNGE: MeetingSnapshot = {
  meeting: 'm_0123456789ab',
  epoch: 1,
  revision: 1,
  phase: 'open',
  locked: false,
  hushed: false,
  carePause: false,
  together: NOTHING_TOGETHER,
  floor: { mode: 'open', speaker: null, fading: null, next: null, direction: 1, later: [], unhurried: false },
  hands: [],
  seats: 12,
  participants: [],
  environment: 'lounge',
  dim: false,
  closesAt: null,
  script: null,
  lamp: null,
  shareSeconds: null,
  succession: [],
  standsInFor: null,
  standing: [],
  announcement: null,
}

let audio: HandAudio
let store: SessionStore
let settings: SettingsStore
let stop: () => void
const load = vi.fn<(kind: Soundscape) => Promise<StereoLap>>()
const onTrouble = vi.fn<(kind: Soundscape, reason: unknown) => void>()

beforeEach(() => {
  audio = createHandAudio()
  store = createSessionStore(true)
  settings = createSettings(null)
  settings.setState({ ambience: 1 })
  onTrouble.mockClear()
  load.mockReset()
  load.mockImplementation(() =>
    Promise.resolve({ left: new Float32Array([MARK]), right: new Float32Array([MARK]), sampleRate: 32_000 }),
  )
  stop = startRoomSound({
    store,
    settings,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in for the few members that are used
    context: () => Object.assign(audio.context, { destination: audio.destination }) as AudioContext,
    load,
    onTrouble,
  })
})

afterEach(() => stop())

async function later(seconds: number) {
  await new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
  audio.advance(seconds)
}

const heard = () => audio.heard(MARK)
const loaded = () => load.mock.calls.map(([kind]) => kind)
const sitDown = () => store.setState({ place: 'circle', connection: 'connected', sound: 'running', snapshot: LOUNGE })

test('nothing is computed on the porch, nor in the chair before the voices are there', () => {
  store.setState({ place: 'porch', snapshot: LOUNGE, sound: 'running' })
  store.setState({ place: 'circle', connection: 'connecting' })
  store.setState({ connection: 'connected', sound: 'suspended' })
  expect(loaded()).toEqual([])
  store.setState({ sound: 'running' })
  expect(loaded()).toEqual(['fire'])
})

test('once the voices have been there, an interruption does not take the fire away', async () => {
  sitDown()
  await later(9)
  store.setState({ connection: 'recovering' })
  await later(9)
  expect(heard()).toBeCloseTo(1, 1)
})

test('the sound changes with the environment, and only then', async () => {
  sitDown()
  await later(9)
  store.setState({ snapshot: { ...LOUNGE, revision: 2, hushed: true } })
  expect(loaded()).toEqual(['fire'])
  for (const environment of ['beach', 'forest', 'quiet'] as const) {
    store.setState({ snapshot: { ...LOUNGE, environment } })
    await later(9)
  }
  expect(loaded()).toEqual(['fire', 'waves', 'leaves', 'air'])
  expect(audio.sources()).toBe(1)
})

test('whoever speaks is heard over a softer room', async () => {
  sitDown()
  await later(9)
  store.setState({ speaking: new Set([FERN]) })
  await later(1)
  expect(heard()).toBeCloseTo(0.5, 1)
  store.setState({ speaking: new Set() })
  await later(9)
  expect(heard()).toBeCloseTo(1, 1)
})

test('the slider is obeyed from the start and while sitting', async () => {
  settings.setState({ ambience: 0 })
  sitDown()
  await later(1)
  expect(loaded()).toEqual([])
  settings.setState({ ambience: 0.5 })
  await later(9)
  expect(heard()).toBeGreaterThan(0.3)
  expect(heard()).toBeLessThan(0.4)
})

test('leaving the chair ends the sound, and sitting down again brings it back', async () => {
  sitDown()
  await later(9)
  store.setState({ place: 'out', out: 'left', snapshot: null })
  await later(1)
  expect(audio.sources()).toBe(0)
  expect(audio.inputs()).toBe(0)
  sitDown()
  await later(9)
  expect(heard()).toBeCloseTo(1, 1)
})

test('a sound that cannot be made is told once, however often the meeting changes', async () => {
  load.mockImplementation(() => Promise.reject(new Error('no worker')))
  sitDown()
  await later(1)
  for (let revision = 2; revision < 6; revision++) {
    store.setState({ snapshot: { ...LOUNGE, revision } })
    await later(1)
  }
  expect(onTrouble).toHaveBeenCalledTimes(1)
})
