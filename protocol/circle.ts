// Where the seats are: one formula for the server's neighbours, the client's chairs and everybody's ears.
// Pure geometry in metres and radians; right-handed, y up, the circle's centre at the origin, floor at y = 0.

import { MAX_SEATS, MIN_SEATS } from './limits.ts'

export interface Place {
  /** Metres. */
  readonly x: number
  readonly z: number
  /** Turn about +y in radians: yaw 0 looks along -z. */
  readonly yaw: number
}

/** A chair; it looks at the centre. */
export interface SeatPlace extends Place {
  readonly ring: 0 | 1
}

/** A marked place to stand at, *after* the meeting; it looks at the middle of its small group. */
export interface StandingPlace extends Place {
  readonly group: number
}

/** Seated eye height above the floor, in metres; equal for everybody. */
export const EYE_HEIGHT = 1.2
/** Height of every chair's sitting surface, in metres. */
export const SEAT_HEIGHT = 0.45
/** Up to this many seats stand in one ring; more stand in two, so that opposite faces stay readable. */
export const ONE_RING_SEATS = 16

const WIDE_SPACING = 1.2
const NEAR_SPACING = 1.087
const RING_GAP = 1.25
/** A smaller ring would bring knees and the fire in the middle too close (docs/decisions). */
const SMALLEST_RADIUS = 1.25

function ringRadius(seats: number, spacing: number): number {
  return Math.max(SMALLEST_RADIUS, spacing / (2 * Math.sin(Math.PI / seats)))
}

function spacingFor(seats: number): number {
  if (seats <= 8) return WIDE_SPACING
  return Math.max(NEAR_SPACING, WIDE_SPACING - ((seats - 8) / 4) * (WIDE_SPACING - NEAR_SPACING))
}

function innerSeats(seats: number): number {
  for (let inner = 8; inner < seats; inner++) {
    const outerRadius = ringRadius(inner, NEAR_SPACING) + RING_GAP
    if (inner + Math.floor((2 * Math.PI * outerRadius) / NEAR_SPACING) >= seats) return inner
  }
  return seats
}

/** Radius in metres of the circle's rings for a number of seats: one number, or two from 17 seats on. */
export function ringRadii(seats: number): readonly number[] {
  if (seats <= ONE_RING_SEATS) return [ringRadius(seats, spacingFor(seats))]
  const inner = ringRadius(innerSeats(seats), NEAR_SPACING)
  return [inner, inner + RING_GAP]
}

function checkedSeats(seats: number): number {
  if (Number.isInteger(seats) && seats >= MIN_SEATS && seats <= MAX_SEATS) return seats
  throw new RangeError(`a circle has ${MIN_SEATS} to ${MAX_SEATS} seats`)
}

/**
 * Lists the places of a circle with `seats` seats (4–50), in circle order: seat i + 1 is the next one to the left of seat i
 * as the sitter sees it. In two rings the order runs round both together, by angle, so that neighbours in order are near.
 * @throws RangeError outside 4–50 or for a fraction.
 */
export function seatPlaces(seats: number): readonly SeatPlace[] {
  const [innerRadius, outerRadius] = ringRadii(checkedSeats(seats))
  const inner = outerRadius === undefined ? seats : innerSeats(seats)
  const place = (index: number, count: number, radius: number, ring: 0 | 1, offset: number) => {
    // Sitting at angle 0 means sitting at +z and looking along -z; a growing angle walks clockwise seen from above,
    // which is towards the sitter's own left.
    const angle = ((index + offset) / count) * 2 * Math.PI
    return { x: -Math.sin(angle) * radius, z: Math.cos(angle) * radius, yaw: -angle, ring, angle }
  }
  const all = [
    ...Array.from({ length: inner }, (_, i) => place(i, inner, innerRadius ?? 0, 0, 0)),
    ...Array.from({ length: seats - inner }, (_, i) => place(i, seats - inner, outerRadius ?? 0, 1, 0.5)),
  ]
  all.sort((a, b) => a.angle - b.angle || a.ring - b.ring)
  return all.map(({ x, z, yaw, ring }) => ({ x, z, yaw, ring }))
}

/** People who stand at one spot together. */
const GROUP_SIZE = 3
/** From a group's middle to who stands there, metres: neighbours are 1.09 m apart, as in the circle. */
const GROUP_RADIUS = 0.63
/** From the outer chairs to a group's middle, metres: clear of the backs. */
const BEHIND_CHAIRS = 1.3
/** A group's middle is nowhere farther out: the smallest room's walls are near. Wider circles have their groups inside. */
const FARTHEST = 5.5
/** Metres of a ring of groups that each of them has to itself. */
const GROUP_SPACING = 2.2

/**
 * Lists the marked places for a circle with `seats` seats (4–50): small groups of three all round, a place for everybody where the room
 * allows. The server says who stands where; nobody stands anywhere else.
 * @throws RangeError outside 4–50 or for a fraction.
 */
export function standingPlaces(seats: number): readonly StandingPlace[] {
  const radii = ringRadii(checkedSeats(seats))
  const outside = (radii.at(-1) ?? 0) + BEHIND_CHAIRS
  const radius = outside <= FARTHEST ? outside : (radii[0] ?? 0) - BEHIND_CHAIRS
  const groups = Math.min(Math.ceil(seats / GROUP_SIZE), Math.floor((2 * Math.PI * radius) / GROUP_SPACING))
  return Array.from({ length: groups * GROUP_SIZE }, (_, index) => {
    const group = Math.floor(index / GROUP_SIZE)
    const angle = ((group + 0.5) / groups) * 2 * Math.PI
    // The first of each group has the circle behind them.
    const turn = angle + Math.PI + ((index % GROUP_SIZE) / GROUP_SIZE) * 2 * Math.PI
    const x = -Math.sin(angle) * radius - Math.sin(turn) * GROUP_RADIUS
    const z = Math.cos(angle) * radius + Math.cos(turn) * GROUP_RADIUS
    return { x, z, yaw: -turn, group }
  })
}

/** Where somebody is who has a seat and, after the meeting, perhaps stands at a marked place; null for a place that is not there. */
export function placeInRoom(seats: number, seat: number, standing: number | undefined): Place | null {
  return (standing === undefined ? seatPlaces(seats)[seat] : standingPlaces(seats)[standing]) ?? null
}
