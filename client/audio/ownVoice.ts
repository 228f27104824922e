// One's own voice at the device: for one's own light while others hear it, and for "you seem to be talking" while they do not.
// Nothing of it is recorded, kept or sent; it is a number that is forgotten 25 times a second.

import { createSpeechGate, levelOf, smoothLevel } from './level.ts'

/** Of the last two seconds so much must have been speech before we say that somebody seems to be talking. */
const TALKING_MS = 1_000
/** After so much silence we stop saying it. */
const SILENT_MS = 2_500

export interface OwnVoice {
  /** Smoothed, 0–1. */
  level(): number
  speaking(): boolean
  /** Speech went on for a while although nobody hears it. */
  talking(): boolean
  /** `heard`: others hear it now, so that there is nothing to judge. */
  tick(nowMs: number, heard: boolean): void
  close(): void
}

/** Tells long speech from short noises, by time alone. */
export function createTalkingJudge(): (speaking: boolean, nowMs: number) => boolean {
  let talking = false
  let spokenMs = 0
  let lastMs: number | null = null
  let lastSpokeMs = -Infinity
  return (speaking, nowMs) => {
    const stepMs = lastMs === null ? 0 : Math.min(200, nowMs - lastMs)
    lastMs = nowMs
    // A leaky sum: words with pauses between them add up, single sounds drain away.
    spokenMs = speaking ? spokenMs + stepMs : Math.max(0, spokenMs - stepMs)
    if (speaking) lastSpokeMs = nowMs
    if (spokenMs >= TALKING_MS) talking = true
    if (nowMs - lastSpokeMs >= SILENT_MS) {
      talking = false
      spokenMs = 0
    }
    spokenMs = Math.min(spokenMs, 2 * TALKING_MS)
    return talking
  }
}

/** Begins to measure an open device. The track is not stopped by close(). */
export function createOwnVoice(context: AudioContext, track: MediaStreamTrack): OwnVoice {
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) })
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  const samples = new Float32Array(analyser.fftSize)
  const gate = createSpeechGate()
  let judge = createTalkingJudge()
  let level = 0
  let speaking = false
  let talking = false
  source.connect(analyser)
  return {
    level: () => level,
    speaking: () => speaking,
    talking: () => talking,
    tick(nowMs, heard) {
      analyser.getFloatTimeDomainData(samples)
      level = smoothLevel(level, levelOf(samples))
      speaking = gate.hear(level, nowMs)
      if (heard) judge = createTalkingJudge()
      talking = !heard && judge(speaking, nowMs)
    },
    close() {
      source.disconnect()
      analyser.disconnect()
    },
  }
}
