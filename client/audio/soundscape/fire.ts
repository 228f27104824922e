// A hearth: a low roar that breathes, a little hiss, and small crackles that come in their own time. Nothing in it can startle.

import { between, betweenOctaves, createRandom } from '#protocol/seededRandom.ts'
import { add, createNoise, createWander, filter, level, shape, type Lap, type StereoLap } from './lap.ts'
import { pan, spread, tail } from './place.ts'

const decibels = (value: number) => 10 ** (value / 20)

/** Something small that bursts in the wood: a soft onset, then a ring between noise and tone that dies away. */
function burst(random: () => number, sampleRate: number, hz: number, attack: number, decay: number, tone: number): Lap {
  const samples = new Float32Array(Math.round((attack + 7 * decay) * sampleRate))
  const turn = (2 * Math.PI * hz) / sampleRate
  // A resonator fed with noise is a band of noise around hz; the narrower, the more it rings.
  const radius = Math.exp(-turn * between(random, 0.15, 0.4))
  let [one, two] = [0, 0]
  for (let i = 0; i < samples.length; i++) {
    const seconds = i / sampleRate
    const rise = seconds < attack ? (1 - Math.cos((Math.PI * seconds) / attack)) / 2 : 1
    const fall = seconds < attack ? 1 : Math.exp((attack - seconds) / decay)
    const noise = (2 * random() - 1) * (1 - radius)
    const next = noise + 2 * radius * Math.cos(turn) * one - radius * radius * two
    two = one
    one = next
    samples[i] = rise * fall * (2 * (1 - tone) * next + tone * Math.sin(turn * i * (1 - 0.1 * seconds)))
  }
  return level(samples, 1)
}

/** The wood: many faint ticks, fewer crackles, now and then a low pop; they gather for a while and then leave a rest. */
function wood(random: () => number, length: number, sampleRate: number): StereoLap {
  const dry = { left: new Float32Array(length), right: new Float32Array(length), sampleRate }
  const eagerness = createWander(random, 13)
  function put(part: Lap, gain: number, at: number) {
    const [left, right] = pan(between(random, -0.45, 0.45))
    add(dry.left, part, left * gain, at)
    add(dry.right, part, right * gain, at)
  }
  const seconds = length / sampleRate
  const kinds = [
    { perSecond: 9, lowHz: 1400, highHz: 5200, attack: 0.0006, decay: [0.0008, 0.003], gain: [-26, -10], tone: 0.1 },
    { perSecond: 4.5, lowHz: 700, highHz: 2600, attack: 0.0012, decay: [0.002, 0.007], gain: [-15, 1], tone: 0.25 },
    { perSecond: 0.3, lowHz: 210, highHz: 520, attack: 0.004, decay: [0.009, 0.02], gain: [-11, -3], tone: 0.5 },
  ] as const
  for (const kind of kinds) {
    // Twice too many are drawn, and chance and eagerness take half of them away.
    for (let i = 0; i < 2 * kind.perSecond * seconds; i++) {
      const turn = random()
      if (random() > (1 + eagerness(turn)) / 2) continue
      const hz = betweenOctaves(random, kind.lowHz, kind.highHz)
      const decay = betweenOctaves(random, kind.decay[0], kind.decay[1])
      // The larger the rarer.
      const gain = decibels(kind.gain[0] + (kind.gain[1] - kind.gain[0]) * random() ** 1.6)
      put(burst(random, sampleRate, hz, kind.attack, decay, kind.tone), gain, Math.floor(turn * length))
    }
  }
  const room = tail(dry, { seconds: 0.35, firstSeconds: 0.011, softAboveHz: 3200 })
  add(dry.left, room.left, 0.5)
  add(dry.right, room.right, 0.5)
  return dry
}

/** Renders a fire; the roar has a root mean square of about 1, the caller sets the loudness. */
export function renderFire(seed: number, length: number, sampleRate: number): StereoLap {
  const random = createRandom(seed)
  const seconds = length / sampleRate
  const noise = createNoise(random, length)
  const draught = createWander(random, Math.round(seconds * 0.3))
  const lick = createWander(random, Math.round(seconds * 2.3))
  const flutter = createWander(random, Math.round(seconds * 11))
  function part(low: number, high: number, loudness: number, unrest: number): Lap {
    const lap = filter(noise(), sampleRate, { kind: 'low', hz: high })
    filter(lap, sampleRate, { kind: 'high', hz: low })
    level(lap, decibels(loudness))
    return shape(lap, (turn) => decibels(unrest * (2 * draught(turn) + 2 * lick(turn) + 1.2 * flutter(turn))))
  }
  const roar = part(50, 150, 0, 0.6)
  add(roar, part(140, 420, -5, 1))
  add(roar, part(400, 1100, -17, 1.6))
  add(roar, part(1800, 5200, -31, 2))
  const around = part(60, 260, -4, 0.8)
  add(around, part(300, 1400, -17, 1.4))
  const fire = spread(roar, around, 0.55, sampleRate)
  const crackles = wood(random, length, sampleRate)
  add(fire.left, crackles.left)
  add(fire.right, crackles.right)
  return fire
}
