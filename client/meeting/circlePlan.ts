// The circle from above on a square, one's own chair at the bottom: where each chair lies, and which person the arrow keys come to next.

import { seatPlaces } from '#protocol/circle.ts'
import type { Identity, Participant } from '#protocol/meeting.ts'

/** Where a chair lies on the square: 0–1 from its left and from its top. */
export interface PlanPlace {
  readonly seat: number
  readonly x: number
  readonly y: number
}

/** From the middle of the square to the outermost chairs. */
const REACH = 0.4

/** Lists the places of all chairs in circle order; `ownSeat` lies at the bottom, as one looks into the circle from there. */
export function planPlaces(seats: number, ownSeat: number | null): readonly PlanPlace[] {
  const places = seatPlaces(seats)
  const turn = places[ownSeat ?? 0]?.yaw ?? 0
  const outermost = Math.max(...places.map(({ x, z }) => Math.hypot(x, z)))
  return places.map(({ x, z, yaw }, seat) => {
    const angle = turn - yaw
    const reach = (Math.hypot(x, z) / outermost) * REACH
    return { seat, x: 0.5 - Math.sin(angle) * reach, y: 0.5 + Math.cos(angle) * reach }
  })
}

/**
 * Gives the person `steps` further round the circle, to the left for positive ones; the first one when nobody is chosen.
 * `order`: everybody in circle order. Null in an empty circle.
 */
export function neighbourOf(order: readonly Participant[], from: Identity | null, steps: number): Participant | null {
  const at = order.findIndex((one) => one.identity === from)
  if (at < 0) return order[0] ?? null
  return order[(at + steps + order.length) % order.length] ?? null
}
