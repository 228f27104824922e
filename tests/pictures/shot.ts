// One picture of docs/pictures: what it shows, and how large. A group of them is one file beside this one, listed in pictures.ts.

import type { Page } from 'playwright-core'
import { EYE_HEIGHT, seatPlaces } from '../../protocol/circle.ts'
import type { Viewpoint } from '../../client/space/stage.ts'
import type { Asked } from '../support/preview-space/handle.ts'

interface Kept {
  /** File name without its end. */
  readonly name: string
  /** Pixels of the picture. */
  readonly size: readonly [number, number]
}

/** The room, as the real client draws it. */
export interface RoomShot extends Kept {
  readonly scene: Asked
}

/** One of the pages (tests/support/preview/scenes.ts), brought to where it is to be seen. */
export interface PageShot extends Kept {
  /** What follows the `?` of the preview's address. */
  readonly query: string
  readonly prepare?: (page: Page) => Promise<void>
}

export type Shot = RoomShot | PageShot

/** What somebody at a seat sees who looks at the middle. */
export function fromSeat(seats: number, seat: number): Viewpoint {
  const { x, z } = seatPlaces(seats)[seat] ?? { x: 0, z: 0 }
  return { from: [x, EYE_HEIGHT, z], to: [0, EYE_HEIGHT - 0.06 * Math.hypot(x, z), 0], field: 56 }
}

/** Somebody at a seat, seen from the chair across, as near as if one leaned forward. */
export function acrossFrom(seats: number, seat: number): Viewpoint {
  const { x, z } = seatPlaces(seats)[seat] ?? { x: 0, z: 0 }
  return { from: [-x * 0.75, EYE_HEIGHT + 0.05, -z * 0.75], to: [x, 0.86, z], field: 30 }
}
