// Writes the room sounds and a few murmurs as WAV files, to be heard or looked at, and prints their levels:
// `node assets/sources/sounds/listen.mjs [out folder]`, with Node 24. Nothing here is shipped; browsers compute the same themselves.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMurmur } from '../../../client/audio/murmur.ts'
import { renderSoundscape } from '../../../client/audio/soundscape/renderSoundscape.ts'
import { SOUNDSCAPES } from '../../../client/audio/soundscape/soundscapes.ts'
import { integratedLoudness, momentaryLoudness } from '../../../tests/support/loudness.ts'

const out = process.argv[2] ?? 'data/sounds'
mkdirSync(out, { recursive: true })

/** A 16-bit WAV file, `raise` dB louder than what a browser plays. */
function wav(channels, sampleRate, raise) {
  const frames = channels[0].length
  const bytes = Buffer.alloc(44 + frames * channels.length * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(channels.length, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * channels.length * 2, 28)
  bytes.writeUInt16LE(channels.length * 2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(frames * channels.length * 2, 40)
  const gain = 32767 * 10 ** (raise / 20)
  let at = 44
  for (let i = 0; i < frames; i++) {
    for (const channel of channels) at = bytes.writeInt16LE(Math.round(gain * channel[i]), at)
  }
  return bytes
}

const decibels = (value) => (20 * Math.log10(value)).toFixed(1)

for (const kind of SOUNDSCAPES) {
  const startedAt = performance.now()
  const { left, right, sampleRate } = renderSoundscape(kind, 1)
  const tookMs = Math.round(performance.now() - startedAt)
  const peak = left.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const rms = Math.sqrt(left.reduce((sum, sample) => sum + sample * sample, 0) / left.length)
  const blocks = momentaryLoudness([left, right], sampleRate)
  console.log(
    `${kind.padEnd(7)} ${integratedLoudness([left, right], sampleRate).toFixed(1)} LUFS,`,
    `momentary ${Math.min(...blocks).toFixed(1)} to ${Math.max(...blocks).toFixed(1)},`,
    `rms ${decibels(rms)} dBFS, peak ${decibels(peak)} dBFS, ${tookMs} ms to render`,
  )
  writeFileSync(join(out, `${kind}.wav`), wav([left, right], sampleRate, 18))
}

for (let seed = 1; seed <= 12; seed++) {
  const murmur = createMurmur(seed)
  const { voice } = murmur
  const startedAt = performance.now()
  const { samples, phrases } = murmur.render(12, 24_000)
  const tookMs = Math.round(performance.now() - startedAt)
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  console.log(
    `murmur ${String(seed).padStart(2)} ${integratedLoudness([samples], 24_000).toFixed(1)} LUFS, peak ${decibels(peak)} dBFS,`,
    `${Math.round(voice.pitchHz)} Hz, throat ${voice.tract.toFixed(2)}, ${voice.syllablesPerSecond.toFixed(1)} syllables/s,`,
    `${phrases.length} phrases, ${tookMs} ms to render 12 s`,
  )
  writeFileSync(join(out, `murmur-${seed}.wav`), wav([samples], 24_000, 12))
}
