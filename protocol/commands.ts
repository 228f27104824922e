// What people ask the meeting to do, one command at a time. Who may is permissions.ts; what follows is the server's.

import * as z from 'zod/mini'
import { CARE_COMMANDS } from './care.ts'
import { MAX_WAITING_KNOCKS } from './limits.ts'
import { identitySchema } from './identity.ts'
import { ENVIRONMENTS, FLOOR_MODES } from './meeting.ts'
import { ROLES } from './roles.ts'
import { TOGETHER_COMMANDS } from './together.ts'
import { MAX_LAMP_SECONDS, MAX_STEPS, MIN_LAMP_SECONDS } from './scriptRun.ts'

const to = identitySchema
const step = z.int().check(z.gte(0), z.lt(MAX_STEPS))
/** The step in which it was meant: elsewhere it is refused as `stale`, so that two presses at once are one. */
const from = z.optional(step)
export const commandSchema = z.discriminatedUnion('type', [
  // for oneself
  z.strictObject({ type: z.literal('raise-hand') }),
  z.strictObject({ type: z.literal('lower-hand') }),
  /** piece: hands it to the next; hands: ends one's turn. */
  z.strictObject({ type: z.literal('pass') }),
  z.strictObject({ type: z.literal('rest') }),
  z.strictObject({ type: z.literal('return') }),
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
  z.strictObject({ type: z.literal('pause-script') }),
  z.strictObject({ type: z.literal('resume-script') }),
  z.strictObject({ type: z.literal('stop-script') }),
  z.strictObject({
    type: z.literal('set-lamp'),
    seconds: z.int().check(z.gte(MIN_LAMP_SECONDS), z.lte(MAX_LAMP_SECONDS)),
  }),
  z.strictObject({ type: z.literal('extend-lamp') }),
  z.strictObject({ type: z.literal('put-out-lamp') }),
  z.strictObject({ type: z.literal('start-closing') }),
  z.strictObject({ type: z.literal('end') }),
  ...CARE_COMMANDS,
  ...TOGETHER_COMMANDS,
])
export type MeetingCommand = z.infer<typeof commandSchema>
export type CommandType = MeetingCommand['type']
