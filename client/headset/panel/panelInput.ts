// What the panel's pages are written from.

import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import type { HelplineFile } from '../../meeting/helplineFile.ts'
import type { SessionState } from '../../meeting/session.ts'
import type { Comfort } from '../comfort.ts'
import type { PanelPlace } from './panel.ts'

export interface Helplines {
  readonly file: HelplineFile
  /** When it was gathered. */
  readonly gathered: string
}

export interface PanelInput {
  readonly state: SessionState
  readonly comfort: Comfort
  readonly place: PanelPlace
  /** Server clock, ms. */
  readonly now: number
  /** Null while it is not there. */
  readonly helplines: Helplines | null
}

/** One's own entry in the circle; null before one sits. */
export function ownEntry({ state }: PanelInput): Participant | null {
  return state.snapshot?.participants.find((one) => one.identity === state.identity) ?? null
}

/** A page of somebody who sits: the meeting is there. */
export interface SeatedInput extends PanelInput {
  readonly snapshot: MeetingSnapshot
  readonly me: Participant | null
}
