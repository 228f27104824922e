// The room's sound follows the room, stays under the voices, and is never in anybody's way when it is missing.

import { beforeEach, expect, test, vi } from 'vitest'
import { createAmbience, type Ambience } from '../../../client/audio/ambience.ts'
import type { StereoLap } from '../../../client/audio/soundscape/lap.ts'
import { SOUNDSCAPES, type Soundscape } from '../../../client/audio/soundscape/soundscapes.ts'
import { createHandAudio, type HandAudio } from '../../support/handAudio.ts'

/** The first sample tells the sounds apart. */
const MARKS: Readonly<Record<Soundscape, number>> = { fire: 1, waves: 2, leaves: 3, air: 4 }
const FADE = { fadeSeconds: 3 }

interface Loading {
  readonly kind: Soundscape
  readonly arrive: (lap?: StereoLap) => Promise<void>
  readonly fail: (reason: unknown) => Promise<void>
}

let audio: HandAudio
let ambience: Ambience
let loads: Loading[]
const onTrouble = vi.fn<(kind: Soundscape, reason: unknown) => void>()

function lapOf(kind: Soundscape): StereoLap {
  const samples = () => new Float32Array([MARKS[kind], 0, 0])
  return { left: samples(), right: samples(), sampleRate: 32_000 }
}

/** Lets everything that waits for a promise go on. */
async function settled() {
  await new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}

function load(kind: Soundscape): Promise<StereoLap> {
  return new Promise((resolve, reject) => {
    loads.push({
      kind,
      arrive(lap = lapOf(kind)) {
        resolve(lap)
        return settled()
      },
      fail(reason) {
        reject(reason)
        return settled()
      },
    })
  })
}

const heard = (kind: Soundscape) => audio.heard(MARKS[kind])

beforeEach(() => {
  audio = createHandAudio()
  loads = []
  onTrouble.mockClear()
  ambience = createAmbience({ context: audio.context, destination: audio.destination, load, onTrouble })
})

async function bring(kind: Soundscape) {
  ambience.set(kind, FADE)
  await loads.at(-1)!.arrive()
  audio.advance(20)
}

test('nothing is loaded before a room asks for it, nor while the slider is at zero', () => {
  ambience.setVolume(1)
  ambience.setVolume(0)
  ambience.set('fire', FADE)
  expect(loads).toHaveLength(0)
  ambience.setVolume(0.5)
  expect(loads.map(({ kind }) => kind)).toEqual(['fire'])
})

test('a sound that has come fades in, round and round', async () => {
  ambience.setVolume(1)
  ambience.set('fire', FADE)
  await loads[0]!.arrive()
  expect(heard('fire')).toBeCloseTo(0, 5)
  audio.advance(0.5)
  const soon = heard('fire')
  expect(soon).toBeGreaterThan(0.2)
  expect(soon).toBeLessThan(0.6)
  audio.advance(2.5)
  expect(heard('fire')).toBeGreaterThan(0.94)
})

test('going to another room is a fade and never a cut: the old sound stays until the new one is there', async () => {
  ambience.setVolume(1)
  await bring('fire')
  ambience.set('waves', FADE)
  audio.advance(5)
  expect(heard('fire')).toBeCloseTo(1, 2)
  await loads[1]!.arrive()
  expect(heard('fire')).toBeCloseTo(1, 2)
  let before = [heard('fire'), heard('waves')]
  for (let step = 0; step < 30; step++) {
    audio.advance(0.1)
    const after = [heard('fire'), heard('waves')]
    for (const i of [0, 1]) expect(Math.abs(after[i]! - before[i]!)).toBeLessThan(0.12)
    before = after
  }
  audio.advance(4)
  expect(audio.sources()).toBe(1)
  expect(heard('waves')).toBeCloseTo(1, 2)
})

test('a sound that comes too late for its room is not played', async () => {
  ambience.setVolume(1)
  ambience.set('fire', FADE)
  ambience.set('leaves', FADE)
  await loads[1]!.arrive()
  await loads[0]!.arrive()
  audio.advance(9)
  expect(heard('leaves')).toBeCloseTo(1, 2)
  expect(heard('fire')).toBe(0)
  expect(audio.sources()).toBe(1)
})

test('asking again for what is playing or on its way does nothing', async () => {
  ambience.setVolume(1)
  ambience.set('fire', FADE)
  ambience.set('fire', FADE)
  expect(loads).toHaveLength(1)
  await loads[0]!.arrive()
  ambience.set('fire', FADE)
  expect(loads).toHaveLength(1)
  expect(audio.sources()).toBe(1)
})

test('coming back before the other sound has arrived keeps the first one playing', async () => {
  ambience.setVolume(1)
  await bring('fire')
  ambience.set('waves', FADE)
  ambience.set('fire', FADE)
  await loads[1]!.arrive()
  audio.advance(9)
  expect(heard('fire')).toBeCloseTo(1, 2)
  expect(heard('waves')).toBe(0)
})

test('a room without sound is silent, and its source is let go', async () => {
  ambience.setVolume(1)
  await bring('waves')
  ambience.set('none', FADE)
  audio.advance(2)
  expect(heard('waves')).toBeLessThan(0.2)
  audio.advance(5)
  expect(audio.sources()).toBe(0)
})

test.each([
  ['is missing', (loading: Loading) => loading.fail(new Error('no worker'))],
  [
    'is broken',
    (loading: Loading) => loading.arrive({ left: new Float32Array(0), right: new Float32Array(0), sampleRate: 32_000 }),
  ],
])('a sound that %s is reported once and leaves the room silent, and the next room is heard', async (_, arrives) => {
  ambience.setVolume(1)
  await bring('fire')
  ambience.set('leaves', FADE)
  await arrives(loads[1]!)
  expect(onTrouble).toHaveBeenCalledTimes(1)
  expect(onTrouble).toHaveBeenCalledWith('leaves', expect.any(Error))
  audio.advance(9)
  expect(audio.sources()).toBe(0)
  ambience.setVolume(0.7)
  ambience.set('leaves', FADE)
  expect(loads).toHaveLength(2)
  await bring('waves')
  expect(heard('waves')).toBeGreaterThan(0)
})

test('a loader that throws at once is a missing sound as well', async () => {
  const broken = createAmbience({
    context: audio.context,
    destination: audio.destination,
    load: () => {
      throw new TypeError('the policy forbids workers')
    },
    onTrouble,
  })
  broken.setVolume(1)
  broken.set('fire', FADE)
  await settled()
  expect(onTrouble).toHaveBeenCalledWith('fire', expect.any(TypeError))
})

test('the slider goes from silence to full, louder all the way, whatever it is given', async () => {
  ambience.setVolume(1)
  await bring('fire')
  let last = 0
  for (const volume of [0.1, 0.25, 0.5, 0.75, 1]) {
    ambience.setVolume(volume)
    audio.advance(2)
    expect(heard('fire')).toBeGreaterThan(last)
    last = heard('fire')
  }
  expect(last).toBeCloseTo(1, 2)
  ambience.setVolume(7)
  audio.advance(2)
  expect(heard('fire')).toBeCloseTo(1, 2)
})

test('the slider at zero silences the room and ends the source; moved up again it brings the sound back', async () => {
  ambience.setVolume(0.5)
  await bring('fire')
  ambience.setVolume(0)
  audio.advance(5)
  expect(audio.sources()).toBe(0)
  ambience.setVolume(0.5)
  await loads[1]!.arrive()
  audio.advance(5)
  expect(heard('fire')).toBeGreaterThan(0.3)
})

test('under speech the room is 6 dB softer, and comes back slowly after a pause that is really one', async () => {
  ambience.setVolume(1)
  await bring('leaves')
  ambience.duck(true)
  expect(heard('leaves')).toBeCloseTo(1, 2)
  audio.advance(0.5)
  expect(20 * Math.log10(heard('leaves'))).toBeCloseTo(-6, 0)
  // A breath between two sentences.
  ambience.duck(false)
  audio.advance(0.6)
  expect(heard('leaves')).toBeLessThan(0.52)
  ambience.duck(true)
  audio.advance(3)
  expect(heard('leaves')).toBeCloseTo(0.5, 2)
  ambience.duck(false)
  audio.advance(1.2)
  expect(heard('leaves')).toBeLessThan(0.8)
  audio.advance(5)
  expect(heard('leaves')).toBeCloseTo(1, 2)
})

test('after stopping, everything is silent within half a second, nothing is connected, and nothing begins again', async () => {
  ambience.setVolume(1)
  await bring('fire')
  ambience.set('waves', FADE)
  ambience.stop()
  audio.advance(0.2)
  expect(heard('fire')).toBeLessThan(0.1)
  audio.advance(0.3)
  expect(audio.sources()).toBe(0)
  expect(audio.inputs()).toBe(0)
  await loads[1]!.arrive()
  ambience.set('air', FADE)
  ambience.setVolume(0.5)
  ambience.duck(true)
  expect(audio.sources()).toBe(0)
  expect(loads).toHaveLength(2)
  expect(onTrouble).not.toHaveBeenCalled()
})

test('stopping before anything was heard lets go of the destination', () => {
  expect(audio.inputs()).toBe(1)
  ambience.stop()
  expect(audio.inputs()).toBe(0)
})

test('every sound can be asked for', async () => {
  ambience.setVolume(1)
  for (const kind of SOUNDSCAPES) {
    await bring(kind)
    expect(heard(kind)).toBeCloseTo(1, 2)
  }
})
