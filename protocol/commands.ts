// What people ask the meeting to do, one command at a time. Who may is permissions.ts; what follows is the server's.

import * as z from 'zod/mini'
import { CARE_COMMANDS } from './care.ts'
import { ENVIRONMENTS, FLOOR_MODES } from './meeting.ts'
import { identitySchema } from './identity.ts'
import { ROLES } from './roles.ts'
import { MAX_PLACES, MAX_SEATS, MAX_WAITING_KNOCKS } from './limits.ts'
import { pauseWordsSchema, stepSchema } from './script.ts'
import { MAX_LAMP_SECONDS, MAX_STEPS, MIN_LAMP_SECONDS, shareSecondsSchema } from './scriptRun.ts'
import { TOGETHER_COMMANDS } from './together.ts'

const to = identitySchema
const place = z.int().check(z.gte(0), z.lt(MAX_PLACES))
const step = z.int().check(z.gte(0), z.lt(MAX_STEPS))
/** The step in which it was meant: elsewhere it is refused as `stale`, so that two presses at once are one. */
const from = z.optional(step)
export const commandSchema = z.discriminatedUnion('type', [
  // for oneself
  z.strictObject({ type: z.literal('raise-hand') }),
  z.strictObject({ type: z.literal('lower-hand') }),
  /** piece: hands it to the next, `later`: to have it at the end of the round instead; hands: ends one's turn. */
  z.strictObject({ type: z.literal('pass'), later: z.optional(z.boolean()) }),
  z.strictObject({ type: z.literal('rest') }),
  z.strictObject({ type: z.literal('return') }),
  /** Answers a private invitation to speak with "not now"; the other answer is a raised hand. */
  z.strictObject({ type: z.literal('not-now') }),
  /** After the meeting: goes to a marked place, or back to one's chair with null. */
  z.strictObject({ type: z.literal('stand'), place: z.nullable(place) }),
  /** Hands one's own role on to a member. */
  z.strictObject({ type: z.literal('hand-on'), to }),
  // the holder of the piece may hand it to somebody
  z.strictObject({ type: z.literal('hand-piece'), to }),
  // key-holders
  z.strictObject({ type: z.literal('open-doors') }),
  z.strictObject({ type: z.literal('close-doors') }),
  z.strictObject({ type: z.literal('admit'), knock: z.string().check(z.maxLength(40)) }),
  z.strictObject({ type: z.literal('decline'), knock: z.string().check(z.maxLength(40)) }),
  /** Everybody who is named; who came a moment ago and was not seen yet goes on waiting. */
  z.strictObject({
    type: z.literal('decline-all'),
    knocks: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(MAX_WAITING_KNOCKS)),
  }),
  z.strictObject({ type: z.literal('lock') }),
  z.strictObject({ type: z.literal('unlock') }),
  // who runs the meeting
  z.strictObject({ type: z.literal('set-floor'), mode: z.enum(FLOOR_MODES), speaker: z.optional(to) }),
  z.strictObject({ type: z.literal('call'), to }),
  z.strictObject({ type: z.literal('call-next') }),
  z.strictObject({ type: z.literal('reverse-piece') }),
  z.strictObject({ type: z.literal('hold'), to }),
  z.strictObject({ type: z.literal('release'), to }),
  z.strictObject({ type: z.literal('hush') }),
  z.strictObject({ type: z.literal('unhush') }),
  z.strictObject({ type: z.literal('remove'), to }),
  /** Of somebody whose connection is gone; they may knock again. */
  z.strictObject({ type: z.literal('free-chair'), to }),
  z.strictObject({ type: z.literal('hand-role'), to, role: z.enum(ROLES) }),
  /** The order in which co-facilitators take the chair; those who are not named keep their order behind. */
  z.strictObject({ type: z.literal('set-succession'), order: z.array(to).check(z.maxLength(MAX_SEATS)) }),
  /** Agrees how long a share is; null: nobody counts. */
  z.strictObject({ type: z.literal('set-share'), seconds: z.nullable(shareSecondsSchema) }),
  /** "Take the time you need": no lamp burns for whoever has the turn now. */
  z.strictObject({ type: z.literal('give-time') }),
  /** Asks somebody privately whether they would like to speak. Nobody else sees it. */
  z.strictObject({ type: z.literal('invite'), to }),
  z.strictObject({ type: z.literal('set-environment'), environment: z.enum(ENVIRONMENTS), dim: z.boolean() }),
  z.strictObject({ type: z.literal('start-script'), script: z.string().check(z.maxLength(40)) }),
  z.strictObject({ type: z.literal('next-step'), from }),
  z.strictObject({ type: z.literal('previous-step'), from }),
  z.strictObject({ type: z.literal('repeat-step'), from }),
  /** Two minutes more. */
  z.strictObject({ type: z.literal('extend-step'), from }),
  z.strictObject({ type: z.literal('go-to-step'), step, from }),
  /** Leaves a coming step out, or takes it in again; the current one is ended by it. */
  z.strictObject({ type: z.literal('skip-step'), step, skip: z.boolean() }),
  /** Asks somebody beforehand to lead a step, a coming one or this one; null asks nobody. */
  z.strictObject({ type: z.literal('assign-step'), step, to: z.nullable(to) }),
  /** Changes this or a coming step of the running script; what the group keeps stays as it is. */
  z.strictObject({
    type: z.literal('adjust-step'),
    step,
    title: z.optional(stepSchema.shape.title),
    minutes: z.optional(stepSchema.shape.minutes),
    text: z.optional(stepSchema.shape.text),
  }),
  z.strictObject({ type: z.literal('pause-script'), words: z.optional(pauseWordsSchema) }),
  z.strictObject({ type: z.literal('resume-script') }),
  z.strictObject({ type: z.literal('stop-script') }),
  z.strictObject({
    type: z.literal('set-lamp'),
    seconds: z.int().check(z.gte(MIN_LAMP_SECONDS), z.lte(MAX_LAMP_SECONDS)),
  }),
  z.strictObject({ type: z.literal('extend-lamp') }),
  z.strictObject({ type: z.literal('put-out-lamp') }),
  z.strictObject({ type: z.literal('start-closing') }),
  /** The meeting is over and people stay: real distances, marked places, while a key-holder is there. */
  z.strictObject({ type: z.literal('start-after') }),
  z.strictObject({ type: z.literal('end') }),
  ...CARE_COMMANDS,
  ...TOGETHER_COMMANDS,
])
export type MeetingCommand = z.infer<typeof commandSchema>
export type CommandType = MeetingCommand['type']
