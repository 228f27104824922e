// The end of every sound's way: one limiter, so that nothing sudden hurts, then the loudspeakers.

export interface Master {
  /** Voices and chimes connect here. */
  readonly input: AudioNode
  /** What the person hears, after the limiter. */
  readonly output: AudioNode
}

/**
 * The compressor makes up for what it takes (Web Audio 1.1, "makeup gain"), which would lift a full-scale square wave to −7.9 dBFS.
 * Taken back so far that it leaves at −18 dBFS; quiet voices are 2.5 dB louder than they came. Measured in Chromium.
 */
const OUTPUT_DB = -10.1

/** Builds the end of the way in this context. */
export function createMaster(context: AudioContext): Master {
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -24,
    knee: 6,
    ratio: 20,
    attack: 0.002,
    release: 0.2,
  })
  const output = new GainNode(context, { gain: 10 ** (OUTPUT_DB / 20) })
  limiter.connect(output).connect(context.destination)
  return { input: limiter, output }
}
