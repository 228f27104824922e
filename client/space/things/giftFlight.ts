// How a milestone's chip or candle goes from hand to hand, and how the closing ring of light is lit: pure functions of time, so that
// everybody sees the same by the server's clock. Seconds, metres, radians.

import { PIECE_AT } from '../people/handPoses.ts'

/** How long it travels, and takes to go when the milestone is over. */
export const GIFT_TRAVEL = 2.6
export const GIFT_FADE = 1.5
/** Where it lies with whoever has it, in the seat's frame: before the hands, a little lower than the talking piece. */
export const GIFT_AT = [PIECE_AT[0], PIECE_AT[1] - 0.09, PIECE_AT[2] - 0.06] as const
/** How long the light takes to go round the ring, and each one's light to grow or to go. */
export const RING_ROUND = 6
export const RING_FADE = 2

export interface GiftFlight {
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

const unit = (value: number): number => Math.min(1, Math.max(0, value))
const soft = (value: number): number => unit(value) ** 2 * (3 - 2 * unit(value))

/**
 * Writes where the gift is `seconds` after it was handed over and `over` seconds after the milestone ended (0: it has not); with
 * `still` it simply lies with whoever got it.
 */
export function giftFlight(seconds: number, over: number, still: boolean, out: GiftFlight): void {
  const arrived = seconds - GIFT_TRAVEL
  out.share = still ? 1 : soft(seconds / GIFT_TRAVEL)
  out.lift = 0.34 * Math.sin(Math.PI * out.share)
  out.turn = 2 * Math.PI * out.share
  out.size = soft(seconds / 0.5) * (1 - soft(over / GIFT_FADE))
  out.glow = out.size * (0.4 + 0.6 * Math.exp(-Math.max(0, arrived) * 0.2))
}

/** Returns the light, 0–1, of somebody who sits at `share` of the way round (0–1), `seconds` after the ring was lit, `over` after it was put out. */
export function ringLight(share: number, seconds: number, over: number, still: boolean): number {
  const begun = still ? seconds : seconds - share * RING_ROUND
  return soft(begun / RING_FADE) * (1 - soft(over / RING_FADE))
}
