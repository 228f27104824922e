// Four small sounds of one wooden bowl: soft attack, under a second, each with its own contour. Made here, so there is no file
// to fetch; quieter than speech.

import type { Chime } from './sound.ts'

interface Strike {
  /** Seconds after the beginning. */
  readonly at: number
  readonly hz: number
}

/** A wooden bowl's partials: its note, a flat tenth and a little of the shell. Ratio, loudness, and how fast each fades. */
const PARTIALS = [
  { ratio: 1, gain: 1, fadeS: 0.17 },
  { ratio: 2.76, gain: 0.28, fadeS: 0.1 },
  { ratio: 5.4, gain: 0.07, fadeS: 0.045 },
] as const

const CONTOURS: Readonly<Record<Chime, readonly Strike[]>> = {
  'your-turn': [
    { at: 0, hz: 392 },
    { at: 0.16, hz: 523.25 },
  ],
  'time-near': [
    { at: 0, hz: 440 },
    { at: 0.22, hz: 440 },
  ],
  door: [
    { at: 0, hz: 329.63 },
    { at: 0.1, hz: 329.63 },
  ],
  joined: [{ at: 0, hz: 293.66 }],
}

const PEAK = 0.045
const ATTACK_S = 0.006
/** A chime's length in seconds, from its first strike to silence. */
const CHIME_SECONDS = 0.95

/** Plays a chime now. */
export function playChime(context: BaseAudioContext, output: AudioNode, chime: Chime): void {
  const start = context.currentTime + 0.01
  for (const strike of CONTOURS[chime]) {
    for (const { ratio, gain, fadeS } of PARTIALS) {
      const tone = new OscillatorNode(context, { frequency: strike.hz * ratio })
      const envelope = new GainNode(context, { gain: 0 })
      const begin = start + strike.at
      envelope.gain.setValueAtTime(0, begin)
      envelope.gain.linearRampToValueAtTime(PEAK * gain, begin + ATTACK_S)
      envelope.gain.setTargetAtTime(0, begin + ATTACK_S, fadeS)
      tone.connect(envelope).connect(output)
      tone.start(begin)
      tone.stop(start + CHIME_SECONDS)
      tone.addEventListener('ended', () => envelope.disconnect())
    }
  }
}
