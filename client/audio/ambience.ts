// The sound of the room round the voices: one soundscape at a time, faded in and out, softer while somebody speaks.
// A room that has no sound is a quiet room; nothing here waits for, or is waited for by, a voice.

import { fillBuffer } from './soundscape/fillBuffer.ts'
import type { StereoLap } from './soundscape/lap.ts'
import type { Soundscape } from './soundscape/soundscapes.ts'

export type AmbienceKind = Soundscape | 'none'

export interface AmbienceOptions {
  readonly context: BaseAudioContext
  readonly destination: AudioNode
  readonly load: (kind: Soundscape) => Promise<StereoLap>
  /** A sound is missing or broken: the room is silent until another is asked for or the slider comes back from 0. */
  readonly onTrouble?: (kind: Soundscape, reason: unknown) => void
}

export interface Ambience {
  /** Changes to another sound when it is ready; the old one is heard until then. */
  set(kind: AmbienceKind, options: { readonly fadeSeconds: number }): void
  /** 0–1, as on the slider. At 0 nothing is loaded or played. */
  setVolume(volume: number): void
  /** Somebody speaks, or nobody any more. */
  duck(speaking: boolean): void
  /** Ends every sound within a moment and lets go of the nodes. */
  stop(): void
}

interface Playing {
  readonly kind: Soundscape
  readonly source: AudioBufferSourceNode
  readonly gain: GainNode
}

/** −6 dB. */
const UNDER_SPEECH = 0.5
const DUCK_SECONDS = 0.12
/** Pauses between sentences shorter than this do not bring the room back. */
const HOLD_SECONDS = 0.9
const RETURN_SECONDS = 0.8
const SLIDER_SECONDS = 0.08
/** When the slider wakes the room or silences it. */
const SLIDER_FADE_SECONDS = 1.5
const END_SECONDS = 0.2
/** Keeps a fade of no length from clicking. */
const SHORTEST_FADE_SECONDS = 0.05

/** Creates the room's sound, silent at first: it needs a volume and a kind. */
export function createAmbience({ context, destination, load, onTrouble }: AmbienceOptions): Ambience {
  const slider = context.createGain()
  const ducking = context.createGain()
  slider.gain.value = 0
  slider.connect(ducking).connect(destination)
  const sources = new Set<AudioBufferSourceNode>()
  let wanted: AmbienceKind = 'none'
  let volume = 0
  let ducked = false
  let playing: Playing | null = null
  let pending: { readonly kind: Soundscape } | null = null
  let stopped = false

  /** Moves a gain so that after `seconds` it is there but for a twentieth. */
  function ease(gain: GainNode, value: number, seconds: number) {
    gain.gain.setTargetAtTime(value, context.currentTime, seconds / 3)
  }

  function play(kind: Soundscape, buffer: AudioBuffer): Playing {
    const source = context.createBufferSource()
    const gain = context.createGain()
    gain.gain.value = 0
    source.buffer = buffer
    source.loop = true
    source.connect(gain).connect(slider)
    source.addEventListener('ended', () => {
      sources.delete(source)
      gain.disconnect()
      if (stopped && sources.size === 0) ducking.disconnect()
    })
    source.start()
    sources.add(source)
    return { kind, source, gain }
  }

  function change(next: Playing | null, fadeSeconds: number) {
    const fade = Math.max(SHORTEST_FADE_SECONDS, fadeSeconds)
    if (playing !== null) {
      ease(playing.gain, 0, fade)
      // By then it has fallen by 52 dB, from very little.
      playing.source.stop(context.currentTime + 2 * fade)
    }
    playing = next
    if (next !== null) ease(next.gain, 1, fade)
  }

  /** Makes what is heard equal to what is wanted. */
  async function settle(fadeSeconds: number) {
    const kind = volume > 0 ? wanted : 'none'
    if (kind === pending?.kind) return
    pending = null
    if (kind === (playing?.kind ?? 'none')) return
    if (kind === 'none') return change(null, fadeSeconds)
    const mine = { kind }
    pending = mine
    try {
      const lap = await load(kind)
      if (pending !== mine) return
      const buffer = await fillBuffer(context, lap)
      if (pending === mine) change(play(kind, buffer), fadeSeconds)
    } catch (reason) {
      if (pending !== mine) return
      change(null, fadeSeconds)
      onTrouble?.(kind, reason)
    } finally {
      if (pending === mine) pending = null
    }
  }

  return {
    set(kind, { fadeSeconds }) {
      if (stopped || kind === wanted) return
      wanted = kind
      void settle(fadeSeconds)
    },
    setVolume(value) {
      if (stopped) return
      const woken = value > 0 !== volume > 0
      volume = Math.min(1, Math.max(0, value))
      // Loudness follows the slider more evenly than amplitude would; the middle is −9 dB.
      ease(slider, volume ** 1.5, volume > 0 ? SLIDER_SECONDS : SLIDER_FADE_SECONDS)
      if (woken) void settle(SLIDER_FADE_SECONDS)
    },
    duck(speaking) {
      if (stopped || speaking === ducked) return
      ducked = speaking
      const { gain } = ducking
      gain.cancelScheduledValues(context.currentTime)
      if (speaking) gain.setTargetAtTime(UNDER_SPEECH, context.currentTime, DUCK_SECONDS)
      else gain.setTargetAtTime(1, context.currentTime + HOLD_SECONDS, RETURN_SECONDS)
    },
    stop() {
      stopped = true
      pending = null
      ease(slider, 0, END_SECONDS)
      for (const source of sources) source.stop(context.currentTime + 2 * END_SECONDS)
      if (sources.size === 0) ducking.disconnect()
    },
  }
}
