// Desired and actual, and what to do about the difference: a crash, a lost webhook, a restarted media server and a hostile client
// all have this one answer. Pure; roomKeeper.ts carries it out.

import { maySpeak } from '#protocol/meeting.ts'
import type { Identity } from '#protocol/meeting.ts'
import type { MediaRights } from './ports.ts'
import type { MeetingRecord } from './record.ts'
import { roomOf, snapshotOf } from './snapshot.ts'

/** `grant` gives somebody silent a voice, `revoke` takes one that is or may be there, `set` corrects anything else. */
export type MediaAction =
  | { readonly type: 'remove'; readonly identity: string }
  | { readonly type: 'grant' | 'revoke' | 'set'; readonly identity: Identity; readonly rights: MediaRights }

/** Somebody who is, or may be, in the room; null when nobody knows with which rights. */
export interface Found {
  readonly identity: string
  readonly rights: MediaRights | null
}

/** What everybody who is admitted may do on the media server now. Nobody else may be there at all. */
export function desiredPeople(record: MeetingRecord): ReadonlyMap<string, MediaRights> {
  if (record.phase === 'ended') return new Map()
  const snapshot = snapshotOf(record)
  const rightsOf = (identity: Identity) => ({ hear: true, speak: maySpeak(snapshot, identity), data: true })
  // Who is simulated is never there: their voices are made in each page.
  const real = record.people.filter((one) => !one.simulated)
  return new Map(real.map(({ identity }) => [identity, rightsOf(identity)]))
}

/** What one identity may do now; null for anybody who has no seat. This is what the signal gate mints. */
export function desiredRights(record: MeetingRecord, identity: string): MediaRights | null {
  return desiredPeople(record).get(identity) ?? null
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
 * Lists the rooms to make (meetings that somebody sits in) and to take down (older epochs and ended meetings). A room whose meeting
 * is not among `records` is somebody else's and is left alone.
 */
export function reconcileRooms(
  records: readonly MeetingRecord[],
  actual: readonly string[],
): { ensure: MeetingRecord[]; remove: string[] } {
  const live = records.filter((record) => record.phase !== 'ended')
  const wanted = new Set(live.map(roomOf))
  const ours = new Set(records.map((record) => record.id))
  return {
    ensure: live.filter((record) => record.people.length > 0 && !actual.includes(roomOf(record))),
    remove: actual.filter((room) => ours.has(room.split('.')[0] ?? '') && !wanted.has(room)),
  }
}
