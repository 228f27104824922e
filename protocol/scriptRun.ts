// A running script as everybody in the circle may see it: which step, how long, what follows. Never a step's text.

import * as z from 'zod/mini'
import { identitySchema } from './identity.ts'

export const MAX_STEPS = 24
export const STEP_TITLE_LENGTH = 40
export const SCRIPT_TITLE_LENGTH = 60
const MAX_STEP_MINUTES = 120
/** What one press of "two more minutes" gives. */
export const EXTEND_SECONDS = 120
/** Seconds that a lamp lit by hand may burn. */
export const MIN_LAMP_SECONDS = 10
export const MAX_LAMP_SECONDS = 60 * 60
/** How long a share may be agreed to be. */
const MIN_SHARE_SECONDS = 30
const MAX_SHARE_SECONDS = 30 * 60
/** What those who run the meeting may say with a care pause. */
export const PAUSE_WORDS_LENGTH = 200
/** What one press gives a lamp that was lit by hand. */
export const EXTEND_LAMP_SECONDS = 30

/** Who leads a step; null where nobody does. */
export const STEP_ROLES = ['facilitator', 'co-facilitator', 'reader', 'timekeeper', 'greeter'] as const
/** by-hand: somebody goes on · by-time: by itself, for quiet times · round-complete: when the piece has gone once round. */
export const STEP_ENDS = ['by-hand', 'by-time', 'round-complete'] as const
export const STEP_CHATS = ['off', 'facilitator', 'all'] as const
/** What a step invites everybody to; an invitation, never a duty. */
export const MEMBER_ACTS = ['say-hello', 'wave', 'share', 'one-word', 'gesture', 'listen', 'stay-quiet'] as const

export type MemberAct = (typeof MEMBER_ACTS)[number]

export const stepTitleSchema = z.string().check(z.minLength(1), z.maxLength(STEP_TITLE_LENGTH))
export const stepMinutesSchema = z.int().check(z.gte(1), z.lte(MAX_STEP_MINUTES))
export const shareSecondsSchema = z.int().check(z.gte(MIN_SHARE_SECONDS), z.lte(MAX_SHARE_SECONDS))
const place = z.int().check(z.gte(0), z.lt(MAX_STEPS))

export const scriptRunSchema = z.strictObject({
  title: z.string().check(z.maxLength(SCRIPT_TITLE_LENGTH)),
  /** One for each step, in order; `minutes` beside them. */
  titles: z.array(stepTitleSchema).check(z.minLength(1), z.maxLength(MAX_STEPS)),
  minutes: z.array(stepMinutesSchema).check(z.maxLength(MAX_STEPS)),
  /** Steps that will be left out. */
  skipped: z.array(place),
  /** The one current step. */
  index: place,
  /** Of the current step. */
  role: z.nullable(z.enum(STEP_ROLES)),
  /** Who leads the current step: reads it, speaks first; null when it is nobody's. */
  lead: z.nullable(identitySchema),
  /** Who was asked beforehand to lead a step, this one or a coming one. */
  assigned: z.array(z.strictObject({ step: place, identity: identitySchema })).check(z.maxLength(MAX_STEPS)),
  members: z.array(z.enum(MEMBER_ACTS)),
  ends: z.enum(STEP_ENDS),
  /** Server clock, ms: when the current step began, and when its time is over. */
  startedAt: z.number(),
  endsAt: z.number(),
  /** Since when time stands still, server clock ms: a care pause, a hush, a safe room. Null while it goes on. */
  pausedAt: z.nullable(z.number()),
  /** Paused by somebody's own press, so that a press goes on. */
  paused: z.boolean(),
  /** What was said with that press, for everybody to read; null for nothing. */
  pauseWords: z.nullable(z.string().check(z.maxLength(PAUSE_WORDS_LENGTH))),
})
export type ScriptRunView = z.infer<typeof scriptRunSchema>

const LAMP_COUNTS = ['step', 'share', 'hand'] as const
/** The shared timer; server clock, ms. Nobody is cut off when it is over. */
export const lampSchema = z.strictObject({
  startedAt: z.number(),
  endsAt: z.number(),
  /** What it counts: the script's step, one person's share, or whatever somebody lit it for. */
  counts: z.enum(LAMP_COUNTS),
})
export type Lamp = z.infer<typeof lampSchema>

/** What the time of a script is told from: the snapshot's run has it, and so has the server's. */
export type ScriptTime = Pick<ScriptRunView, 'index' | 'minutes' | 'skipped' | 'endsAt' | 'pausedAt'>

/** Milliseconds that the current step still has at `now` (server clock); 0 when its time is over, never less. */
export function stepLeft({ endsAt, pausedAt }: Pick<ScriptTime, 'endsAt' | 'pausedAt'>, now: number): number {
  return Math.max(0, endsAt - (pausedAt ?? now))
}

/**
 * When the script will be over if nothing more is said, changed or skipped, in ms of the server's clock. A step that runs over and a
 * pause both move it: it is what will be, not what was planned.
 */
export function expectedEnd(run: ScriptTime, now: number): number {
  const later = run.minutes.filter((_, at) => at > run.index && !run.skipped.includes(at))
  return now + stepLeft(run, now) + later.reduce((sum, minutes) => sum + minutes * 60_000, 0)
}
