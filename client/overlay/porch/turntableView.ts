// What the porch knows of the turntable, which it never imports: it fills its place with a figure that can be turned.

import type { ComponentType } from 'react'
import type { Avatar } from '#protocol/meeting.ts'

export type TurntableView = ComponentType<{
  readonly avatar: Avatar
  /** Null: as the system says. */
  readonly reducedMotion: boolean | null
  /** The figure can be seen from now on. */
  readonly onShown?: () => void
  /** No picture can be drawn. */
  readonly onLost?: () => void
}>
