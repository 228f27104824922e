// Care: what is asked and answered in private, and the commands for it. What everybody may know of it is in the snapshot: that two
// people are aside, that somebody sits by the door, that the circle pauses. Never why.

import * as z from 'zod/mini'
import { MAX_AGREEMENTS } from './limits.ts'
import { identitySchema } from './identity.ts'

const to = identitySchema
const from = identitySchema

export const CARE_COMMANDS = [
  // for oneself
  /** To the porch: the chair is kept, nothing is heard and one is not heard; `return` comes back. */
  z.strictObject({ type: z.literal('step-out') }),
  /** Asks for a private word; one of the two runs the meeting or greets. Without `to`: whoever of those comes first. */
  z.strictObject({ type: z.literal('ask-word'), to: z.optional(to), crisis: z.boolean() }),
  z.strictObject({ type: z.literal('accept-word'), from }),
  z.strictObject({ type: z.literal('decline-word'), from }),
  /** Takes back what one asked. */
  z.strictObject({ type: z.literal('withdraw-word') }),
  /** Both are back in the circle. */
  z.strictObject({ type: z.literal('leave-word') }),
  /** Tells those who run the meeting, and nobody else, that one needs help. */
  z.strictObject({ type: z.literal('ask-help') }),
  z.strictObject({ type: z.literal('withdraw-help') }),
  /** The reminder has been read. */
  z.strictObject({ type: z.literal('understand') }),
  // who runs the meeting
  z.strictObject({ type: z.literal('see-help'), to }),
  /** Reminds one person, and nobody else, of one of the group's agreements: its place in the list, from 0. */
  z.strictObject({ type: z.literal('nudge'), to, agreement: z.int().check(z.gte(0), z.lt(MAX_AGREEMENTS)) }),
  /** By the door one hears everything and is not heard, whatever the floor. */
  z.strictObject({ type: z.literal('seat-by-door'), to }),
  z.strictObject({ type: z.literal('seat-back'), to }),
  /** Out like `remove`, and this browser may not knock at the group any more. */
  z.strictObject({ type: z.literal('block'), to }),
  /** Says that one knows somebody; without `to`: everybody who sits here now. */
  z.strictObject({ type: z.literal('vouch'), to: z.optional(to) }),
  z.strictObject({ type: z.literal('unvouch'), to }),
  /** The circle pauses, and the script's time with it. */
  z.strictObject({ type: z.literal('care-pause') }),
  z.strictObject({ type: z.literal('end-care-pause') }),
] as const

/** none · asked: told to those who run the meeting · seen: one of them has read it. */
export const HELP_STATES = ['none', 'asked', 'seen'] as const

/** One's own part of it, by the personal stream. */
export const careSchema = z.strictObject({
  /** The agreement that one was reminded of: its place in the group's list. */
  nudge: z.nullable(z.int()),
  /** Who asks for a private word with oneself. */
  asked: z.array(z.strictObject({ from, crisis: z.boolean() })),
  /** What one has asked for; `to` null: whoever comes first. */
  asking: z.nullable(z.strictObject({ to: z.nullable(to), crisis: z.boolean() })),
  /** The private word that one is in; `leads`: one is here to help, and has the card. `since`: server clock, ms. */
  aside: z.nullable(
    z.strictObject({ room: z.int(), with: identitySchema, crisis: z.boolean(), leads: z.boolean(), since: z.number() }),
  ),
  help: z.enum(HELP_STATES),
  /** For those who run the meeting, empty for all others: who needs help, and who has not answered a reminder yet. */
  needHelp: z.array(identitySchema),
  nudged: z.array(identitySchema),
})
export type Care = z.infer<typeof careSchema>

/** Nothing asked, nothing going on. */
export const NO_CARE: Care = {
  nudge: null,
  asked: [],
  asking: null,
  aside: null,
  help: 'none',
  needHelp: [],
  nudged: [],
}
