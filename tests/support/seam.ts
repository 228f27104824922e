// Looks at the place where a loop ends and begins again, and tells whether anything there differs from the rest.

/** How many windows on each side the seam is compared with. */
const NEIGHBOURS = 40
const BANDS = [
  [60, 300],
  [300, 1200],
  [1200, 4000],
  [4000, 11_000],
] as const
const WINDOW_SECONDS = 0.05

/** Level in dB of one band in windows that follow each other: 12 dB per octave at both ends, power in each window. */
export function bandLevels(
  samples: Float32Array,
  sampleRate: number,
  lowHz: number,
  highHz: number,
  windowSeconds: number,
): number[] {
  const [low, high] = [lowHz, highHz].map((hz) => 1 - Math.exp((-2 * Math.PI * hz) / sampleRate))
  const state = { low1: 0, low2: 0, high1: 0, high2: 0 }
  const window = Math.round(windowSeconds * sampleRate)
  const levels: number[] = []
  let power = 0
  for (let i = 0; i < samples.length; i++) {
    state.low1 += low! * (samples[i]! - state.low1)
    const above = samples[i]! - state.low1
    state.low2 += low! * (above - state.low2)
    state.high1 += high! * (above - state.low2 - state.high1)
    state.high2 += high! * (state.high1 - state.high2)
    power += state.high2 * state.high2
    if ((i + 1) % window === 0) {
      levels.push(10 * Math.log10(power / window + 1e-20))
      power = 0
    }
  }
  return levels
}

/** Says what is wrong where the loop joins, or null: a step or kink no larger than elsewhere, every band as loud as beside it. */
export function seamFault(loop: Float32Array, sampleRate: number): string | null {
  const window = Math.round(WINDOW_SECONDS * sampleRate)
  const reach = (NEIGHBOURS + 4) * window
  const around = new Float32Array(2 * reach)
  around.set(loop.subarray(loop.length - reach))
  around.set(loop.subarray(0, reach), reach)

  for (const [name, order] of [
    ['step', 1],
    ['kink', 2],
  ] as const) {
    let [atSeam, elsewhere] = [0, 0]
    for (let i = 2; i < around.length; i++) {
      const change = Math.abs(
        order === 1 ? around[i]! - around[i - 1]! : around[i]! - 2 * around[i - 1]! + around[i - 2]!,
      )
      if (i >= reach && i < reach + order) atSeam = Math.max(atSeam, change)
      else elsewhere = Math.max(elsewhere, change)
    }
    if (atSeam > elsewhere) return `a ${name} of ${atSeam}, elsewhere at most ${elsewhere}`
  }

  for (const [low, high] of BANDS) {
    // The seam is in the middle of a window, the filters' first windows are left out.
    const levels = bandLevels(around.subarray(window / 2), sampleRate, low, high, WINDOW_SECONDS)
    const seam = NEIGHBOURS + 3
    const changes = levels.slice(3).flatMap((value, i) => (i === 0 ? [] : [value - levels[i + 2]!]))
    const at = seam - 3
    const others = changes.filter((_, i) => Math.abs(i - at) > 1).map(Math.abs)
    const usual = Math.sqrt(others.reduce((sum, change) => sum + change * change, 0) / others.length)
    for (const change of [changes[at - 1]!, changes[at]!]) {
      if (Math.abs(change) > 4.5 * usual) return `colour: ${low}–${high} Hz jumps by ${change} dB, usually ${usual}`
    }
  }
  return null
}
