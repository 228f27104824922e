// Puts laps of noise and small sounds into the space between two ears: how wide, from which side, in which room.

import type { Lap, StereoLap } from './lap.ts'

const TAIL_WARM_UP_SECONDS = 1.5
/** Mutually prime-ish lengths, so that the echoes do not fall together into a pitch. */
const TAIL_DELAYS = [1, 1.297, 1.613, 1.931]

/** Joins two independent laps to a stereo one: `width` 0 is a point in the middle, 1 is all around. Equal loudness on both sides. */
export function spread(middle: Lap, side: Lap, width: number, sampleRate: number): StereoLap {
  const sides = Math.SQRT1_2 * width
  const centre = Math.sqrt(1 - sides * sides)
  const left = new Float32Array(middle.length)
  const right = new Float32Array(middle.length)
  for (let i = 0; i < middle.length; i++) {
    left[i] = centre * middle[i]! + sides * side[i]!
    right[i] = centre * middle[i]! - sides * side[i]!
  }
  return { left, right, sampleRate }
}

/** Lets each ear hear `share` of what the other hears, in place: headphones would otherwise put one world beside each ear. */
export function drawTogether({ left, right }: StereoLap, share: number): void {
  for (let i = 0; i < left.length; i++) {
    const [l, r] = [left[i]!, right[i]!]
    left[i] = l + share * r
    right[i] = r + share * l
  }
}

/** Tells how loud a sound at `side` (−1 left, 1 right) is in the left and right ear; their powers add to 1. */
export function pan(side: number): readonly [left: number, right: number] {
  const angle = ((side + 1) * Math.PI) / 4
  return [Math.cos(angle), Math.sin(angle)]
}

export interface TailSettings {
  /** Until it has fallen by 60 dB; at most 1.2 s. */
  readonly seconds: number
  /** The shortest way of an echo. */
  readonly firstSeconds: number
  /** Walls and air take what is above. */
  readonly softAboveHz: number
}

/**
 * Computes what walls, trunks or dunes give back of a sound: four delays that feed each other through a
 * Householder matrix (J. Stautner and M. Puckette, "Designing multi-channel reverberators", 1982), going round with the lap.
 */
export function tail({ left, right, sampleRate }: StereoLap, settings: TailSettings): StereoLap {
  const length = left.length
  const lines = TAIL_DELAYS.map((ratio) => new Float32Array(Math.round(ratio * settings.firstSeconds * sampleRate)))
  const decays = lines.map((line) => 10 ** ((-3 * line.length) / (settings.seconds * sampleRate)))
  const softness = Math.exp((-2 * Math.PI * settings.softAboveHz) / sampleRate)
  const out = { left: new Float32Array(length), right: new Float32Array(length), sampleRate }
  const heads = new Int32Array(4)
  const soft = new Float64Array(4)
  const warmUp = Math.min(length, Math.round(TAIL_WARM_UP_SECONDS * sampleRate))
  for (let n = -warmUp; n < length; n++) {
    const i = n < 0 ? n + length : n
    let sum = 0
    for (let k = 0; k < 4; k++) {
      const heard = lines[k]![heads[k]!]! * decays[k]!
      soft[k] = heard + softness * (soft[k]! - heard)
      sum += soft[k]!
    }
    for (let k = 0; k < 4; k++) {
      lines[k]![heads[k]!] = soft[k]! - sum / 2 + (k % 2 === 0 ? left[i]! : right[i]!)
      heads[k] = heads[k]! + 1 === lines[k]!.length ? 0 : heads[k]! + 1
    }
    if (n >= 0) {
      out.left[i] = (soft[0]! + soft[2]!) / 2
      out.right[i] = (soft[1]! + soft[3]!) / 2
    }
  }
  return out
}
