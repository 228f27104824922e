// How loud a voice is, for a mouth's light and for "who speaks": from samples to 0–1, and from 0–1 to a calm yes or no.

/** Quieter than this is silence, louder is full, in dBFS of one frame's mean. */
const SILENT_DB = -52
const FULL_DB = -16

/** Gives the loudness 0–1 of a frame of samples (−1…1). */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const db = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-12)
  return Math.max(0, Math.min(1, (db - SILENT_DB) / (FULL_DB - SILENT_DB)))
}

/** Rises at once, falls gently: a light that follows syllables without flicker. Step of about 40 ms. */
export function smoothLevel(before: number, now: number): number {
  return before + (now - before) * (now > before ? 0.6 : 0.18)
}

const BEGINS_ABOVE = 0.32
const ENDS_BELOW = 0.18
const BEGINS_AFTER_MS = 80
const ENDS_AFTER_MS = 600

export interface SpeechGate {
  /** Takes the smoothed level at a time; tells whether this counts as speaking. */
  hear(level: number, nowMs: number): boolean
}

/** Creates a gate with hysteresis: a cough does not open it, a breath does not close it. */
export function createSpeechGate(): SpeechGate {
  let speaking = false
  let sinceMs: number | null = null
  return {
    hear(level, nowMs) {
      const otherWay = speaking ? level < ENDS_BELOW : level > BEGINS_ABOVE
      if (!otherWay) sinceMs = null
      else sinceMs ??= nowMs
      if (sinceMs !== null && nowMs - sinceMs >= (speaking ? ENDS_AFTER_MS : BEGINS_AFTER_MS)) {
        speaking = !speaking
        sinceMs = null
      }
      return speaking
    },
  }
}
