// What everybody in a meeting may know: the snapshot that the server writes into the room's metadata, the commands that
// change it, and the two questions that client and server must answer alike: can(role, command) and maySpeak(snapshot, person).

import * as z from 'zod/mini'
import { ANSWER_LENGTH, MAX_SEATS, MIN_SEATS, NAME_LENGTH } from './limits.ts'
import {
  lampSchema,
  MAX_LAMP_SECONDS,
  MAX_STEPS,
  MIN_LAMP_SECONDS,
  scriptRunSchema,
  STEP_TITLE_LENGTH,
} from './scriptRun.ts'

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
export const ROLES = ['member', 'facilitator', 'co-facilitator', 'reader', 'timekeeper', 'greeter'] as const
export const FLOOR_MODES = ['open', 'hands', 'piece', 'one-voice', 'silence'] as const
/** closed: nobody may knock · open · safe: no key-holder for a minute · closing: the last minute · ended. */
export const PHASES = ['closed', 'open', 'safe', 'closing', 'ended'] as const

export type Character = (typeof CHARACTERS)[number]
export type Palette = (typeof PALETTES)[number]
export type Accessory = (typeof ACCESSORIES)[number]
export type Environment = (typeof ENVIRONMENTS)[number]
export type Role = (typeof ROLES)[number]
export type FloorMode = (typeof FLOOR_MODES)[number]
export type Phase = (typeof PHASES)[number]

/** The random name of one admission: `p_` and 16 characters. Also the LiveKit identity. */
export type Identity = string & { readonly __brand?: 'Identity' }

export const identitySchema = z.string().check(z.regex(/^p_[a-z0-9]{16}$/))
export const avatarSchema = z.strictObject({
  character: z.catch(z.enum(CHARACTERS), 'round'),
  palette: z.catch(z.enum(PALETTES), 'ember'),
  accessory: z.catch(z.enum(ACCESSORIES), 'none'),
})
export type Avatar = z.infer<typeof avatarSchema>

/** present: in the chair · resting: paused by themselves · away: the connection is gone, the chair is kept. */
const PRESENCES = ['present', 'resting', 'away'] as const

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
})
export type Floor = z.infer<typeof floorSchema>

/** What is said softly to the room; the client has the sentence. `about` is a participant's chosen name, or a step's title. */
export const ANNOUNCEMENTS = [
  'doors-opened',
  'doors-closed',
  'locked',
  'unlocked',
  'floor-open',
  'floor-hands',
  'floor-piece',
  'floor-one-voice',
  'floor-silence',
  'joined',
  'left',
  'removed',
  'held',
  'released',
  'hushed',
  'unhushed',
  'role-handed',
  'facilitator-away',
  'facilitator-back',
  'closing',
  'ended',
  'environment',
  'called',
  'piece-passed',
  'step',
  'step-longer',
  'step-skipped',
  'step-kept',
  'script-paused',
  'script-resumed',
  'script-ended',
  'lamp-lit',
  'lamp-longer',
  'lamp-out',
] as const
export type AnnouncementKind = (typeof ANNOUNCEMENTS)[number]
export const announcementSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(ANNOUNCEMENTS),
  about: z.nullable(z.string().check(z.maxLength(STEP_TITLE_LENGTH))),
})

export const snapshotSchema = z.strictObject({
  meeting: z.string().check(z.regex(/^m_[a-z0-9]{12}$/)),
  epoch: z.int(),
  /** Grows by at least one with every change; a lower one is old news. */
  revision: z.int(),
  phase: z.enum(PHASES),
  locked: z.boolean(),
  hushed: z.boolean(),
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
  announcement: z.nullable(announcementSchema),
})
export type MeetingSnapshot = z.infer<typeof snapshotSchema>

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
])
export type MeetingCommand = z.infer<typeof commandSchema>
export type CommandType = MeetingCommand['type']

const EVERYBODY: readonly CommandType[] = ['raise-hand', 'lower-hand', 'pass', 'rest', 'return', 'hand-piece']
const DOOR: readonly CommandType[] = ['open-doors', 'close-doors', 'admit', 'decline', 'lock', 'unlock']
const LAMP: readonly CommandType[] = ['set-lamp', 'extend-lamp', 'put-out-lamp']
const SCRIPT: readonly CommandType[] = [
  'start-script',
  'next-step',
  'previous-step',
  'repeat-step',
  'extend-step',
  'go-to-step',
  'skip-step',
  'pause-script',
  'resume-script',
  'stop-script',
]
const RUN: readonly CommandType[] = [
  ...SCRIPT,
  'set-floor',
  'call',
  'call-next',
  'reverse-piece',
  'hold',
  'release',
  'hush',
  'unhush',
  'remove',
  'hand-role',
  'set-environment',
  'start-closing',
  'end',
  'hand-piece',
]

/** What a person is in a meeting, as far as permissions go. */
export interface Standing {
  readonly role: Role
  readonly keyHolder: boolean
}

/** Tells whether somebody runs the meeting: facilitators and co-facilitators do, whoever holds a key or not. */
export function runsMeeting(person: Standing): boolean {
  return person.role === 'facilitator' || person.role === 'co-facilitator'
}

/** Tells whether a person of this standing may ever give this command; the state may still refuse it. */
export function can(person: Standing, command: CommandType): boolean {
  if (EVERYBODY.includes(command)) return true
  // A role may be handed to anybody; opening the doors is what the key is for.
  if (command === 'open-doors') return person.keyHolder
  if (DOOR.includes(command)) return person.keyHolder || runsMeeting(person)
  if (LAMP.includes(command)) return person.role === 'timekeeper' || runsMeeting(person)
  return RUN.includes(command) && runsMeeting(person)
}

/**
 * Tells who may be heard now: the one rule that the media server's permissions follow and the client shows.
 * A hold outranks the floor, hush outranks both, and silence binds everybody, the facilitator too.
 */
export function maySpeak(snapshot: MeetingSnapshot, identity: Identity): boolean {
  const person = snapshot.participants.find((one) => one.identity === identity)
  if (!person || snapshot.phase === 'closed' || snapshot.phase === 'ended') return false
  if (snapshot.hushed) return runsMeeting(person)
  if (person.held) return false
  const { mode, speaker, fading } = snapshot.floor
  if (mode === 'open') return true
  if (mode === 'silence') return false
  if (mode === 'hands') return speaker === identity || runsMeeting(person)
  return speaker === identity || (mode === 'piece' && fading === identity)
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
