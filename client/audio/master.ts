// The end of every sound's way: one limiter, so that nothing sudden hurts, then the loudspeakers.

export interface Master {
  /** Voices and chimes connect here. */
  readonly input: AudioNode
  /** What the person hears, after the limiter. */
  readonly output: AudioNode
}

/**
 * The compressor makes up for what it takes, by (1 / gain at full scale) ^ 0.6 (Web Audio 1.1, "makeup gain"): 13.7 dB at
 * −24 dB and 20:1. Taken back here, so that quiet voices pass as they are and a full-scale square wave leaves at −22.8 dBFS + knee.
 */
const MAKEUP_DB = 13.7

/** Builds the end of the way in this context. */
export function createMaster(context: AudioContext): Master {
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -24,
    knee: 6,
    ratio: 20,
    attack: 0.002,
    release: 0.2,
  })
  const output = new GainNode(context, { gain: 10 ** (-MAKEUP_DB / 20) })
  limiter.connect(output).connect(context.destination)
  return { input: limiter, output }
}
