// What a room's JSON says beside its model: light, fire, sky. Unknown keys are left alone, so that rooms may say more one day.

import * as z from 'zod/mini'

const rgb = z.tuple([z.number(), z.number(), z.number()])
const hex = z.string().check(z.regex(/^#[0-9a-f]{6}$/))

export const roomFactsSchema = z.object({
  /** Flames, metres; the first one lights people. */
  fire: z.array(z.object({ x: z.number(), y: z.number(), z: z.number(), radius: z.number(), height: z.number() })),
  sky: z.object({
    zenith: hex,
    horizon: hex,
    ground: hex,
    stars: z.boolean(),
    /** Direction to the moon and its angular radius, radians. */
    moon: z.optional(z.object({ direction: rgb, size: z.number() })),
    /** What the sun left: mixed in by max(0, cos angle)^sharpness; flatness squeezes it towards the horizon, 1 when not said. */
    glow: z.optional(
      z.object({ direction: rgb, colour: hex, sharpness: z.number(), flatness: z.optional(z.number()) }),
    ),
    /** Thin clouds low over the horizon, of this colour. */
    clouds: z.optional(hex),
  }),
  probe: z.object({ full: z.array(z.number()).check(z.length(27)) }),
  /** Linear RGB that the room's light is multiplied with when it is dimmed. */
  dim: rgb,
  /** Linear RGB by which a chair's neutral texture is multiplied. */
  tint: z.object({ full: rgb }),
  /** Where candle, tissues and piece stand; a low table in the middle when nothing is said. */
  table: z.optional(z.object({ x: z.number(), y: z.number(), z: z.number(), radius: z.number() })),
  /** Waves of node `sea`: height at rest, swell and length in metres, period in seconds. */
  sea: z.optional(z.object({ y: z.number(), swell: z.number(), length: z.number(), period: z.number() })),
  /** How many fireflies wander between the chairs and the edge. */
  fireflies: z.optional(z.int()),
  /** How many motes of dust drift in the sun. */
  motes: z.optional(z.int()),
})
export type RoomFacts = z.infer<typeof roomFactsSchema>

export interface Table {
  readonly x: number
  /** Height of its top, metres. */
  readonly y: number
  readonly z: number
  readonly radius: number
  /** We bring a stump to stand things on. */
  readonly stump: boolean
}

/** Where things stand: on the room's table, on the usual one, or on a stump beside a fire in the middle. */
export function tableOf({ table, fire }: RoomFacts): Table {
  if (table) return { ...table, stump: false }
  const [first] = fire
  if (!first || Math.hypot(first.x, first.z) > 1) return { x: 0, y: 0.38, z: 0, radius: 0.3, stump: false }
  return { x: 0.62, y: 0.284, z: -0.5, radius: 0.17, stump: true }
}
