// How a milestone chip goes from hand to hand: a slow arc with one turn, a rest on the lap, then it is put away. Seconds, metres,
// radians; a pure function of the time since it was handed over.

import { PIECE_AT } from '../people/handPoses.ts'

/** How long it travels, lies in the receiver's hands, and takes to go. */
export const CHIP_TRAVEL = 2.6
export const CHIP_REST = 20
export const CHIP_FADE = 1.5
/** Where it lies while somebody keeps it, in the seat's frame: above the lap, before the piece. */
export const CHIP_AT = [PIECE_AT[0], PIECE_AT[1] - 0.05, PIECE_AT[2] - 0.05] as const

export interface ChipFlight {
  /** Share of the way from giver to receiver, eased. */
  share: number
  /** Height over the straight way. */
  lift: number
  /** Turn about the vertical axis. */
  turn: number
  /** Size, 0 (not there) to 1. */
  size: number
  /** Light that it gives, 0–1. */
  glow: number
}

/** Writes where the chip is `seconds` after it was handed over; with `still` it simply lies with whoever got it. */
export function chipFlight(seconds: number, still: boolean, out: ChipFlight): void {
  const way = still ? 1 : Math.min(1, Math.max(0, seconds / CHIP_TRAVEL))
  const left = CHIP_TRAVEL + CHIP_REST + CHIP_FADE - seconds
  out.share = way * way * (3 - 2 * way)
  out.lift = 0.34 * Math.sin(Math.PI * out.share)
  out.turn = 2 * Math.PI * out.share
  out.size = seconds < 0 ? 0 : Math.min(1, Math.max(0, left / CHIP_FADE))
  out.glow = out.size * (0.35 + 0.65 * Math.exp(-Math.max(0, seconds - CHIP_TRAVEL) * 0.25))
}
