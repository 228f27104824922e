// What everybody in a meeting may know: the snapshot that the server writes into the room's metadata, and the question that client
// and server must answer alike: maySpeak(snapshot, person). What changes it is commands.ts.

import * as z from 'zod/mini'
import { ANSWER_LENGTH, MAX_PLACES, MAX_SEATS, MIN_SEATS, NAME_LENGTH } from './limits.ts'
import { announcementSchema } from './announcements.ts'
import { identitySchema } from './identity.ts'
import { togetherSchema } from './together.ts'
import { ROLES, runsMeeting } from './roles.ts'
import { lampSchema, scriptRunSchema, shareSecondsSchema } from './scriptRun.ts'

export const CHARACTERS = ['round', 'fox', 'owl', 'bear', 'hare', 'cat', 'deer', 'hooded'] as const
export const PALETTES = [
  'ember',
  'sea',
  'moss',
  'dusk',
  'clay',
  'sand',
  'plum',
  'slate',
  'honey',
  'rose',
  'pine',
  'snow',
] as const
export const ACCESSORIES = ['none', 'scarf', 'glasses', 'leaf', 'hat'] as const
export const ENVIRONMENTS = ['lounge', 'beach', 'forest', 'quiet'] as const
export const FLOOR_MODES = ['open', 'hands', 'piece', 'one-voice', 'silence'] as const
/**
 * closed: nobody may knock · open · safe: no key-holder for a minute · closing: the last minute · after: the meeting is over and
 * people stand together in small groups while a key-holder stays · ended.
 */
export const PHASES = ['closed', 'open', 'safe', 'closing', 'after', 'ended'] as const

export type Character = (typeof CHARACTERS)[number]
export type Palette = (typeof PALETTES)[number]
export type Accessory = (typeof ACCESSORIES)[number]
export type Environment = (typeof ENVIRONMENTS)[number]
export type FloorMode = (typeof FLOOR_MODES)[number]
export type Phase = (typeof PHASES)[number]

/** The random name of one admission: `p_` and 16 characters. Also the LiveKit identity. */
export type Identity = string & { readonly __brand?: 'Identity' }

export const avatarSchema = z.strictObject({
  character: z.catch(z.enum(CHARACTERS), 'round'),
  palette: z.catch(z.enum(PALETTES), 'ember'),
  accessory: z.catch(z.enum(ACCESSORIES), 'none'),
})
export type Avatar = z.infer<typeof avatarSchema>

/** present: in the chair · resting: paused by themselves · porch: stepped out, the chair is kept · away: the connection is gone. */
const PRESENCES = ['present', 'resting', 'porch', 'away'] as const

export const participantSchema = z.strictObject({
  identity: identitySchema,
  seat: z.int().check(z.gte(0), z.lt(MAX_SEATS)),
  name: z.string().check(z.maxLength(NAME_LENGTH)),
  avatar: avatarSchema,
  role: z.enum(ROLES),
  keyHolder: z.boolean(),
  presence: z.enum(PRESENCES),
  /** The facilitator holds this microphone. */
  held: z.boolean(),
  /** Sits by the door: hears everything and is not heard, until brought back. */
  byDoor: z.boolean(),
  /** In a private word with one other; why is nobody else's. */
  aside: z.boolean(),
  /** Holds a key, runs the meeting, or somebody who does has said that they are known here. A hush dims the others. */
  vouched: z.boolean(),
})
export type Participant = z.infer<typeof participantSchema>

export const floorSchema = z.strictObject({
  mode: z.enum(FLOOR_MODES),
  /** hands: the called person; piece: the holder; one-voice: the voice. Null in open and silence, or when nobody has it. */
  speaker: z.nullable(identitySchema),
  /** piece only: the one before, still heard for a breath. */
  fading: z.nullable(identitySchema),
  /** piece only: to whom it goes next. */
  next: z.nullable(identitySchema),
  /** piece only: seats left (1) or right (-1). */
  direction: z.union([z.literal(1), z.literal(-1)]),
  /** piece only: who comes at the end of the round, in this order: who passed for now, who came late, who was lost while holding it. */
  later: z.array(identitySchema).check(z.maxLength(MAX_SEATS)),
  /** The facilitator told whoever has the turn to take the time that they need: no lamp burns for it. */
  unhurried: z.boolean(),
})
export type Floor = z.infer<typeof floorSchema>

/** `place`: an index into standingPlaces(seats) of circle.ts; one person at each. */
export const standSchema = z.strictObject({
  identity: identitySchema,
  place: z.int().check(z.gte(0), z.lt(MAX_PLACES)),
})
export type Stand = z.infer<typeof standSchema>

export const snapshotSchema = z.strictObject({
  meeting: z.string().check(z.regex(/^m_[a-z0-9]{12}$/)),
  /** There when everybody but the trainee is simulated; absent in every real meeting. */
  practice: z.optional(z.literal(true)),
  epoch: z.int(),
  /** Grows by at least one with every change; a lower one is old news. */
  revision: z.int(),
  phase: z.enum(PHASES),
  locked: z.boolean(),
  hushed: z.boolean(),
  /** The circle pauses because somebody needs care; whoever looks after it has words to read. */
  carePause: z.boolean(),
  floor: floorSchema,
  /** Raised hands, first raised first. */
  hands: z.array(identitySchema),
  seats: z.int().check(z.gte(MIN_SEATS), z.lte(MAX_SEATS)),
  /** Ordered by seat. */
  participants: z.array(participantSchema).check(z.maxLength(MAX_SEATS)),
  environment: z.catch(z.enum(ENVIRONMENTS), 'lounge'),
  dim: z.boolean(),
  /** Milliseconds since the epoch (server clock) when the meeting closes by itself, while closing or safe. */
  closesAt: z.nullable(z.number()),
  /** The group's hour while it runs by itself; texts go to those who read them, by the personal stream. */
  script: z.nullable(scriptRunSchema),
  lamp: z.nullable(lampSchema),
  together: togetherSchema,
  /** How long a share is, as agreed: each turn lights the lamp for so long. Null: nobody counts. */
  shareSeconds: z.nullable(shareSecondsSchema),
  /** Co-facilitators in the order in which they take the chair when the facilitator is lost. */
  succession: z.array(identitySchema).check(z.maxLength(MAX_SEATS)),
  /** The facilitator who is lost and gets the chair back on return; null while the chair is nobody else's. */
  standsInFor: z.nullable(identitySchema),
  /** Who stands at which marked place, *after* the meeting; whoever is not listed is in their chair. */
  standing: z.array(standSchema).check(z.maxLength(MAX_SEATS)),
  announcement: z.nullable(announcementSchema),
})
export type MeetingSnapshot = z.infer<typeof snapshotSchema>

/**
 * Tells who may be heard now: the one rule that the media server's permissions follow and the client shows.
 * A hold outranks the floor, hush outranks both, and silence binds everybody, the facilitator too. Who sits by the door or is aside is
 * never heard in the circle.
 */
export function maySpeak(snapshot: MeetingSnapshot, identity: Identity): boolean {
  const person = snapshot.participants.find((one) => one.identity === identity)
  if (!person || snapshot.phase === 'closed' || snapshot.phase === 'ended') return false
  if (person.aside || person.byDoor) return false
  if (snapshot.hushed) return runsMeeting(person)
  if (person.held) return false
  const { mode, speaker, fading } = snapshot.floor
  if (mode === 'open') return true
  if (mode === 'silence') return false
  if (mode === 'hands') return speaker === identity || runsMeeting(person)
  return speaker === identity || (mode === 'piece' && fading === identity)
}

/** Tells whom a hush dims: everybody for whom nobody has vouched. Their gestures are not shown either. */
export function isDimmed(snapshot: MeetingSnapshot, identity: Identity): boolean {
  return snapshot.hushed && !snapshot.participants.some((one) => one.identity === identity && one.vouched)
}

/** What a person brings to the door. */
export const knockSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(NAME_LENGTH * 2)),
  avatar: avatarSchema,
  firstTime: z.boolean(),
  answer: z.optional(z.string().check(z.maxLength(ANSWER_LENGTH))),
  consent: z.int(),
})
export type Knock = z.infer<typeof knockSchema>
