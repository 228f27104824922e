// What an ear notices of a voice: how high it is, how bright, and how often it opens and closes.

const FRAME_SECONDS = 0.05
const LOWEST_HZ = 70
const HIGHEST_HZ = 400

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Pitch in Hz of one frame by autocorrelation; null where there is no voice. */
function pitchOf(samples: Float32Array, from: number, length: number, sampleRate: number): number | null {
  const shortest = Math.floor(sampleRate / HIGHEST_HZ)
  const longest = Math.ceil(sampleRate / LOWEST_HZ)
  if (from + length + longest + 1 > samples.length) return null
  const likeness = (lag: number) => {
    let [together, here, there] = [0, 0, 0]
    for (let i = from; i < from + length; i++) {
      together += samples[i]! * samples[i + lag]!
      here += samples[i]! ** 2
      there += samples[i + lag]! ** 2
    }
    return together / Math.sqrt(here * there + 1e-20)
  }
  const all = Array.from({ length: longest - shortest + 1 }, (_, i) => likeness(shortest + i))
  const best = Math.max(...all)
  if (best < 0.75) return null
  // Two periods are as like as one: the first that is nearly as good is the period.
  const lag = all.findIndex(
    (value, i) => value > 0.93 * best && value >= (all[i - 1] ?? -1) && value >= (all[i + 1] ?? -1),
  )
  return lag < 0 ? null : sampleRate / (shortest + lag)
}

/** The middle of all pitches in Hz; frames softer than a tenth of the loudest are left out. */
export function medianPitch(samples: Float32Array, sampleRate: number): number {
  const length = Math.round(FRAME_SECONDS * sampleRate)
  const loud = 0.1 * samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const pitches: number[] = []
  for (let from = 0; from + length <= samples.length; from += length) {
    if (!samples.subarray(from, from + length).some((sample) => Math.abs(sample) > loud)) continue
    const pitch = pitchOf(samples, from, length, sampleRate)
    if (pitch !== null) pitches.push(pitch)
  }
  return median(pitches)
}

/**
 * The centre of the spectrum in Hz, by power. From the slope of the wave: the mean square of a derivative is the mean of the
 * squared frequency (Parseval), so no transform is needed.
 */
export function spectralCentre(samples: Float32Array, sampleRate: number): number {
  let [slope, power] = [0, 0]
  for (let i = 1; i < samples.length; i++) {
    slope += (samples[i]! - samples[i - 1]!) ** 2
    power += samples[i]! ** 2
  }
  return (Math.sqrt(slope / power) * sampleRate) / (2 * Math.PI)
}

/** How strongly the loudness of a voice moves at each rate in Hz: power, for every rate asked. */
export function modulation(samples: Float32Array, sampleRate: number, ratesHz: readonly number[]): number[] {
  const step = Math.round(0.02 * sampleRate)
  const envelope: number[] = []
  for (let from = 0; from + step <= samples.length; from += step) {
    let power = 0
    for (let i = from; i < from + step; i++) power += samples[i]! ** 2
    envelope.push(Math.sqrt(power / step))
  }
  const mean = envelope.reduce((sum, value) => sum + value, 0) / envelope.length
  return ratesHz.map((rate) => {
    let [real, imaginary] = [0, 0]
    for (const [i, value] of envelope.entries()) {
      const window = Math.sin((Math.PI * (i + 0.5)) / envelope.length) ** 2
      const turn = 2 * Math.PI * rate * i * (step / sampleRate)
      real += window * (value - mean) * Math.cos(turn)
      imaginary += window * (value - mean) * Math.sin(turn)
    }
    return real * real + imaginary * imaginary
  })
}
