// A scenario: who is there, how they behave, what happens, what helps, and what is looked back on. Whatever a simulated member does is
// a command like everybody's, under the same rules.

import * as z from 'zod/mini'
import { GESTURES } from './signals.ts'
import { avatarSchema, ENVIRONMENTS, FLOOR_MODES } from './meeting.ts'
import { guideStepSchema, keySchema, sentenceSchema, TRAINEE_ROLES } from './practice.ts'
import { ROLES } from './roles.ts'

/** A first name must leave room for the mark. */
const FIRST_NAME_LENGTH = 12
const MAX_CAST = 49
const SCENARIO_VERSION = 1

/**
 * How somebody behaves when nothing special is written for them. shares: says a line when it is their turn, and passes · quiet: passes
 * without a word · long: goes on and on · interrupts: speaks while others do · shouts: never stops while they may be heard ·
 * weeps: says a line, needs time, says another.
 */
export const MANNERS = ['shares', 'quiet', 'long', 'interrupts', 'shouts', 'weeps'] as const
export type Manner = (typeof MANNERS)[number]

export const DEEDS = [
  'knock',
  'leave',
  'drop',
  'come-back',
  'say',
  'gesture',
  'raise-hand',
  'lower-hand',
  'pass',
  'rest',
  'return',
  'set-floor',
  'hand-piece',
  'call',
  'hush',
  'unhush',
] as const
export type Deed = (typeof DEEDS)[number]

/** What the trainee does that a look back may ask about. */
export const WATCHED = [
  'open-doors',
  'admit',
  'decline',
  'lock',
  'hush',
  'unhush',
  'hold',
  'release',
  'remove',
  'set-floor',
  'call',
  'call-next',
  'hand-piece',
  'set-lamp',
  'pass',
  'rest',
  'return',
  'raise-hand',
  'end',
  'start-closing',
] as const
export type Watched = (typeof WATCHED)[number]

const secondsSchema = z.number().check(z.gte(0), z.lte(7200))

export const castMemberSchema = z.strictObject({
  key: keySchema,
  name: z.string().check(z.regex(/^\p{L}[\p{L} ]*$/u), z.maxLength(FIRST_NAME_LENGTH)),
  avatar: avatarSchema,
  role: z.optional(z.enum(ROLES)),
  manner: z.enum(MANNERS),
  /** Not there at the beginning: knocks when a beat says so. */
  waits: z.optional(z.boolean()),
  firstTime: z.optional(z.boolean()),
  lines: z.array(z.string().check(z.minLength(1), z.maxLength(160))).check(z.maxLength(20)),
})
export type CastMember = z.infer<typeof castMemberSchema>

/**
 * One thing that happens, `at` seconds after a moment. Moments: `start`, the id of an earlier beat, `doors-opened`, `hushed`,
 * `unhushed`, `your-turn`, `your-hand`, `you-passed`, `you-rested`, `you-returned`, `floor-` and a mode, or `admitted:`, `declined:`,
 * `held:`, `removed:` and somebody's key.
 */
export const beatSchema = z.strictObject({
  id: z.optional(keySchema),
  at: secondsSchema,
  after: z.optional(z.string().check(z.maxLength(40))),
  who: keySchema,
  does: z.enum(DEEDS),
  line: z.optional(z.string().check(z.minLength(1), z.maxLength(160))),
  gesture: z.optional(z.enum(GESTURES)),
  floor: z.optional(z.enum(FLOOR_MODES)),
  /** Somebody's key, or `you`. */
  to: z.optional(keySchema),
})
export type Beat = z.infer<typeof beatSchema>

/** `{after}` in `done` becomes "4 s" or "2 min": from the moment to what the trainee did. */
const lookBackSchema = z.strictObject({
  watch: z.array(z.enum(WATCHED)).check(z.minLength(1)),
  /** Only when it was done to this person. */
  who: z.optional(keySchema),
  after: z.optional(z.string().check(z.maxLength(40))),
  done: sentenceSchema,
  missed: sentenceSchema,
})
export type LookBackRule = z.infer<typeof lookBackSchema>

export const scenarioSchema = z.strictObject({
  id: keySchema,
  version: z.literal(SCENARIO_VERSION),
  title: z.string().check(z.minLength(1), z.maxLength(60)),
  /** What happens, in a sentence or two, read before it begins. */
  about: sentenceSchema,
  /** The trainee's own role. */
  role: z.enum(TRAINEE_ROLES),
  minutes: z.number().check(z.gt(0), z.lte(60)),
  seats: z.int().check(z.gte(4), z.lte(50)),
  environment: z.enum(ENVIRONMENTS),
  floor: z.enum(FLOOR_MODES),
  /** Whether the doors are open already. */
  doors: z.enum(['open', 'closed']),
  helps: z.array(sentenceSchema).check(z.maxLength(8)),
  people: z.array(castMemberSchema).check(z.minLength(1), z.maxLength(MAX_CAST)),
  beats: z.array(beatSchema).check(z.maxLength(200)),
  guide: z.array(guideStepSchema).check(z.maxLength(20)),
  lookBack: z.array(lookBackSchema).check(z.maxLength(12)),
})
export type Scenario = z.infer<typeof scenarioSchema>
