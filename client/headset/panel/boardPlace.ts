// Where the board stands: beside the middle, so that it hides no fire, its top below everybody's faces, leaning back towards the
// eyes, on the side of the hand that points. Pure; the seat's own frame, metres.

import { EYE_HEIGHT } from '#protocol/circle.ts'
import { face, type Board } from '../pointing.ts'
import type { Point } from '../seatFrame.ts'
import { PANEL_WIDTH } from './panelLayout.ts'

const TOP = 0.98
const ASIDE = 0.72
const AHEAD = -0.86
const FAR = Math.hypot(ASIDE, EYE_HEIGHT - TOP, AHEAD)
/** A board that leans back is less high than it is long; half of that lies above its middle. */
const LEANING = 0.46

/** Sizes a board at `at` so that it fills PANEL_WIDTH by `high` degrees from `eyes`, and turns it to them. */
export function stand(board: Board, at: Readonly<Point>, eyes: Readonly<Point>, high: number): void {
  board.at.x = at.x
  board.at.y = at.y
  board.at.z = at.z
  face(board, eyes)
  const far = Math.hypot(at.x - eyes.x, at.y - eyes.y, at.z - eyes.z)
  board.width = 2 * far * Math.tan((PANEL_WIDTH * Math.PI) / 360)
  board.height = (board.width / PANEL_WIDTH) * high
}

/** Writes where the middle of a board `high` degrees high is. */
export function placeBoard(high: number, leftHanded: boolean, out: Point): void {
  const length = (2 * FAR * Math.tan((PANEL_WIDTH * Math.PI) / 360) * high) / PANEL_WIDTH
  out.x = leftHanded ? -ASIDE : ASIDE
  out.y = TOP - length * LEANING
  out.z = AHEAD
}
