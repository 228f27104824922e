// What the page knows of the view of the room, which it never imports: it fills its place, and says when it cannot.

import type { ComponentType } from 'react'

export type RoomView = ComponentType<{
  /** No picture can be drawn, and why, in a sentence. */
  readonly onLost?: (reason: string) => void
}>
