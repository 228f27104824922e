// Who is meant: the person that a hand points at, and the one towards whom the piece is held out. Pure; one's own seat's frame.

import { EYE_HEIGHT, type SeatPlace } from '#protocol/circle.ts'
import type { Identity, MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import { passes, type Ray } from './pointing.ts'
import type { Point } from './seatFrame.ts'

/** A seated body from below the chin, metres. */
const BREAST = EYE_HEIGHT - 0.2
const BODY = 0.34
/** A hand that is held out means whoever is this near its direction, radians. */
const TOWARDS = 0.4

/** Where another seat's middle is in one's own seat's frame, at breast height. */
export function seenFrom(own: SeatPlace, other: SeatPlace): Point {
  const [dx, dz] = [other.x - own.x, other.z - own.z]
  const [sin, cos] = [Math.sin(own.yaw), Math.cos(own.yaw)]
  return { x: dx * cos - dz * sin, y: BREAST, z: dz * cos + dx * sin }
}

function others(snapshot: MeetingSnapshot, me: Participant, places: readonly SeatPlace[]) {
  const own = places[me.seat]
  if (!own) return []
  return snapshot.participants.flatMap((one) => {
    const place = places[one.seat]
    return place && one !== me ? [{ one, at: seenFrom(own, place) }] : []
  })
}

/** Whom a ray meets first; null when it meets nobody. */
export function pointedAt(
  ray: Ray,
  snapshot: MeetingSnapshot,
  me: Participant,
  places: readonly SeatPlace[],
): Identity | null {
  const met = others(snapshot, me, places).filter(({ at }) => passes(ray, at) < BODY)
  const far = ({ at }: { at: Point }) => Math.hypot(at.x - ray.x, at.z - ray.z)
  return met.toSorted((a, b) => far(a) - far(b))[0]?.one.identity ?? null
}

/** Towards whom a hand is held out (radians from straight ahead, positive to the left), if they can take a piece; null: nobody. */
export function reachedFor(
  yaw: number,
  snapshot: MeetingSnapshot,
  me: Participant,
  places: readonly SeatPlace[],
): Identity | null {
  const near = others(snapshot, me, places)
    .filter(({ one }) => one.presence === 'present')
    .map(({ one, at }) => {
      const off = Math.atan2(-at.x, -at.z) - yaw
      return { one, off: Math.abs(Math.atan2(Math.sin(off), Math.cos(off))), far: Math.hypot(at.x, at.z) }
    })
    .filter(({ off }) => off < TOWARDS)
  return near.toSorted((a, b) => a.far - b.far)[0]?.one.identity ?? null
}
