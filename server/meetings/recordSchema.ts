// The stored document, key by key: what loading checks, and the published list of what is kept about a meeting while it runs.

import * as z from 'zod'
import { HELP_STATES } from '#protocol/care.ts'
import {
  ANSWER_LENGTH,
  MAX_SEATS,
  MILESTONE_LENGTH,
  MIN_SEATS,
  NAME_LENGTH,
  POLL_QUESTION_LENGTH,
  WORD_LENGTH,
} from '#protocol/limits.ts'
import { STEP_CHATS } from '#protocol/scriptRun.ts'
import { MILESTONE_KINDS, POLL_KINDS } from '#protocol/together.ts'
import { announcementSchema } from '#protocol/announcements.ts'
import { avatarSchema, ENVIRONMENTS, floorSchema, PHASES, standSchema } from '#protocol/meeting.ts'
import { identitySchema } from '#protocol/identity.ts'
import { ROLES } from '#protocol/roles.ts'
import { scriptSchema } from '#protocol/script.ts'
import { lampSchema, PAUSE_WORDS_LENGTH } from '#protocol/scriptRun.ts'
import type { MeetingRecord } from './record.ts'

const session = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().min(1).max(NAME_LENGTH)

const admissionSchema = z.strictObject({
  identity: identitySchema,
  session,
  seat: z.int().gte(0).lt(MAX_SEATS),
  name,
  avatar: avatarSchema,
  role: z.enum(ROLES),
  keyHolder: z.boolean(),
  firstTime: z.boolean(),
  // People and meetings from before there was practice are real.
  simulated: z.boolean().default(false),
  resting: z.boolean(),
  porch: z.boolean().default(false),
  held: z.boolean(),
  byDoor: z.boolean().default(false),
  vouched: z.boolean().default(false),
  nudge: z.int().nullable().default(null),
  help: z.enum(HELP_STATES).default('none'),
  aside: z.int().nullable().default(null),
  connected: z.boolean(),
  lostSince: z.number().nullable(),
})

const knockSchema = z.strictObject({
  id: z.string().max(40),
  session,
  name,
  avatar: avatarSchema,
  firstTime: z.boolean(),
  simulated: z.boolean().default(false),
  answer: z.string().max(ANSWER_LENGTH).nullable(),
  since: z.number(),
})

const wordSchema = z.strictObject({
  from: identitySchema,
  to: z.union([identitySchema, z.null()]),
  crisis: z.boolean(),
})

const asideSchema = z.strictObject({
  room: z.int(),
  crisis: z.boolean(),
  lead: identitySchema,
  lamp: z.union([identitySchema, z.null()]),
  since: z.number(),
})

const pollSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(POLL_KINDS),
  question: z.string().max(POLL_QUESTION_LENGTH),
  endsAt: z.number(),
  closedAt: z.number().nullable(),
  answered: z.array(identitySchema),
  counts: z.array(z.int()),
})

const milestone = {
  identity: identitySchema,
  kind: z.enum(MILESTONE_KINDS),
  words: z.string().max(MILESTONE_LENGTH),
}

const scriptRunSchema = z.strictObject({
  script: scriptSchema,
  index: z.int().gte(0),
  skipped: z.array(z.int()),
  startedAt: z.number(),
  endsAt: z.number(),
  paused: z.boolean(),
  stoppedAt: z.number().nullable(),
  pauseWords: z.string().max(PAUSE_WORDS_LENGTH).nullable(),
  lead: z.union([identitySchema, z.null()]),
  assigned: z.array(z.strictObject({ step: z.int(), identity: identitySchema })),
})

const heardSchema = z.strictObject({
  meeting: z.array(identitySchema),
  step: z.array(identitySchema),
  round: z.array(identitySchema),
  rounds: z.int(),
})

const keptFloorSchema = z.strictObject({
  ...floorSchema.shape,
  later: z.array(identitySchema).default([]),
  unhurried: z.boolean().default(false),
})

export const recordSchema: z.ZodType<MeetingRecord> = z.strictObject({
  id: z.string().regex(/^m_[a-z0-9]{12}$/),
  group: z.string(),
  practice: z.boolean().default(false),
  epoch: z.int(),
  revision: z.int(),
  phase: z.enum(PHASES),
  lockedByHand: z.boolean(),
  hushed: z.boolean(),
  floor: keptFloorSchema,
  fadingUntil: z.number().nullable(),
  hands: z.array(identitySchema),
  // What follows has grown with the hour: meetings that began before it was there have none of it.
  heard: heardSchema.default({ meeting: [], step: [], round: [], rounds: 0 }),
  invitations: z.array(z.strictObject({ to: identitySchema, open: z.boolean() })).default([]),
  shareSeconds: z.number().nullable().default(null),
  succession: z.array(identitySchema).default([]),
  standsInFor: z.union([identitySchema, z.null()]).default(null),
  standing: z.array(standSchema).default([]),
  seats: z.int().gte(MIN_SEATS).lte(MAX_SEATS),
  people: z.array(admissionSchema),
  knocks: z.array(knockSchema),
  denials: z.record(session, z.int()),
  blocked: z.array(session),
  parted: z.record(session, z.enum(['removed', 'left', 'freed', 'declined'])),
  barred: z.array(session).default([]),
  words: z.array(wordSchema).default([]),
  asides: z.array(asideSchema).default([]),
  asideCount: z.int().default(0),
  crises: z.int().default(0),
  carePause: z.boolean().default(false),
  chat: z.enum(STEP_CHATS).default('off'),
  poll: z.union([pollSchema, z.null()]).default(null),
  pollCount: z.int().default(0),
  milestones: z.array(z.strictObject(milestone)).default([]),
  milestone: z.union([z.strictObject({ ...milestone, since: z.number() }), z.null()]).default(null),
  checkout: z
    .array(z.strictObject({ identity: identitySchema, word: z.string().max(WORD_LENGTH) }))
    .nullable()
    .default(null),
  ring: z.number().nullable().default(null),
  quiet: z.union([z.strictObject({ endsAt: z.number(), floor: floorSchema }), z.null()]).default(null),
  environment: z.enum(ENVIRONMENTS),
  dim: z.boolean(),
  keysGoneSince: z.number().nullable(),
  closesAt: z.number().nullable(),
  floorBeforeSafe: z.union([keptFloorSchema, z.null()]),
  // Meetings that began before there were scripts have none.
  script: z.union([scriptRunSchema, z.null()]).default(null),
  lamp: z.union([lampSchema, z.null()]).default(null),
  announcement: z.union([announcementSchema, z.null()]),
})

/**
 * Reads a stored record.
 * @throws Error when it is not one; the message names keys and never values.
 */
export function parseRecord(json: string): MeetingRecord {
  const parsed = recordSchema.safeParse(JSON.parse(json))
  if (parsed.success) return parsed.data
  const keys = parsed.error.issues.map((issue) => String(issue.path[0] ?? 'document'))
  throw new Error(`stored meeting is damaged at: ${keys.join(', ')}`)
}
