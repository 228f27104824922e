// Everything the server keeps about one meeting while it runs: one document, written before anything is acknowledged
// and deleted when the meeting has ended. What of it everybody may see is cut out by snapshotOf.

import type { Care } from '#protocol/care.ts'
import type { AnnouncementKind } from '#protocol/announcements.ts'
import type { Avatar, Environment, Floor, FloorMode, Identity, Phase, Stand } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { Role } from '#protocol/roles.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import type { Script } from '#protocol/script.ts'
import type { Together } from '#protocol/together.ts'
import type { Lamp } from '#protocol/scriptRun.ts'
import type { ScriptRun } from './scriptRun.ts'

/** SHA-256 of a session cookie in hex: how a person's browser is known without keeping what opens it. */
export type SessionHash = string

/** One seat given to one device, with its own random identity. Deleted when the person leaves. */
export interface Admission {
  identity: Identity
  session: SessionHash
  seat: number
  name: string
  avatar: Avatar
  role: Role
  keyHolder: boolean
  firstTime: boolean
  /** Company of a practice circle: no browser and no voice of its own on the media server. */
  simulated: boolean
  resting: boolean
  /** Stepped out to the porch by themselves; the chair is kept. */
  porch: boolean
  held: boolean
  /** Sits by the door: hears, and is not heard. */
  byDoor: boolean
  /** Somebody who runs the meeting has said that they are known here. */
  vouched: boolean
  /** The agreement they were reminded of, until they have read it. */
  nudge: number | null
  help: Care['help']
  /** The number of the side room they are in. */
  aside: number | null
  /** Connected to the media server as far as we know. */
  connected: boolean
  /** Server clock, ms: since when the connection is gone; null while connected or not yet ever connected. */
  lostSince: number | null
}

/** A private word that somebody has asked for; `to` null: of whoever comes first of those who may lead one. */
export interface AskedWord {
  from: Identity
  to: Identity | null
  crisis: boolean
}

/** A side room for two. Who is in it is said by `people.aside` alone, so that nobody can be in two. */
export interface Aside {
  room: number
  crisis: boolean
  /** Who is there to help. */
  lead: Identity
  /** Who carried the lamp and gets it back; null when it did not change hands. */
  lamp: Identity | null
  since: number
}

export interface Poll {
  id: number
  kind: NonNullable<Together['poll']>['kind']
  question: string
  endsAt: number
  closedAt: number | null
  /** hands: whose is up; temperature: who has answered, and nowhere what. */
  answered: Identity[]
  /** temperature: how many said 1, 2, 3, 4, 5. */
  counts: number[]
}

export interface AskedMilestone {
  identity: Identity
  kind: NonNullable<Together['milestone']>['kind']
  words: string
}

export interface WaitingKnock {
  id: string
  session: SessionHash
  name: string
  avatar: Avatar
  firstTime: boolean
  simulated: boolean
  answer: string | null
  since: number
}

/** Who has had a turn that ended. Forgotten with the people and with the meeting. */
export interface Heard {
  meeting: Identity[]
  /** Since the script's step began; without a script, since the floor was set. */
  step: Identity[]
  /** In this round of the piece. */
  round: Identity[]
  /** How often the piece has gone all round since it began to. */
  rounds: number
}

export interface MeetingRecord {
  id: string
  group: string
  /** Whether its members are simulated, but for the trainee. Set when the meeting is made, and never again. */
  practice: boolean
  epoch: number
  revision: number
  phase: Phase
  /** Locked by somebody's own command. Whether the door is shut now, hush and safe included, is isLocked(record). */
  lockedByHand: boolean
  hushed: boolean
  /** Hush lies over it and leaves it as it is. */
  floor: Floor
  /** When the fading speaker's breath ends, server clock ms. */
  fadingUntil: number | null
  hands: Identity[]
  heard: Heard
  /** Private invitations to speak; `open` until answered. Told to those whom they concern, never to the circle. */
  invitations: { to: Identity; open: boolean }[]
  /** How long a share is, as agreed; null when nobody counts. */
  shareSeconds: number | null
  /** Co-facilitators in the order in which they take the chair; who stands in for the facilitator keeps their place in it. */
  succession: Identity[]
  /** The lost facilitator whose chair somebody else keeps. */
  standsInFor: Identity | null
  /** Who stands where, after the meeting. */
  standing: Stand[]
  seats: number
  people: Admission[]
  knocks: WaitingKnock[]
  denials: Record<SessionHash, number>
  blocked: SessionHash[]
  /** Sessions that held a removed, left or freed seat, for a kind sentence instead of a new porch. */
  parted: Record<SessionHash, 'removed' | 'left' | 'freed' | 'declined'>
  /** Blocked for longer than this meeting. */
  barred: SessionHash[]
  words: AskedWord[]
  asides: Aside[]
  /** Side rooms of this meeting so far: the number of the last. */
  asideCount: number
  /** Crisis side rooms of this meeting so far. */
  crises: number
  carePause: boolean
  /** As it was set; who may write now is chatOf(record). */
  chat: Together['chat']
  poll: Poll | null
  /** Polls of this meeting so far: the id of the last. */
  pollCount: number
  milestones: AskedMilestone[]
  milestone: (AskedMilestone & { since: number }) | null
  checkout: { identity: Identity; word: string }[] | null
  ring: number | null
  /** A minute of silence, and the floor that it gives back. */
  quiet: { endsAt: number; floor: Floor } | null
  environment: Environment
  dim: boolean
  /** Since when no key-holder is connected, server clock ms. */
  keysGoneSince: number | null
  closesAt: number | null
  /** What the safe state covered, so that a key-holder's return brings it back. */
  floorBeforeSafe: Floor | null
  /** The group's script while it runs, texts included. */
  script: ScriptRun | null
  lamp: Lamp | null
  announcement: { id: number; kind: AnnouncementKind; about: string | null } | null
}

/** Sets out a practice circle in one go: who is there already, and the trainee. Only in an empty meeting that is made for it. */
export interface BeginPractice {
  readonly type: 'begin-practice'
  readonly open: boolean
  readonly seats: number
  readonly environment: Environment
  readonly floor: FloorMode
  readonly trainee: Newcomer
  readonly company: readonly Newcomer[]
}

/** Somebody who gets a chair without having knocked. */
export interface Newcomer {
  readonly session: SessionHash
  readonly identity: Identity
  readonly name: string
  readonly avatar: Avatar
  readonly role: Role
  readonly firstTime: boolean
}

/** What happens to a meeting. Commands come from admitted people or key-holders; the rest from the server itself. */
export type MeetingInput =
  /** `script`: what the group or Hearthside has under the name that start-script gives. */
  | { type: 'command'; by: Speaker; command: MeetingCommand; script?: Script | null }
  /** A key-holder's knock is an admission; anybody else's waits. `identity` and `id` are fresh random names. */
  | {
      type: 'knock'
      session: SessionHash
      keyHolder: boolean
      id: string
      identity: Identity
      /** Only in a practice circle. */
      simulated?: boolean
      knock: { name: string; avatar: Avatar; firstTime: boolean; answer: string | null }
    }
  | { type: 'withdraw'; session: SessionHash }
  | { type: 'leave'; session: SessionHash }
  | { type: 'connected'; identity: Identity }
  | { type: 'disconnected'; identity: Identity }
  /** A new room for the same meeting: every old token is void at once. */
  | { type: 'renew-epoch' }
  | BeginPractice
  /** The trainee is gone or has had enough. */
  | { type: 'end-practice' }
  /** Lets time do what it does: breaths end, key-holders are missed, the last minute passes. */
  | { type: 'tick' }

/** Who gives a command: a session, and whether it holds a key. The core finds the admission itself. */
export interface Speaker {
  readonly session: SessionHash
  readonly keyHolder: boolean
}

/** Fresh random names for people admitted by this input; a parameter, so that the core stays pure. */
export interface Names {
  identity(): Identity
}

export type Outcome = { ok: true; record: MeetingRecord } | { ok: false; code: ErrorCode }

/** Implemented by meeting.ts: pure, never throws for bad input, raises `revision` by one whenever anything changed. */
export type Apply = (record: MeetingRecord, input: MeetingInput, now: number, names: Names) => Outcome
