// Colours that people tell each other apart by must stay legible: dark eyes on every body, and no two bodies alike.

import { expect, test } from 'vitest'
import { PALETTES } from '#protocol/meeting.ts'
import { PALETTE_COLOURS } from '../../../client/meeting/palettes.ts'

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

test('dark eyes have a contrast of at least 3:1 on every body', () => {
  const eye = luminance('#1c2228')
  for (const palette of PALETTES) {
    const ratio = (luminance(PALETTE_COLOURS[palette].body) + 0.05) / (eye + 0.05)
    expect(ratio, palette).toBeGreaterThanOrEqual(3)
  }
})

test('no two palettes have bodies that could be taken for one another', () => {
  for (const [i, one] of PALETTES.entries()) {
    for (const other of PALETTES.slice(i + 1)) {
      const [a, b] = [channels(PALETTE_COLOURS[one].body), channels(PALETTE_COLOURS[other].body)]
      const distance = Math.hypot(...a.map((value, at) => (value - b[at]!) * 255))
      expect(distance, `${one} and ${other}`).toBeGreaterThan(24)
    }
  }
})
