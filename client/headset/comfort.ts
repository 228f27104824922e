// How one is treated in a headset: two sets to begin with, and every part of them one's own choice. Kept on the device alone.

import * as z from 'zod/mini'

/** Degrees of one turn; 0: never turned by a stick. */
export const TURNS = [0, 30, 45] as const
/** Minutes after which a break is thought of; 0: never. */
export const BREAKS = [0, 30, 45, 60] as const
export const DARKEST = 0.4

export const comfortSchema = z.strictObject({
  turn: z.union([z.literal(0), z.literal(30), z.literal(45)]),
  /** The edge of the view closes a little while one is turned. */
  vignette: z.boolean(),
  /** Share of the room's light. */
  brightness: z.number().check(z.gte(DARKEST), z.lte(1)),
  /** What moves by itself stands still, and the light is lower. */
  lowStimulus: z.boolean(),
  breakMinutes: z.union([z.literal(0), z.literal(30), z.literal(45), z.literal(60)]),
  /** The board stands on the left, and the menu comes with the left hand. */
  leftHanded: z.boolean(),
  /** Bare hands may be followed where a device can; some ask for a permission. */
  hands: z.boolean(),
})
export type Comfort = z.infer<typeof comfortSchema>

const OWN = { leftHanded: false, hands: true } as const
export const PRESETS = {
  calm: { turn: 30, vignette: true, brightness: 0.85, lowStimulus: false, breakMinutes: 30, ...OWN },
  standard: { turn: 45, vignette: false, brightness: 1, lowStimulus: false, breakMinutes: 45, ...OWN },
} as const satisfies Readonly<Record<string, Comfort>>
export type Preset = keyof typeof PRESETS

/** The preset that this comfort is, handedness and hands aside; null for one's own mixture. */
export function presetOf(comfort: Comfort): Preset | null {
  const same = (preset: Comfort) => JSON.stringify({ ...preset, ...OWN }) === JSON.stringify({ ...comfort, ...OWN })
  if (same(PRESETS.calm)) return 'calm'
  return same(PRESETS.standard) ? 'standard' : null
}

/** A preset with one's own handedness. */
export function withPreset(preset: Preset, { leftHanded, hands }: Comfort): Comfort {
  return { ...PRESETS[preset], leftHanded, hands }
}

/** The next of some values, round and round. */
export function nextOf<T>(values: readonly T[], value: T): T {
  return values[(values.indexOf(value) + 1) % values.length]!
}

/** How bright the room is drawn, 0–1. */
export function lightOf({ brightness, lowStimulus }: Pick<Comfort, 'brightness' | 'lowStimulus'>): number {
  return brightness * (lowStimulus ? 0.75 : 1)
}
