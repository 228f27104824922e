// One request and one response schema per HTTP route. Refusals are `Problem` with the status of their code.
// Every write carries the session cookie and must come from our own origin.

import * as z from 'zod/mini'
import { careSchema } from './care.ts'
import { ERROR_CODES } from './errors.ts'
import { PAIR_CODE_DIGITS } from './limits.ts'
import { practiceViewSchema } from './practice.ts'
import { scriptFaultSchema } from './scriptFaults.ts'
import { avatarSchema, FLOOR_MODES, knockSchema, PHASES, snapshotSchema } from './meeting.ts'
import { identitySchema } from './identity.ts'
import { commandSchema } from './commands.ts'
import { chatLineSchema, milestonesSchema } from './together.ts'

export const problemSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  /** Field of the request at fault, where there is one. */
  field: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.number()),
  /** Of a script that cannot be taken: everything that is wrong with it. */
  faults: z.optional(z.array(scriptFaultSchema)),
})
export type Problem = z.infer<typeof problemSchema>

/** POST /api/enter: a link's secret becomes a session cookie. 204. `k`: key-holder, `d`: door, `i`: invitation, `p`: practice. */
export const enterRequest = z.strictObject({
  kind: z.enum(['k', 'd', 'i', 'p']),
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/)),
})

export const groupSchema = z.strictObject({
  name: z.string(),
  agreements: z.array(z.string()),
  /** The group's own question for those who knock, if it has one. */
  question: z.nullable(z.string()),
  /** Who runs and pays for this, in the host's words. */
  host: z.string(),
  /** Version of the consent text; a person who agreed to a lower one is asked again. */
  consent: z.int(),
  seats: z.int(),
  /** There when this is a practice circle: everybody else is simulated. */
  practice: z.optional(z.boolean()),
})
export type Group = z.infer<typeof groupSchema>

/** How one stands with the door. `wait-closed`: knocked, and the doors are closed or locked; it goes on by itself. */
export const KNOCK_STATUSES = [
  'none',
  'waiting',
  'wait-closed',
  'admitted',
  'declined',
  'blocked',
  'removed',
  'left',
  'freed',
] as const
export type KnockStatus = (typeof KNOCK_STATUSES)[number]

/** "We are at: shares." `index` from 0 of `count` steps. */
const whereSchema = z.strictObject({ title: z.string(), index: z.int(), count: z.int(), floor: z.enum(FLOOR_MODES) })

/** GET /api/me: everything the porch needs; also the first `me` event of the stream. */
export const meSchema = z.strictObject({
  group: groupSchema,
  keyHolder: z.boolean(),
  phase: z.enum(PHASES),
  locked: z.boolean(),
  full: z.boolean(),
  knock: z.enum(KNOCK_STATUSES),
  /** Since when one waits at the door, server clock ms; absent unless waiting. */
  waitingSince: z.optional(z.number()),
  /** While admitted and a script runs: where the hour is, for somebody who comes late and has not sat down yet. */
  step: z.optional(whereSchema),
  /** Present while admitted. */
  identity: z.nullable(identitySchema),
  /** What one chose last time in this meeting, or a suggestion. */
  name: z.string(),
  avatar: avatarSchema,
  serverTime: z.number(),
})
export type Me = z.infer<typeof meSchema>

/** GET /api/pseudonym: another suggestion of two words, not in use in this meeting. */
export const pseudonymResponse = z.strictObject({ name: z.string() })

/** POST /api/knock → Me. Key-holders are admitted at once. DELETE /api/knock → Me: one goes back to the porch. */
export const knockRequest = knockSchema

/**
 * POST /api/seat → where and as whom to connect. The newest call has the chair: other pages of the session get a `moved` event.
 * `url` is the origin's own ws(s) address; the token is a name tag that the signal gate turns into rights.
 */
export const seatRequest = z.strictObject({})
export const seatResponse = z.strictObject({
  url: z.string(),
  token: z.string(),
  identity: identitySchema,
  /** Names this page's hold on the chair; echoed by `moved` events so that a page knows whether it was itself. */
  claim: z.string(),
  snapshot: snapshotSchema,
})
export type Seat = z.infer<typeof seatResponse>

/** POST /api/side → where to connect for the private word that one is in; a second connection beside the circle's. */
export const sideResponse = z.strictObject({ url: z.string(), token: z.string(), identity: identitySchema })
export type SideSeat = z.infer<typeof sideResponse>

/** GET /api/meeting → the snapshot, for admitted people and key-holders. */
export const meetingResponse = z.strictObject({ snapshot: snapshotSchema })

/** POST /api/commands. `ifRevision`: refuse with `stale` when the state has moved on. */
export const commandRequest = z.strictObject({ command: commandSchema, ifRevision: z.optional(z.int()) })
export const commandResponse = meetingResponse

const pairCodeSchema = z.string().check(z.regex(new RegExp(`^\\d{${PAIR_CODE_DIGITS}}$`)))

/**
 * POST /api/pair → digits that one's other device types; DELETE /api/pair → 204 ends them. For people in the circle or at the door.
 * They live PAIR_CODE_SECONDS and work once.
 */
export const pairRequest = z.strictObject({})
export const pairResponse = z.strictObject({ code: pairCodeSchema })

/** POST /api/pair/redeem → 204 and a cookie: this browser stands for the session that showed these digits. */
export const redeemRequest = z.strictObject({ code: pairCodeSchema })

/** POST /api/pair/offer → the other way round: digits that a browser without a session shows, and what it collects with. */
export const offerRequest = z.strictObject({})
export const offerResponse = z.strictObject({ code: pairCodeSchema, secret: z.string() })

/** POST /api/pair/approve → 204: the browser that shows these digits may stand for this session. */
export const approveRequest = redeemRequest

/** POST /api/pair/collect → whether somebody approved; then with the cookie, once. */
export const collectRequest = z.strictObject({ secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) })
export const collectResponse = z.strictObject({ paired: z.boolean() })

/** POST /api/leave → 204: the chair is free again; one may knock again. Works as a beacon (empty body). */

/** What key-holders and those who run the meeting see of the door. */
export const doorEntrySchema = z.strictObject({
  knock: z.string(),
  name: z.string(),
  avatar: avatarSchema,
  firstTime: z.boolean(),
  answer: z.nullable(z.string()),
  /** Milliseconds since the epoch, server clock. */
  since: z.number(),
})
export type DoorEntry = z.infer<typeof doorEntrySchema>

/** A step's text for somebody who reads it; `step` is its place in the script. */
export const scriptTextSchema = z.strictObject({ step: z.int(), text: z.string() })
export type ScriptText = z.infer<typeof scriptTextSchema>

/**
 * GET /api/me/events (server-sent events, `data:` is JSON of this). `me` comes first and on every change that concerns one person;
 * `door` only to those who hold the door; `snapshot` to admitted people and key-holders, so that a page without media sees the meeting too.
 */
export const personalEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('me'), me: meSchema }),
  z.strictObject({ type: z.literal('door'), entries: z.array(doorEntrySchema) }),
  z.strictObject({ type: z.literal('snapshot'), snapshot: snapshotSchema }),
  z.strictObject({ type: z.literal('moved'), claim: z.string() }),
  /** Another device stands for this session since then (server clock, ms). */
  z.strictObject({ type: z.literal('paired'), at: z.number() }),
  /** To everybody in the circle: the running step's text if one reads it, else null. */
  z.strictObject({ type: z.literal('script-text'), text: z.nullable(scriptTextSchema) }),
  /** In a practice circle: what its company says, and at the end a look back. Null before it begins. */
  z.strictObject({ type: z.literal('practice'), practice: z.nullable(practiceViewSchema) }),
  /** To everybody in the circle: who is here for the first time, for greeters and those who run the meeting; empty for all others. */
  z.strictObject({ type: z.literal('first-timers'), people: z.array(identitySchema) }),
  /** To everybody in the circle: their own part of what is asked and answered in private. */
  z.strictObject({ type: z.literal('care'), care: careSchema }),
  z.strictObject({ type: z.literal('milestones'), milestones: milestonesSchema }),
  /** What was written, as far as it is one's own to read; newest last. */
  /** To key-holders and who runs the meeting: lines that were left at the door, without names. */
  z.strictObject({ type: z.literal('feedback'), lines: z.array(z.string()) }),
  z.strictObject({ type: z.literal('chat'), lines: z.array(chatLineSchema) }),
  /**
   * To everybody in the circle: who has not had the floor in this step and in this meeting, and who was asked privately already, for
   * those who run the meeting; empty for all others.
   */
  z.strictObject({
    type: z.literal('not-yet-heard'),
    step: z.array(identitySchema),
    meeting: z.array(identitySchema),
    invited: z.array(identitySchema),
  }),
  /** To everybody in the circle: whether one is privately invited to speak and has not answered yet. */
  z.strictObject({ type: z.literal('invitation'), open: z.boolean() }),
])
export type PersonalEvent = z.infer<typeof personalEventSchema>
