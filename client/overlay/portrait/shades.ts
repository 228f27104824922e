// The tones one portrait is painted with, mixed from its palette: firelight on one side, evening on the other.

import type { Palette } from '#protocol/meeting.ts'
import { PALETTE_COLOURS } from '../../meeting/palettes.ts'

export interface Shades {
  readonly light: string
  readonly body: string
  readonly dark: string
  readonly deep: string
  readonly trim: string
  readonly trimDark: string
  /** Bare face inside a hood. */
  readonly face: string
  readonly rim: string
  /** The cloth of scarf and hat: cool on warm folk, warm on cool ones. */
  readonly cloth: string
  readonly clothDark: string
}

const EVENING = '#241d33'

/** Mixes two sRGB hex colours; `share` (0–1) is how much of the second. */
function mixed(one: string, other: string, share: number): string {
  const channel = (at: number) => {
    const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16))
    return Math.round(a! + (b! - a!) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

function isWarm(hex: string): boolean {
  return Number.parseInt(hex.slice(1, 3), 16) > Number.parseInt(hex.slice(5, 7), 16) + 24
}

/** Lists the tones of a palette. */
export function shadesOf(palette: Palette): Shades {
  const { body, trim, rim } = PALETTE_COLOURS[palette]
  const cloth = isWarm(body) ? '#5b9091' : '#c8785a'
  return {
    light: mixed(body, rim, 0.38),
    body,
    dark: mixed(body, EVENING, 0.34),
    deep: mixed(body, EVENING, 0.62),
    trim,
    trimDark: mixed(trim, EVENING, 0.22),
    face: mixed(mixed(trim, body, 0.3), rim, 0.3),
    rim,
    cloth,
    clothDark: mixed(cloth, EVENING, 0.32),
  }
}
