// What the page knows of the view of the room, which it never imports.

import type { ComponentType } from 'react'
import type { Session } from '../../meeting/session.ts'

export interface RoomViewProps {
  readonly session: Session
  readonly settings: { readonly reducedMotion: boolean | null; readonly namesShown: boolean }
  onLost?(reason: 'no-webgl' | 'context-lost'): void
  onRestored?(): void
  onTrouble?(text: string): void
}

export type RoomView = ComponentType<RoomViewProps>

/** Why the simple page is shown although it was not chosen. */
export const WHY_SIMPLE = {
  'no-webgl': 'This browser cannot draw the room.',
  'context-lost': 'The picture of the room went away; it may come back.',
  broken: 'The picture of the room could not be loaded.',
} as const
export type WhySimple = keyof typeof WHY_SIMPLE
