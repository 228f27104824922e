// What a circle does together beside speaking: chat, polls, milestones, a round of check-outs, a ring of light, a minute of silence.
// All of it is gone with the meeting.

import * as z from 'zod/mini'
import { NAME_LENGTH, POLL_QUESTION_LENGTH, MILESTONE_LENGTH, CHAT_LENGTH, WORD_LENGTH } from './limits.ts'
import { identitySchema } from './identity.ts'
import { STEP_CHATS } from './scriptRun.ts'

/** hands: everybody sees who · temperature: from 1 (low) to 5 (well), nobody sees who. */
export const POLL_KINDS = ['hands', 'temperature'] as const
export const MILESTONE_KINDS = ['chip', 'candle'] as const

const to = identitySchema
const kind = z.enum(MILESTONE_KINDS)
/** Longer than what is kept: what is cut off by cleaning does not count. */
const text = (length: number) => z.string().check(z.maxLength(length * 2))

export const TOGETHER_COMMANDS = [
  // for oneself
  /** hands: 1 up, 0 down; temperature: 1 to 5, once. */
  z.strictObject({ type: z.literal('answer-poll'), poll: z.int(), answer: z.int().check(z.gte(0), z.lte(5)) }),
  /** Tells those who run the meeting, in private, that one has something to mark. */
  z.strictObject({ type: z.literal('ask-milestone'), kind, words: text(MILESTONE_LENGTH) }),
  z.strictObject({ type: z.literal('withdraw-milestone') }),
  /** One's word in the round of check-outs; without one: a gesture was enough. */
  z.strictObject({ type: z.literal('check-out'), word: z.optional(text(WORD_LENGTH)) }),
  // who runs the meeting
  z.strictObject({ type: z.literal('set-chat'), mode: z.enum(STEP_CHATS) }),
  z.strictObject({
    type: z.literal('start-poll'),
    kind: z.enum(POLL_KINDS),
    question: text(POLL_QUESTION_LENGTH),
    seconds: z.int().check(z.gte(10), z.lte(600)),
  }),
  z.strictObject({ type: z.literal('close-poll') }),
  /** Hands somebody their chip or candle, before all. */
  z.strictObject({ type: z.literal('call-milestone'), to }),
  z.strictObject({ type: z.literal('end-milestone') }),
  z.strictObject({ type: z.literal('start-checkout') }),
  z.strictObject({ type: z.literal('end-checkout') }),
  z.strictObject({ type: z.literal('light-ring') }),
  z.strictObject({ type: z.literal('put-out-ring') }),
  /** All microphones rest, the facilitator's too; then the floor is as it was. */
  z.strictObject({ type: z.literal('keep-silence'), seconds: z.int().check(z.gte(10), z.lte(600)) }),
  z.strictObject({ type: z.literal('end-silence') }),
] as const

const milestone = { identity: identitySchema, kind, words: z.string().check(z.maxLength(MILESTONE_LENGTH)) }

/** The part of the snapshot. Times are the server's clock, ms. */
export const togetherSchema = z.strictObject({
  /** Who may write now. facilitator: members to those who run the meeting, those to all. */
  chat: z.enum(STEP_CHATS),
  poll: z.nullable(
    z.strictObject({
      id: z.int(),
      kind: z.enum(POLL_KINDS),
      question: z.string().check(z.maxLength(POLL_QUESTION_LENGTH)),
      endsAt: z.number(),
      open: z.boolean(),
      /** hands only. */
      up: z.array(identitySchema),
      answered: z.int(),
      /** temperature, closed, and at least five answers: how many said 1, 2, 3, 4, 5. */
      counts: z.nullable(z.array(z.int())),
    }),
  ),
  /** Somebody is being given their chip or candle. */
  milestone: z.nullable(z.strictObject({ ...milestone, since: z.number() })),
  /** Who has checked out, with their word, or none. */
  checkout: z.nullable(
    z.array(z.strictObject({ identity: identitySchema, word: z.string().check(z.maxLength(WORD_LENGTH)) })),
  ),
  /** Since when the closing ring of light burns. */
  ring: z.nullable(z.number()),
  silenceEndsAt: z.nullable(z.number()),
})
export type Together = z.infer<typeof togetherSchema>

/** Milestones, by the personal stream: what one has asked for oneself, and, for those who run the meeting, what others have. */
export const milestonesSchema = z.strictObject({
  mine: z.nullable(z.strictObject({ kind, words: z.string() })),
  asked: z.array(z.strictObject(milestone)),
})
export type Milestones = z.infer<typeof milestonesSchema>

/** POST /api/chat. 204. */
export const chatRequest = z.strictObject({ text: text(CHAT_LENGTH) })
export const chatLineSchema = z.strictObject({
  id: z.int(),
  from: identitySchema,
  name: z.string().check(z.maxLength(NAME_LENGTH)),
  text: z.string().check(z.maxLength(CHAT_LENGTH)),
  /** False: only those who run the meeting, and who wrote it, read it. */
  toAll: z.boolean(),
  at: z.number(),
})
export type ChatLine = z.infer<typeof chatLineSchema>

/** Nothing going on. */
export const NOTHING_TOGETHER: Together = {
  chat: 'off',
  poll: null,
  milestone: null,
  checkout: null,
  ring: null,
  silenceEndsAt: null,
}
