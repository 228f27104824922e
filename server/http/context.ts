// What the routes share: the domain's services, and what one app keeps in memory.

import type { Config } from '../config.ts'
import type { Looks } from '../admissions/looks.ts'
import type { Pairing } from '../admissions/pairing.ts'
import type { Feedback } from '../groups/feedback.ts'
import type { Groups } from '../groups/groups.ts'
import type { Invitations } from '../groups/invitations.ts'
import type { Scripts } from '../groups/scripts.ts'
import type { Chat } from '../meetings/chat.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { Clock, Log, MediaServer, RandomBytes, ReadMediaHint } from '../meetings/ports.ts'
import type { EventStreams } from './eventStreams.ts'
import type { Practice } from '../practice/practice.ts'
import type { Scenario } from '#protocol/scenario.ts'
import type { Limits } from './limits.ts'
import type { Personal } from './personal.ts'

/** What `createApp` is given. */
export interface AppDeps {
  readonly config: Pick<Config, 'publicUrl' | 'local' | 'clientDir' | 'trustProxy'>
  readonly groups: Groups
  readonly scripts: Scripts
  readonly invitations: Invitations
  readonly feedback: Feedback
  readonly meetings: Meetings
  readonly practice: Practice
  /** What one can practise. */
  readonly scenarios: readonly Scenario[]
  readonly media: MediaServer
  /** http(s) origin of the media server's signalling. */
  readonly mediaUrl: string
  readonly readHint: ReadMediaHint
  /** Whether the database answers. */
  readonly databaseReady: () => boolean
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly log: Log
}

export interface Context extends AppDeps {
  readonly chat: Chat
  readonly limits: Limits
  readonly looks: Looks
  readonly pairing: Pairing
  readonly personal: Personal
  readonly streams: EventStreams
}
