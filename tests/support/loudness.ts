// Measures how loud people hear something: ITU-R BS.1770-4, K-weighting and gating, at any sample rate.

type Channel = Float32Array

interface Biquad {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

/** The two filters of BS.1770 rebuilt for a sample rate from their analogue parameters, as libebur128 does. */
function weighting(sampleRate: number): readonly [Biquad, Biquad] {
  const shelfK = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const shelfQ = 0.7071752369554196
  const high = 10 ** (3.999843853973347 / 20)
  const band = high ** 0.4996667741545416
  const shelf0 = 1 + shelfK / shelfQ + shelfK * shelfK
  const passK = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const passQ = 0.5003270373238773
  const pass0 = 1 + passK / passQ + passK * passK
  return [
    {
      b: [
        (high + (band * shelfK) / shelfQ + shelfK * shelfK) / shelf0,
        (2 * (shelfK * shelfK - high)) / shelf0,
        (high - (band * shelfK) / shelfQ + shelfK * shelfK) / shelf0,
      ],
      a: [(2 * (shelfK * shelfK - 1)) / shelf0, (1 - shelfK / shelfQ + shelfK * shelfK) / shelf0],
    },
    { b: [1, -2, 1], a: [(2 * (passK * passK - 1)) / pass0, (1 - passK / passQ + passK * passK) / pass0] },
  ]
}

/** Filters a channel as the ear weighs it. */
export function kWeighted(channel: Channel, sampleRate: number): Float64Array {
  const out = Float64Array.from(channel)
  for (const { b, a } of weighting(sampleRate)) {
    let [x1, x2, y1, y2] = [0, 0, 0, 0]
    for (let i = 0; i < out.length; i++) {
      const x = out[i]!
      const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2
      x2 = x1
      x1 = x
      y2 = y1
      y1 = y
      out[i] = y
    }
  }
  return out
}

/** Loudness in LUFS of each 400 ms block, one every 100 ms. */
export function momentaryLoudness(channels: readonly Channel[], sampleRate: number): number[] {
  const weighted = channels.map((channel) => kWeighted(channel, sampleRate))
  const block = Math.round(0.4 * sampleRate)
  const hop = Math.round(0.1 * sampleRate)
  const blocks: number[] = []
  for (let from = 0; from + block <= weighted[0]!.length; from += hop) {
    let power = 0
    for (const channel of weighted) {
      for (let i = from; i < from + block; i++) power += channel[i]! ** 2
    }
    blocks.push(-0.691 + 10 * Math.log10(power / block + 1e-15))
  }
  return blocks
}

function mean(blocks: readonly number[]): number {
  const power = blocks.reduce((sum, block) => sum + 10 ** ((block + 0.691) / 10), 0) / blocks.length
  return -0.691 + 10 * Math.log10(power)
}

/** Integrated loudness in LUFS, gated at −70 LUFS and at 10 LU below the rest. */
export function integratedLoudness(channels: readonly Channel[], sampleRate: number): number {
  const audible = momentaryLoudness(channels, sampleRate).filter((block) => block > -70)
  if (audible.length === 0) return -Infinity
  const gate = mean(audible) - 10
  return mean(audible.filter((block) => block > gate))
}
