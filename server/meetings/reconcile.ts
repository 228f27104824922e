// Desired and actual, and what to do about the difference: a crash, a lost webhook, a restarted media server and a hostile client
// all have this one answer. Pure; roomKeeper.ts carries it out.

import { maySpeak } from '#protocol/meeting.ts'
import type { Identity } from '#protocol/meeting.ts'
import type { MediaRights } from './ports.ts'
import type { MeetingRecord } from './record.ts'
import { roomOf, sidesOf, snapshotOf } from './snapshot.ts'
import type { Side } from './snapshot.ts'

/** `grant` gives somebody silent a voice, `revoke` takes one that is or may be there, `set` corrects anything else. */
export type MediaAction =
  | { readonly type: 'remove'; readonly identity: string }
  | { readonly type: 'grant' | 'revoke' | 'set'; readonly identity: Identity; readonly rights: MediaRights }

/** Somebody who is, or may be, in the room; null when nobody knows with which rights. */
export interface Found {
  readonly identity: string
  readonly rights: MediaRights | null
}

/** In a side room two talk with each other and nothing else. */
const ASIDE: MediaRights = { hear: true, speak: true, data: false }

/** What everybody may do in a room on the media server now. Nobody else may be there at all; in a side room are its two. */
export function desiredPeople(record: MeetingRecord, side: Side = null): ReadonlyMap<string, MediaRights> {
  if (record.phase === 'ended') return new Map()
  if (side !== null) {
    return new Map(record.people.filter((one) => one.aside === side).map(({ identity }) => [identity, ASIDE]))
  }
  const snapshot = snapshotOf(record)
  const rightsOf = (identity: Identity) => ({ hear: true, speak: maySpeak(snapshot, identity), data: true })
  // Who is simulated is never there: their voices are made in each page.
  const real = record.people.filter((one) => !one.simulated)
  return new Map(real.map(({ identity }) => [identity, rightsOf(identity)]))
}

/** What one identity may do in a room now; null for anybody who has no place in it. This is what the signal gate mints. */
export function desiredRights(record: MeetingRecord, identity: string, side: Side = null): MediaRights | null {
  return desiredPeople(record, side).get(identity) ?? null
}

export function sameRights(a: MediaRights, b: MediaRights): boolean {
  return a.hear === b.hear && a.speak === b.speak && a.data === b.data
}

const ORDER = ['remove', 'grant', 'revoke', 'set']

function kindOf(rights: MediaRights | null, wanted: MediaRights): 'grant' | 'revoke' | 'set' {
  if (!wanted.speak) return rights?.speak === false ? 'set' : 'revoke'
  return rights?.speak === false ? 'grant' : 'set'
}

/**
 * Lists what makes `actual` as `desired`: first everybody out who has no seat (an identity with '#' is a second connection in
 * somebody's name and never has one), then who gets a voice, then who loses it, so that the piece never falls between two hands.
 */
export function reconcile(desired: ReadonlyMap<string, MediaRights>, actual: Iterable<Found>): MediaAction[] {
  const actions: MediaAction[] = []
  for (const { identity, rights } of actual) {
    const wanted = desired.get(identity)
    if (!wanted) actions.push({ type: 'remove', identity })
    else if (rights === null || !sameRights(rights, wanted)) {
      actions.push({ type: kindOf(rights, wanted), identity, rights: wanted })
    }
  }
  return actions.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
}

/**
 * Lists the rooms to make (meetings that somebody sits in) and to take down (older epochs, side rooms that are over, ended meetings). A room whose meeting
 * is not among `records` is somebody else's and is left alone.
 */
export function reconcileRooms(
  records: readonly MeetingRecord[],
  actual: readonly string[],
): { ensure: MeetingRecord[]; remove: string[] } {
  const live = records.filter((record) => record.phase !== 'ended')
  const wanted = new Set(live.flatMap((record) => sidesOf(record).map((side) => roomOf(record, side))))
  const ours = new Set(records.map((record) => record.id))
  return {
    ensure: live.filter((record) => record.people.length > 0 && !actual.includes(roomOf(record))),
    remove: actual.filter((room) => ours.has(room.split('.')[0] ?? '') && !wanted.has(room)),
  }
}
