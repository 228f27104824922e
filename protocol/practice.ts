// A practice circle: company that is simulated and says so. What one can practise, the request that begins it, and what the trainee's
// page is told while it runs. The scenario files behind it are scenario.ts, which only the server reads.

import * as z from 'zod/mini'
import { GESTURES } from './signals.ts'
import { identitySchema } from './identity.ts'
import { avatarSchema } from './meeting.ts'

/** Ends the name of everybody who is simulated, wherever names are read: lists, tags, the door, announcements, a headset. */
export const SIMULATED_MARK = ' (simulated)'
export const TRAINEE_ROLES = ['member', 'facilitator', 'co-facilitator'] as const

/** What the trainee's page waits for before the guide goes on; `seconds` is a time alone. */
const GUIDE_WAITS = [
  'seconds',
  'look',
  'microphone',
  'hand',
  'turn',
  'pass',
  'rest',
  'return',
  'gesture',
  'help',
] as const

/** Short, of small letters, digits and hyphens. */
export const keySchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,19}$/))
export const sentenceSchema = z.string().check(z.minLength(1), z.maxLength(240))

export const guideStepSchema = z.strictObject({
  say: sentenceSchema,
  until: z.enum(GUIDE_WAITS),
  /** How long the sentence stays at least, and how long the page waits at most where something else is awaited. */
  seconds: z.number().check(z.gte(2), z.lte(120)),
})

const choiceSchema = z.strictObject({
  id: keySchema,
  title: z.string(),
  about: z.string(),
  role: z.enum(TRAINEE_ROLES),
  minutes: z.number(),
})
export type PracticeChoice = z.infer<typeof choiceSchema>

const scenarioHeadSchema = z.strictObject({
  id: keySchema,
  title: z.string(),
  about: z.string(),
  role: z.enum(TRAINEE_ROLES),
  helps: z.array(z.string()),
  guide: z.array(guideStepSchema),
})

/** GET /api/practice → what one can practise; for sessions that came in by the practice link. */
export const practicesResponse = z.strictObject({
  scenarios: z.array(choiceSchema),
})

/** POST /api/practice → Me: the trainee sits. The same seed is the same company doing the same; without one it is drawn. */
export const practiceRequest = z.strictObject({
  scenario: keySchema,
  seed: z.optional(z.int().check(z.gte(0), z.lte(0xffff_ffff))),
  name: z.string().check(z.minLength(1), z.maxLength(48)),
  avatar: avatarSchema,
})
/** DELETE /api/practice → Me: it is over, and the look back stands in the personal stream. */

/** Something that is being said; the murmur is made in the browser, the caption shown along. */
export const speechSchema = z.strictObject({
  id: z.int(),
  identity: identitySchema,
  caption: z.string(),
  /** Server clock, ms. */
  startsAt: z.number(),
  seconds: z.number(),
})
export type Speech = z.infer<typeof speechSchema>

export const practiceViewSchema = z.strictObject({
  scenario: scenarioHeadSchema,
  seed: z.int(),
  startedAt: z.number(),
  /** Everybody simulated who has a chair, and the seed of their voice and of how they move. */
  cast: z.array(z.strictObject({ identity: identitySchema, voice: z.int() })),
  speeches: z.array(speechSchema),
  /** The newest, `id` growing. */
  gesture: z.nullable(z.strictObject({ id: z.int(), identity: identitySchema, gesture: z.enum(GESTURES) })),
  /** A kind, concrete look back, once it is over; never a score. */
  lookBack: z.nullable(z.array(z.strictObject({ text: z.string(), done: z.boolean() }))),
})
export type PracticeView = z.infer<typeof practiceViewSchema>
