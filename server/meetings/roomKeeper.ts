// Makes one room of a meeting on the media server, the circle's own or a side room, follow its record. Quick first: what is believed to be there is compared with what
// should be, and only differences are sent, at once. Sure second: a survey lists what really is there and corrects the belief.
// Invariant: at most one call per person is on its way, and each sends what is right at its own moment; so a grant and a hold that
// overtake each other end as the record says.

import type { Identity } from '#protocol/meeting.ts'
import { createNoticeBoard } from './noticeBoard.ts'
import type { Clock, Log, MediaRights, MediaServer } from './ports.ts'
import { desiredPeople, desiredRights, reconcile, sameRights } from './reconcile.ts'
import type { MediaAction } from './reconcile.ts'
import type { MeetingRecord } from './record.ts'
import { roomOf } from './snapshot.ts'
import type { Side } from './snapshot.ts'
import { within } from './within.ts'

/** Milliseconds that revocations wait for the grants of the same change; a grant that hangs longer holds up nobody's silence. */
const GRANT_LEAD_MS = 150
/** Milliseconds after which something that failed is looked at again, without waiting for the next sweep. */
const REPAIR_MS = 500

/** Fresh object per arrival, so that an answer about an earlier connection is not taken for one about this. */
interface Belief {
  readonly rights: MediaRights | null
}

/** Who of the admitted a survey found, and who was missing from it. */
export interface Survey {
  readonly present: readonly Identity[]
  readonly absent: readonly Identity[]
}

export interface RoomKeeper {
  /** Sends what the newer record changes. Resolves when every right was answered or failed; never rejects. */
  follow(record: MeetingRecord): Promise<void>
  /** Makes sure that the room is there. @throws MediaUnavailable */
  prepare(): Promise<void>
  /** Notes with which rights somebody is about to arrive. */
  expect(identity: Identity, rights: MediaRights): void
  /** Somebody's connection has begun: whatever they brought, they get what is right now; those without a seat go. */
  arrived(identity: string): Promise<void>
  /** Compares with the real listing and repairs; null when there was no answer. Never rejects. */
  survey(): Promise<Survey | null>
  /** Takes the room down. @throws MediaUnavailable */
  end(): Promise<void>
  stop(): void
}

export function createRoomKeeper(
  first: MeetingRecord,
  { media, clock, log }: { media: MediaServer; clock: Clock; log: Log },
  side: Side = null,
): RoomKeeper {
  const nameIn = (one: MeetingRecord) => roomOf(one, side)
  const peopleIn = (one: MeetingRecord) =>
    one.people.filter(({ aside, simulated }) => !simulated && (side === null || aside === side))
  let record = first
  let surveying: Promise<Survey | null> | null = null
  let nextSurvey: Promise<Survey | null> | null = null
  let callOffRepair: (() => void) | null = null
  let stopped = false
  const believed = new Map<string, Belief>()
  const underway = new Map<string, Promise<void>>()
  const arrivedMeanwhile = new Set<string>()

  const board = createNoticeBoard(
    media,
    () => (stopped ? null : record),
    () => failed('metadata-not-set'),
    side,
  )

  function failed(event: string): void {
    log.warn(event, { meeting: record.id })
    if (stopped || callOffRepair) return
    callOffRepair = clock.after(REPAIR_MS, () => {
      callOffRepair = null
      void survey()
      void board.show()
    })
  }

  async function bringAll(identity: Identity): Promise<void> {
    try {
      for (;;) {
        const belief = believed.get(identity)
        const wanted = desiredRights(record, identity, side)
        if (stopped || !belief || !wanted || (belief.rights && sameRights(belief.rights, wanted))) return
        await media.setRights(nameIn(record), identity, wanted)
        if (believed.get(identity) === belief) believed.set(identity, { rights: wanted })
      }
    } catch {
      if (believed.has(identity)) believed.set(identity, { rights: null })
      failed('rights-not-set')
    } finally {
      underway.delete(identity)
    }
  }

  /** Brings one person's rights to what they should be, after whatever is already on its way for them. */
  function bring(identity: Identity): Promise<void> {
    const running = underway.get(identity)
    if (running) return running
    const run = Promise.resolve().then(() => bringAll(identity))
    underway.set(identity, run)
    return run
  }

  async function sendAway(identity: string): Promise<void> {
    try {
      await media.remove(nameIn(record), identity)
      if (!desiredRights(record, identity, side)) believed.delete(identity)
    } catch {
      // Believed to be there until a survey says otherwise.
      failed('person-not-removed')
    }
  }

  async function perform(actions: readonly MediaAction[]): Promise<void> {
    const removals = actions.flatMap((one) => (one.type === 'remove' ? sendAway(one.identity) : []))
    const grants = actions.flatMap((one) => (one.type === 'grant' ? bring(one.identity) : []))
    if (grants.length > 0) await within(clock, GRANT_LEAD_MS, Promise.all(grants))
    const others = actions.flatMap((one) => (one.type === 'revoke' || one.type === 'set' ? bring(one.identity) : []))
    await Promise.all([...removals, ...grants, ...others])
  }

  function differences(): MediaAction[] {
    const found = Array.from(believed, ([identity, { rights }]) => ({ identity, rights }))
    return reconcile(desiredPeople(record, side), found)
  }

  /** A new epoch is a new room; the old one goes, and every token for it is void. */
  async function move(oldRoom: string): Promise<void> {
    believed.clear()
    await board.show()
    try {
      await media.deleteRoom(oldRoom)
    } catch {
      // The next sweep takes it down.
      failed('room-not-removed')
    }
  }

  async function follow(newer: MeetingRecord): Promise<void> {
    const before = record
    if (newer.revision <= before.revision) return
    record = newer
    if (nameIn(newer) !== nameIn(before)) return await move(nameIn(before))
    if (newer.phase === 'ended') {
      // Taking the room down parts everybody at once; the picture tells them why.
      await board.show()
      return
    }
    const gone = peopleIn(before).filter((one) => !peopleIn(newer).some((other) => other.identity === one.identity))
    for (const { identity } of gone) believed.set(identity, { rights: null })
    for (const { identity, connected } of side === null ? peopleIn(newer) : []) {
      if (connected && !believed.has(identity)) believed.set(identity, { rights: null })
    }
    void board.show()
    await perform(differences())
  }

  function learn(found: readonly { identity: string; rights: MediaRights }[]): void {
    const here = new Set(found.map((one) => one.identity))
    for (const identity of believed.keys()) {
      if (!here.has(identity) && !arrivedMeanwhile.has(identity)) believed.delete(identity)
    }
    for (const { identity, rights } of found) believed.set(identity, { rights })
  }

  async function surveyOnce(): Promise<Survey | null> {
    const room = nameIn(record)
    arrivedMeanwhile.clear()
    try {
      const found = await media.participants(room)
      if (stopped || room !== nameIn(record)) return null
      learn(found)
      void board.show()
      await perform(differences())
      const here = new Set(found.map((one) => one.identity))
      const admitted = peopleIn(record).map((one) => one.identity)
      return {
        present: admitted.filter((identity) => here.has(identity)),
        absent: admitted.filter((identity) => !here.has(identity) && !arrivedMeanwhile.has(identity)),
      }
    } catch {
      // The next sweep asks again; the caller sees that there was no answer.
      return null
    }
  }

  /** A survey that has begun may be older than what asks for one, so there is one more after it. */
  function survey(): Promise<Survey | null> {
    if (surveying) {
      nextSurvey ??= surveying.then(() => {
        nextSurvey = null
        return survey()
      })
      return nextSurvey
    }
    surveying = surveyOnce().finally(() => {
      surveying = null
    })
    return surveying
  }

  return {
    follow,
    prepare: () => board.prepare(),
    survey,
    expect(identity, rights) {
      arrivedMeanwhile.add(identity)
      if (!believed.has(identity)) believed.set(identity, { rights })
    },
    async arrived(identity) {
      arrivedMeanwhile.add(identity)
      believed.set(identity, { rights: null })
      await perform(differences())
    },
    async end() {
      await board.show()
      await media.deleteRoom(nameIn(record))
    },
    stop() {
      stopped = true
      callOffRepair?.()
    },
  }
}
