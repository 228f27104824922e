// What a test browser's microphone hears, as a WAV file that Chromium plays in a loop: somebody saying syllables in a tone of their
// own, or a steady tone. Syllables are for pages as they are, whose noise suppression takes what never pauses for noise.

import { writeFileSync } from 'node:fs'
import { SPOKEN } from './tone.ts'

const RATE_HZ = 48_000
const SYLLABLE_S = 0.24
const PAUSE_S = 0.1
const SYLLABLES = 50
const HEADER_BYTES = 44

export type Speech = 'syllables' | 'steady' | 'silence'

/** Writes 17 seconds of speech, mono, 16 bit, 48 kHz, that repeat without a click when `hz` is a multiple of 50. */
export function writeSpeech(path: string, hz: number, speech: Speech): void {
  const period = Math.round((SYLLABLE_S + PAUSE_S) * RATE_HZ)
  const sounding = Math.round(SYLLABLE_S * RATE_HZ)
  const bytes = Buffer.alloc(HEADER_BYTES + period * SYLLABLES * 2)
  writeHeader(bytes)
  for (let i = 0; i < period * SYLLABLES; i++) {
    const inSyllable = i % period
    const swell = inSyllable < sounding ? Math.sin((Math.PI * inSyllable) / sounding) : 0
    const strength = { syllables: swell * 2, steady: 1, silence: 0 }[speech] * SPOKEN
    bytes.writeInt16LE(Math.round(Math.sin((2 * Math.PI * hz * i) / RATE_HZ) * strength * 32767), HEADER_BYTES + i * 2)
  }
  writeFileSync(path, bytes)
}

function writeHeader(bytes: Buffer): void {
  bytes.write('RIFF', 0, 'ascii')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'ascii')
  bytes.writeUInt32LE(16, 16) // length of the format part
  bytes.writeUInt16LE(1, 20) // PCM
  bytes.writeUInt16LE(1, 22) // channels
  bytes.writeUInt32LE(RATE_HZ, 24)
  bytes.writeUInt32LE(RATE_HZ * 2, 28) // bytes per second
  bytes.writeUInt16LE(2, 32) // bytes per sample
  bytes.writeUInt16LE(16, 34) // bits per sample
  bytes.write('data', 36, 'ascii')
  bytes.writeUInt32LE(bytes.length - HEADER_BYTES, 40)
}
