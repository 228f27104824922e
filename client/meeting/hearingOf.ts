// Who is heard from where: chairs during the meeting, and after it the places where people stand, with real distances.

import { placeInRoom, type Place } from '#protocol/circle.ts'
import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import type { Hearing } from '../audio/sound.ts'

type Seen = Pick<MeetingSnapshot, 'participants' | 'phase' | 'seats' | 'standing'>

/** Gives what ears need to know; null for somebody who has no chair. */
export function hearingOf(
  { participants, phase, seats, standing }: Seen,
  identity: Identity | null,
  near: Hearing['near'] = null,
): Hearing | null {
  const standsAt = new Map(standing.map((one) => [one.identity, one.place]))
  const places = participants.flatMap(({ identity: whose, seat }): [Identity, Place][] => {
    const place = placeInRoom(seats, seat, standsAt.get(whose))
    return place ? [[whose, place]] : []
  })
  const own = places.find(([whose]) => whose === identity)?.[1]
  if (!own) return null
  const others = new Map(places.filter(([whose]) => whose !== identity))
  return { own, others, near, distances: phase === 'after' ? 'real' : 'circle' }
}
