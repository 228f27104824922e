// What a script may ask of the preview of the room, as `window.preview`.

import type { Avatar, Environment } from '#protocol/meeting.ts'
import type { FrameInfo } from '../../../client/space/frame.ts'
import type { Viewpoint } from '../../../client/space/stage.ts'
import type { Scene } from './fixture.ts'

export interface Asked extends Partial<Scene> {
  /** Shows the turntable instead; only in the address. */
  readonly turntable?: Avatar
  readonly viewpoint?: Viewpoint
  readonly names?: boolean
  readonly still?: boolean
}

export interface Preview {
  /** Frames drawn so far. */
  frames: number
  /** What the newest frame cost; the object is the same each time. */
  info: FrameInfo | null
  /** The room that is shown, `plain` for the one that needs no file; null before there is one. */
  room: Environment | 'plain' | null
  /** Why there is no picture, if there is none. */
  readonly lost: string[]
  show(asked: Asked): void
  /** Goes into the headset as the button does. */
  wear(): Promise<void>
}

declare global {
  interface Window {
    preview?: Preview
  }
}
