// Points at a button of the board in a headset and presses it: where it lies comes from the same layout that the painter uses, out
// of the meeting as it is.

import { EYE_HEIGHT } from '#protocol/circle.ts'
import type { DoorEntry } from '#protocol/api.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { placeBoard, stand } from '../../client/headset/panel/boardPlace.ts'
import { placeAt, type PanelPage } from '../../client/headset/panel/panel.ts'
import { layOut, PANEL_WIDTH } from '../../client/headset/panel/panelLayout.ts'
import { panelOf } from '../../client/headset/panel/panelOf.ts'
import type { Board } from '../../client/headset/pointing.ts'
import { createSessionStore } from '../../client/meeting/sessionStore.ts'
import { DEFAULT_SETTINGS } from '../../client/settings/settings.ts'
import type { Side, WornHeadset } from './headset.ts'

/** Where the head is while one sits down; the seat's frame is this much lower. */
export const SEATED = { x: 0, y: 1.6, z: 0, yaw: 0, pitch: 0 } as const
const LOWER = SEATED.y - EYE_HEIGHT
/** A hand at rest, from where it points (seat's frame). */
const REST = { left: { x: -0.18, y: 0.85, z: -0.22 }, right: { x: 0.18, y: 0.85, z: -0.22 } } as const
/** Frames in which a hand's move or press has arrived everywhere. */
const FRAMES = 3

export interface Shown {
  readonly page: PanelPage
  readonly about?: string | null
  readonly snapshot: MeetingSnapshot
  readonly name: string
  readonly door?: readonly DoorEntry[]
}

/** Points with a hand at a button of the board, as the headset's own space has it. @throws Error when there is no such button. */
function aim(label: string, { page, about, snapshot, name, door }: Shown, side: Side) {
  const identity = snapshot.participants.find((one) => one.name === name)?.identity ?? null
  const state = { ...createSessionStore(true).getState(), place: 'circle', connection: 'connected' } as const
  const panel = panelOf({
    state: { ...state, snapshot, identity, door: door ?? [] },
    comfort: DEFAULT_SETTINGS.comfort,
    place: placeAt(page, about ?? null),
    now: 0,
    helplines: null,
  })
  const layout = layOut(panel)
  const region = layout.buttons.find(({ button }) => button.label === label)
  if (!region) throw new Error(`no "${label}" among ${panel.buttons.map((one) => one.label).join(', ')}`)
  const board: Board = {
    at: { x: 0, y: 0, z: 0 },
    right: { x: 1, y: 0, z: 0 },
    up: { x: 0, y: 1, z: 0 },
    width: 1,
    height: 1,
  }
  const at = { x: 0, y: 0, z: 0 }
  placeBoard(layout.height, false, at)
  stand(board, at, { x: 0, y: EYE_HEIGHT, z: 0 }, layout.height)
  const u = ((region.x + region.width / 2) / PANEL_WIDTH - 0.5) * board.width
  const v = (0.5 - (region.y + region.height / 2) / layout.height) * board.height
  const from = REST[side]
  const [x, y, z] = [
    at.x + board.right.x * u + board.up.x * v - from.x,
    at.y + board.right.y * u + board.up.y * v - from.y,
    at.z + board.right.z * u + board.up.z * v - from.z,
  ]
  return { ...from, y: from.y + LOWER, yaw: Math.atan2(-x, -z), pitch: Math.atan2(y, Math.hypot(x, z)) }
}

/** Points at a button of the board and presses it, with a controller's trigger or a pinch. */
export async function pressesOnBoard(
  worn: WornHeadset,
  label: string,
  shown: Shown,
  how: { readonly side?: Side; readonly bare?: boolean } = {},
): Promise<void> {
  const side = how.side ?? 'right'
  const press = (value: 0 | 1) => (how.bare ? worn.pinch(side, value) : worn.button(side, 'trigger', value))
  await worn.hand(side, aim(label, shown, side))
  await worn.frames(FRAMES)
  await press(1)
  await worn.frames(FRAMES)
  await press(0)
  await worn.frames(FRAMES)
}
