// What the personal stream tells one person about the meeting, as it stands in the session's state. Kept only while one sits there.

import type { PersonalEvent, ScriptText } from '#protocol/api.ts'
import { type Care, NO_CARE } from '#protocol/care.ts'
import type { Identity } from '#protocol/meeting.ts'
import type { ChatLine, Milestones } from '#protocol/together.ts'

export interface Told {
  /** The running step's text, when it is ours to read. */
  readonly scriptText: ScriptText | null
  /** Who is here for the first time; only ever filled for greeters and those who run the meeting. */
  readonly firstTimers: readonly Identity[]
  /** Who has not had the floor, and who was asked privately already; only ever filled for those who run the meeting. */
  readonly notYetHeard: {
    readonly step: readonly Identity[]
    readonly meeting: readonly Identity[]
    readonly invited: readonly Identity[]
  }
  /** Privately invited to speak, and not answered yet. */
  readonly invited: boolean
  /** One's own part of what is asked and answered in private: a reminder, a private word, a call for help. */
  readonly care: Care
  /** What one has asked to mark, and, for those who run the meeting, what others have. */
  readonly milestones: Milestones
  /** What was written, as far as it is ours to read; newest last, and gone with the meeting. */
  readonly chat: readonly ChatLine[]
}

export const NOTHING_TOLD: Told = {
  scriptText: null,
  firstTimers: [],
  notYetHeard: { step: [], meeting: [], invited: [] },
  invited: false,
  care: NO_CARE,
  milestones: { mine: null, asked: [] },
  chat: [],
}

/** What an event changes; nothing for events of another kind. Care and milestones are also said aloud, so they have handlers of their own. */
export function toldBy(event: PersonalEvent): Partial<Told> {
  switch (event.type) {
    case 'script-text':
      return { scriptText: event.text }
    case 'first-timers':
      return { firstTimers: event.people }
    case 'not-yet-heard':
      return { notYetHeard: { step: event.step, meeting: event.meeting, invited: event.invited } }
    case 'invitation':
      return { invited: event.open }
    case 'chat':
      return { chat: event.lines }
    default:
      return {}
  }
}
