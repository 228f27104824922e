// Everybody in a test speaks in a tone of their own, so that samples tell who is heard. Tones are 100 Hz apart: in 20 ms of sound
// a neighbour's tone measures a hundredth of its strength, and what a codec adds stays far below HEARD.

/** Peak of a spoken tone, of full scale. */
export const SPOKEN = 0.25
/** Less than this, of full scale, is silence. */
export const HEARD = 0.05

/** The tone of the n-th person, Hz; there are ten. */
export function toneOf(person: number): number {
  if (person < 0 || person > 9) throw new RangeError('ten tones are told apart, 0 to 9')
  return 500 + person * 100
}

/** Makes a source of a steady tone: each call gives the next `length` samples, 16 bit, without a break in phase. */
export function createTone(hz: number, sampleRate: number): (length: number) => Int16Array {
  let at = 0
  return (length) => {
    const samples = new Int16Array(length)
    for (let i = 0; i < length; i++) {
      samples[i] = Math.round(Math.sin((2 * Math.PI * hz * at) / sampleRate) * SPOKEN * 32767)
      at = (at + 1) % sampleRate
    }
    return samples
  }
}

/**
 * Measures how much of one tone is in some samples: its amplitude, of full scale (Goertzel's algorithm under a Hann window).
 */
export function amplitudeOf(hz: number, samples: Int16Array, sampleRate: number): number {
  const n = samples.length
  const turn = (2 * Math.PI * hz) / sampleRate
  const coefficient = 2 * Math.cos(turn)
  let before = 0
  let last = 0
  for (let i = 0; i < n; i++) {
    const windowed = ((samples[i] ?? 0) / 32768) * (1 - Math.cos((2 * Math.PI * i) / (n - 1)))
    const next = windowed + coefficient * last - before
    before = last
    last = next
  }
  const power = last * last + before * before - coefficient * last * before
  return (2 * Math.sqrt(Math.max(0, power))) / n
}
