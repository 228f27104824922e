// A forest at night: air that moves through the crowns from one side to the other, the rustle of single leaves in it, and at
// long intervals a cricket far away.

import { between, createRandom } from '#protocol/seededRandom.ts'
import { add, createNoise, createWander, filter, level, shape, type Lap, type Slow, type StereoLap } from './lap.ts'
import { drawTogether, pan, tail } from './place.ts'

/** A gust needs this long from the left ear's trees to the right ear's. */
const PASSING_SECONDS = 1.3

/** Many small touches of leaf on leaf: noise whose loudness is itself restless, up to 30 times a second. */
function rustle(noise: () => Lap, sampleRate: number): Lap {
  const lap = filter(noise(), sampleRate, { kind: 'high', hz: 1500 })
  filter(lap, sampleRate, { kind: 'low', hz: 4200 })
  const touches = level(filter(noise(), sampleRate, { kind: 'low', hz: 30 }), 1)
  for (let i = 0; i < lap.length; i++) lap[i]! *= 0.6 + 0.4 * Math.min(5, touches[i]! * touches[i]!)
  return level(lap, 1)
}

/** One cricket's verse: chirps of three or four pulses, about two a second, rising and sinking in loudness as a whole. */
function verse(random: () => number, sampleRate: number, hz: number): Lap {
  const chirps = Math.round(between(random, 4, 8))
  const every = between(random, 0.46, 0.58)
  const pulse = between(random, 0.03, 0.036)
  const samples = new Float32Array(Math.round((chirps * every + 0.2) * sampleRate))
  for (let chirp = 0; chirp < chirps; chirp++) {
    const whole = Math.sin((Math.PI * (chirp + 0.7)) / (chirps + 0.4))
    const pulses = random() < 0.6 ? 3 : 4
    const start = (chirp * every + between(random, 0, 0.02)) * sampleRate
    for (let n = 0; n < pulses; n++) {
      const width = Math.round(0.6 * pulse * sampleRate)
      const from = Math.round(start + n * pulse * sampleRate)
      for (let i = 0; i < width; i++) {
        const bell = Math.sin((Math.PI * i) / width) ** 2
        const glide = 1 - (0.012 * i) / width
        samples[from + i] = whole * (0.6 + 0.15 * n) * bell * Math.sin((2 * Math.PI * hz * glide * i) / sampleRate)
      }
    }
  }
  return samples
}

/** Two crickets behind the trees; what is heard of them is mostly what the trunks give back. */
function crickets(random: () => number, length: number, sampleRate: number): StereoLap {
  const near = { left: new Float32Array(length), right: new Float32Array(length), sampleRate }
  for (const [hz, side, offset] of [
    [3650, -0.7, 0.06],
    [4080, 0.75, 0.55],
  ] as const) {
    for (let verses = 0; verses < 2; verses++) {
      const turn = offset + verses * between(random, 0.19, 0.25)
      const [left, right] = pan(side)
      const song = verse(random, sampleRate, hz)
      add(near.left, song, left, Math.floor(turn * length))
      add(near.right, song, right, Math.floor(turn * length))
    }
  }
  const far = tail(near, { seconds: 0.9, firstSeconds: 0.031, softAboveHz: 3000 })
  add(far.left, near.left, 0.25)
  add(far.right, near.right, 0.25)
  return far
}

/** Renders the forest; its root mean square is about 1, the caller sets the loudness. */
export function renderLeaves(seed: number, length: number, sampleRate: number): StereoLap {
  const random = createRandom(seed)
  const seconds = length / sampleRate
  const noise = createNoise(random, length)
  const weather = createWander(random, Math.round(seconds / 9))
  const gusts = createWander(random, Math.round(seconds / 2.6))
  const stir = createWander(random, Math.round(seconds * 1.4))
  const forest = { left: new Float32Array(length), right: new Float32Array(length), sampleRate }
  for (const ear of ['left', 'right'] as const) {
    const later = ear === 'left' ? 0 : PASSING_SECONDS / seconds
    const wind: Slow = (turn) => {
      const here = (turn + 1 - later) % 1
      return 0.55 * weather(here) + 0.35 * gusts(here) + 0.1 * stir(here)
    }
    const crowns = filter(noise(), sampleRate, { kind: 'high', hz: 170 })
    filter(crowns, sampleRate, { kind: 'low', hz: (turn) => 620 * 2 ** (0.9 * wind(turn)) })
    shape(level(crowns, 0.8), (turn) => 10 ** (0.28 * wind(turn)))
    const leaves = shape(rustle(noise, sampleRate), (turn) => 0.13 * 10 ** (0.5 * wind(turn)))
    const far = filter(noise(), sampleRate, { kind: 'low', hz: 260 })
    level(filter(far, sampleRate, { kind: 'high', hz: 70 }), 0.5)
    for (const part of [crowns, leaves, far]) add(forest[ear], part)
  }
  const song = crickets(random, length, sampleRate)
  add(forest.left, song.left, 1.6)
  add(forest.right, song.right, 1.6)
  drawTogether(forest, 0.3)
  return forest
}
