// What is said softly to the room. The client has the sentences (client/meeting/announcementSentences.ts).

import * as z from 'zod/mini'
import { STEP_TITLE_LENGTH } from './scriptRun.ts'

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
  'chair-freed',
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
  'by-door',
  'from-door',
  'aside',
  'aside-over',
  'care-pause',
  'care-over',
] as const
export type AnnouncementKind = (typeof ANNOUNCEMENTS)[number]
export const announcementSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(ANNOUNCEMENTS),
  about: z.nullable(z.string().check(z.maxLength(STEP_TITLE_LENGTH))),
})
