// A throat: pulses of air, coloured by four resonances that move. After D. H. Klatt, "Software for a cascade/parallel formant
// synthesizer" (1980), the parallel kind, with the soft pulse of A. E. Rosenberg (1971).

/** What a throat does for the next few samples. */
export interface Gesture {
  readonly pitchHz: number
  /** 0–1. */
  readonly loudness: number
  /** Hz, the first three; the fourth stays where it is. */
  readonly formants: readonly number[]
}

export interface ThroatSettings {
  readonly sampleRate: number
  /** Length, 1 for a middle one. */
  readonly tract: number
  /** 0–1. */
  readonly breath: number
  readonly softAboveHz: number
  /** Factor of the upper resonances. */
  readonly clarity: number
}

const BANDWIDTHS = [85, 120, 180, 280]
/** How strong each resonance is; neighbours have opposite signs, or they would cancel each other half-way between. */
const STRENGTHS = [1, -4, 3, -1.8]
const FOURTH_HZ = 3400
/** Part of each period in which air flows, and part of that in which it grows. */
const OPEN = 0.68
const GROWING = 0.64
/** Nothing below is voice. */
const LOWEST_HZ = 70

/** Air through the glottis at a phase of its period, 0–1. */
function flow(phase: number): number {
  const peak = OPEN * GROWING
  if (phase < peak) return (1 - Math.cos((Math.PI * phase) / peak)) / 2
  if (phase < OPEN) return Math.cos((Math.PI * (phase - peak)) / (2 * (OPEN - peak)))
  return 0
}

/** Creates a throat at rest; each call of the returned function writes samples `from`–`to` of `out` in one gesture. */
export function createThroat(
  random: () => number,
  { sampleRate, tract, breath, softAboveHz, clarity }: ThroatSettings,
) {
  const softness = Math.exp((-2 * Math.PI * softAboveHz) / sampleRate)
  const lowest = 1 - Math.exp((-2 * Math.PI * LOWEST_HZ) / sampleRate)
  const last = new Float64Array(4)
  const beforeLast = new Float64Array(4)
  const near = new Float64Array(4)
  const strengths = STRENGTHS.map((strength, k) => (k === 0 ? strength : clarity * strength))
  const far = BANDWIDTHS.map((hz) => -Math.exp((-2 * Math.PI * hz) / sampleRate))
  let [phase, lastFlow, stray, soft, below, heldLoudness, source1, source2] = [0, 0, 1, 0, 0, 0, 0, 0]

  return (out: Float32Array, from: number, to: number, { pitchHz, loudness, formants }: Gesture) => {
    for (let k = 0; k < 4; k++) {
      const hz = Math.min((formants[k] ?? FOURTH_HZ) / tract, 0.45 * sampleRate)
      near[k] = 2 * Math.sqrt(-far[k]!) * Math.cos((2 * Math.PI * hz) / sampleRate)
    }
    const louder = (loudness - heldLoudness) / (to - from)
    for (let i = from; i < to; i++) {
      heldLoudness += louder
      phase += (pitchHz * stray) / sampleRate
      if (phase >= 1) {
        phase -= 1
        // No throat keeps time to the microsecond.
        stray = 1 + 0.012 * (random() - 0.5)
      }
      const air = flow(phase)
      // The slope of the flow is what leaves the lips; per period, so that high voices are not louder.
      const slope = ((air - lastFlow) * sampleRate) / pitchHz
      lastFlow = air
      const source = heldLoudness * (slope + 1.2 * breath * (0.15 + air) * (2 * random() - 1))
      let sum = 0
      for (let k = 0; k < 4; k++) {
        // The first lets through what is below it, as an open throat does; the others are bands with the gain 1.
        const input = k === 0 ? (1 - near[0]! - far[0]!) * source : ((1 + far[k]!) / 2) * (source - source2)
        const next = input + near[k]! * last[k]! + far[k]! * beforeLast[k]!
        beforeLast[k] = last[k]!
        last[k] = next
        sum += strengths[k]! * next
      }
      source2 = source1
      source1 = source
      soft = sum + softness * (soft - sum)
      below += lowest * (soft - below)
      out[i] = soft - below
    }
  }
}
