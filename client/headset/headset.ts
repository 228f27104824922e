// What both faces see of one's own headset: whether there is one, whether one is in it, and what stands in the way.
// Types only; createHeadset.ts makes one. The session between browser and headset is apart from the meeting's connection.

import type { StoreApi } from 'zustand/vanilla'

/** asking: the browser has not answered yet · ready: a press may begin. The others are reasons, each with a sentence. */
export type HeadsetSupport = 'asking' | 'ready' | 'no-webxr' | 'not-secure' | 'no-device' | 'forbidden'

/** Why a press did not lead in, or why one is out again. */
export type HeadsetTrouble = 'no-device' | 'forbidden' | 'refused' | 'busy' | 'no-space' | 'failed'

export interface HeadsetState {
  readonly support: HeadsetSupport
  /** entering: the browser was asked · in: there is a session. */
  readonly status: 'out' | 'entering' | 'in'
  readonly trouble: HeadsetTrouble | null
  /** What the room draws to; null outside. */
  readonly session: XRSession | null
  /** visible-blurred: the system's own menu lies over it · hidden: the headset is off, or something else covers all. */
  readonly visibility: XRVisibilityState
  /** Back from having stepped away: asked before the microphone opens. */
  readonly asksToReturn: boolean
}

export interface Headset {
  readonly store: StoreApi<HeadsetState>
  /** Goes in; to be called from the press itself. Chair, connection and voice stay as they are. */
  enter(): Promise<void>
  /** Back to the flat view of the same seat. */
  leave(): void
  /** The answer to being asked: back in the circle, with or without the microphone. */
  comeBack(speak: boolean): void
  /** The room cannot be drawn to the headset: out again, with the reason. */
  fail(trouble: HeadsetTrouble): void
  stop(): void
}
