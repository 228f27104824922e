// A lap reaches Web Audio whole, although it goes in pieces.

import { expect, test, vi } from 'vitest'
import { fillBuffer } from '../../../../client/audio/soundscape/fillBuffer.ts'
import { createHandAudio } from '../../../support/handAudio.ts'

test('every sample arrives in its place, and the page may breathe on the way', async () => {
  const { context } = createHandAudio()
  const left = new Float32Array(150_000).map((_, i) => i)
  const right = left.map((value) => -value)
  const other = vi.fn<() => void>()
  setTimeout(other, 0)
  const { channels } = Object.assign({ channels: [] }, await fillBuffer(context, { left, right, sampleRate: 32_000 }))
  expect(other).toHaveBeenCalledTimes(1)
  expect(channels).toEqual([left, right])
})
