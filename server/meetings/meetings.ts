// The meetings of this server: load, apply, save, and only then acknowledge; publish and enforce follow from what was saved.
// Loading, deciding and saving happen in one go, so inputs to a meeting never overlap. What the media server does or fails to do
// never fails a command: the room keeper and the sweep make it true.

import type { Knock } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { Script } from '#protocol/script.ts'
import { createIdentity, createKnockId } from '../admissions/identity.ts'
import { createAbsences } from './absences.ts'
import type { Absences } from './absences.ts'
import { createLedger } from './ledger.ts'
import type { Found } from './ledger.ts'
import { dueAt } from './meeting.ts'
import type { Clock, Log, MediaHint, MediaRights, MediaServer, MeetingStore, RandomBytes } from './ports.ts'
import { desiredRights, reconcileRooms } from './reconcile.ts'
import type { MeetingInput, MeetingRecord, Outcome, SessionHash, Speaker } from './record.ts'
import { createRoomKeeper } from './roomKeeper.ts'
import type { RoomKeeper } from './roomKeeper.ts'
import { createSideRooms } from './sideRooms.ts'
import type { SideRooms } from './sideRooms.ts'
import { roomOf } from './snapshot.ts'
import type { Side } from './snapshot.ts'
import { within } from './within.ts'

/** Milliseconds between two looks at everything. */
export const SWEEP_MS = 5000
/** Milliseconds that an answer waits at most for the media server to have done what the command changed. */
const ENFORCED_MS = 250

/** Told after every change that is on disk; null when the meeting is over and forgotten. */
export type MeetingListener = (group: string, record: MeetingRecord | null) => void

export interface MeetingsOptions {
  readonly store: MeetingStore
  readonly media: MediaServer
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly log: Log
  /** Seats of a new meeting of a group. */
  readonly seats: (group: string) => number
  /** Whether a group is there for practice alone; without it none is. */
  readonly practice?: (group: string) => boolean
  /** What a group means by a script's id; null when it has none of that name. */
  readonly script: (group: string, id: string) => Script | null
  /** Keeps a browser out of its group beyond this meeting; told again at every sweep, so it must bear that. */
  readonly bar: (session: SessionHash) => void
  /** Adds to a sum that a group keeps. */
  readonly count: (group: string, name: 'care-rooms', value: number) => void
}

export interface Meetings {
  /** The group's meeting; a new one with closed doors when there is none, so that people may knock. */
  forGroup(group: string): MeetingRecord
  /**
   * Resolves when it is on disk and, if the media server is quick, in force. `ifRevision` refuses with 'stale' what was meant for
   * another state.
   */
  command(group: string, by: Speaker, command: MeetingCommand, ifRevision?: number): Promise<Outcome>
  /** Somebody who is already in or already waits so is not refused. */
  knock(group: string, session: SessionHash, keyHolder: boolean, knock: Omit<Knock, 'consent'>): Promise<Outcome>
  withdraw(group: string, session: SessionHash): Promise<Outcome>
  leave(group: string, session: SessionHash): Promise<Outcome>
  /** What a practice circle's scenario does that is no command of anybody's; refused in every real meeting. */
  practise(group: string, input: PracticeInput): Promise<Outcome>
  /** A new room for the same meeting; every token for the old one is void at once. */
  renewEpoch(group: string): Promise<Outcome>
  /**
   * Makes sure that the group's room, or one of its side rooms, is there and returns its name. Call it before a token is minted.
   * @throws MediaUnavailable
   */
  prepareRoom(group: string, side?: Side): Promise<string>
  /** The running meeting whose present epoch, or open side room, a room carries. */
  inRoom(room: string): Found | null
  /** What the gate may mint for an identity in a room right now; null for everybody who is out. */
  rightsAtGate(room: string, identity: string): MediaRights | null
  /** Takes a hint of the media server about comings and goings; a false one does no harm. */
  noticed(hint: MediaHint): Promise<void>
  onChange(listener: MeetingListener): () => void
  /** Compares everything with the media server and repairs what differs. Rejects only when the store fails. */
  sweep(): Promise<void>
  /** Brings stored meetings back to life and keeps looking; returns what stops it. */
  start(): () => void
}

/** Comings and goings of simulated members, the beginning and the end. */
export type PracticeInput = Extract<
  MeetingInput,
  { type: 'begin-practice' | 'end-practice' | 'knock' | 'withdraw' | 'leave' | 'connected' | 'disconnected' }
>

interface Watched {
  readonly keeper: RoomKeeper
  readonly sides: SideRooms
  readonly absences: Absences
  /** Calls off what time alone will change, and the next look at who is missing. */
  callOff: (() => void) | null
  callOffLook: (() => void) | null
}

export function createMeetings(options: MeetingsOptions): Meetings {
  const { store, media, clock, randomBytes, log, seats, practice = () => false } = options
  const watched = new Map<string, Watched>()
  const listeners = new Set<MeetingListener>()
  const newIdentity = () => createIdentity(randomBytes)
  const ledger = createLedger({ store, clock, randomBytes, seats, practice, newIdentity })
  let sweeping: Promise<void> | null = null
  let mediaThere = true
  let stopped = false

  function watch(record: MeetingRecord): Watched {
    const known = watched.get(record.id)
    if (known) return known
    const deps = { media, clock, log }
    const keeper = createRoomKeeper(record, deps)
    const made = { keeper, sides: createSideRooms(deps), absences: createAbsences(), callOff: null, callOffLook: null }
    watched.set(record.id, made)
    return made
  }

  function keeperOf(record: MeetingRecord, side: Side): RoomKeeper {
    const { keeper, sides } = watch(record)
    return side === null ? keeper : sides.keeper(record, side)
  }

  /** For work that nobody answers for: what goes wrong is said, by its name alone, and the next sweep tries again. */
  async function tolerate(work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      log.warn('meeting-work-failed', { error: error instanceof Error ? error.name : 'unknown' })
    }
  }

  /** Tells the listeners in a moment: a voice that is to be taken does not wait until everybody has been told. */
  async function tell(group: string, record: MeetingRecord | null): Promise<void> {
    await Promise.resolve()
    for (const listener of listeners) listener(group, record)
  }

  /** Sets the clock for what time alone will change. */
  function schedule(record: MeetingRecord): void {
    const entry = watch(record)
    entry.callOff?.()
    const due = dueAt(record)
    entry.callOff =
      due === null
        ? null
        : clock.after(Math.max(0, due - clock.now()), () => void tolerate(take(record.id, { type: 'tick' })))
  }

  /** Takes the room down, and then forgets the meeting, names and all; until that succeeds every sweep tries again. */
  async function finish(record: MeetingRecord): Promise<void> {
    const entry = watch(record)
    try {
      await entry.keeper.end()
    } catch {
      log.warn('room-not-removed', { meeting: record.id })
      return
    }
    entry.keeper.stop()
    entry.callOff?.()
    entry.callOffLook?.()
    watched.delete(record.id)
    if (!store.load(record.id)) return
    // Of a crisis nothing is kept but that there was one.
    if (record.crises > 0) options.count(record.group, 'care-rooms', record.crises)
    store.delete(record.id)
    void tolerate(tell(record.group, null))
  }

  /** The one place where a meeting changes. `enforced` resolves when the media server has answered. */
  function commit(
    id: string,
    input: MeetingInput,
    ifRevision?: number,
  ): { outcome: Outcome; enforced: Promise<unknown> } {
    // Whoever comes after us decides from here on.
    if (stopped) return { outcome: { ok: false, code: 'unavailable' }, enforced: Promise.resolve() }
    const { outcome, before } = ledger.enter(id, input, ifRevision)
    if (!outcome.ok || !before) return { outcome, enforced: Promise.resolve() }
    const { record } = outcome
    const { keeper, sides } = watch(before)
    const enforced = Promise.all([keeper.follow(record), sides.follow(record)])
    schedule(record)
    if (record.barred !== before.barred) record.barred.forEach(options.bar)
    if (record.phase === 'ended') void tolerate(finish(record))
    void tolerate(tell(record.group, record))
    return { outcome, enforced }
  }

  async function take(id: string, input: MeetingInput, ifRevision?: number): Promise<Outcome> {
    const { outcome, enforced } = commit(id, input, ifRevision)
    await within(clock, ENFORCED_MS, enforced)
    return outcome
  }

  /** Compares who is there with who was thought to be there; who is missing is looked for again before they count as away. */
  async function survey(record: MeetingRecord): Promise<void> {
    const entry = watch(record)
    const found = await entry.keeper.survey()
    if (!found || stopped) return
    const { absences } = entry
    for (const identity of found.present) commit(record.id, { type: 'connected', identity })
    for (const identity of absences.look(found.absent, clock.now()))
      commit(record.id, { type: 'disconnected', identity })
    entry.callOffLook?.()
    const due = absences.dueAt(clock.now())
    entry.callOffLook = due === null ? null : clock.after(due - clock.now(), () => void tolerate(survey(record)))
  }

  async function sweepMeeting(record: MeetingRecord, rooms: readonly string[] | null): Promise<void> {
    if (stopped) return
    record.barred.forEach(options.bar)
    if (record.phase === 'ended') return await finish(record)
    // What is on disk is what counts, whoever wrote it.
    const { keeper, sides } = watch(record)
    void keeper.follow(record)
    void sides.follow(record)
    const populated = record.people.length > 0 || rooms?.includes(roomOf(record)) === true
    // First who is there, then what time does: a key-holder who never left is not missed after a restart.
    if (rooms !== null && populated) await Promise.all([survey(record), sides.survey(record, rooms)])
    commit(record.id, { type: 'tick' })
    const now = store.load(record.id)
    if (now && !stopped) schedule(now)
  }

  /** The rooms that are there; null without an answer, which is said once and not at every sweep. */
  async function listRooms(): Promise<string[] | null> {
    try {
      const rooms = await media.listRooms()
      mediaThere = true
      return rooms
    } catch {
      if (mediaThere) log.warn('media-unavailable')
      mediaThere = false
      return null
    }
  }

  async function sweepAll(): Promise<void> {
    const rooms = await listRooms()
    const records = store.list()
    const { ensure, remove } = reconcileRooms(records, rooms ?? [])
    const repairs =
      rooms === null
        ? []
        : [...ensure.map((one) => watch(one).keeper.prepare()), ...remove.map((room) => media.deleteRoom(room))]
    const done = await Promise.allSettled(repairs)
    if (done.some((one) => one.status === 'rejected')) log.warn('rooms-not-repaired')
    await Promise.all(records.map((record) => sweepMeeting(record, rooms)))
  }

  function sweep(): Promise<void> {
    sweeping ??= tolerate(sweepAll()).finally(() => {
      sweeping = null
    })
    return sweeping
  }

  return {
    forGroup: (group) => ledger.forGroup(group),
    sweep,
    command(group, by, command, ifRevision) {
      const script = command.type === 'start-script' ? options.script(group, command.script) : null
      return take(ledger.forGroup(group).id, { type: 'command', by, command, script }, ifRevision)
    },
    async knock(group, session, keyHolder, { name, avatar, firstTime, answer }) {
      const { id } = ledger.forGroup(group)
      const knock = { name, avatar, firstTime, answer: answer ?? null }
      const fresh = { id: createKnockId(randomBytes), identity: newIdentity() }
      const outcome = await take(id, { type: 'knock', session, keyHolder, knock, ...fresh })
      const same = !outcome.ok && outcome.code === 'already-so' ? store.load(id) : null
      return same ? { ok: true, record: same } : outcome
    },
    withdraw: (group, session) => take(ledger.forGroup(group).id, { type: 'withdraw', session }),
    leave: (group, session) => take(ledger.forGroup(group).id, { type: 'leave', session }),
    practise: (group, input) => take(ledger.forGroup(group).id, input),
    renewEpoch: (group) => take(ledger.forGroup(group).id, { type: 'renew-epoch' }),
    async prepareRoom(group, side = null) {
      const record = ledger.forGroup(group)
      await keeperOf(record, side).prepare()
      return roomOf(record, side)
    },
    inRoom: (room) => ledger.forRoom(room),
    rightsAtGate(room, identity) {
      const found = ledger.forRoom(room)
      const rights = found && desiredRights(found.record, identity, found.side)
      if (found && rights) keeperOf(found.record, found.side).expect(identity, rights)
      return rights
    },
    async noticed({ kind, room, identity }) {
      const found = ledger.forRoom(room)
      if (!found) return
      const { record, side } = found
      // Whether somebody is here is said by their connection to the circle; in a side room only rights matter.
      if (side !== null && kind === 'left') return
      if (side !== null) return await keeperOf(record, side).arrived(identity)
      // Who came gets the rights of now at once; who went is looked for, because a newer connection may have taken the old one's place.
      if (kind === 'left') return await survey(record)
      const { keeper, absences } = watch(record)
      absences.cameBack(identity)
      const settled = keeper.arrived(identity)
      commit(record.id, { type: 'connected', identity })
      await settled
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      let callOff = () => {}
      const again = () => {
        callOff = clock.after(SWEEP_MS, again)
        void sweep()
      }
      again()
      return () => {
        stopped = true
        callOff()
        for (const { keeper, sides, callOff: callOffTick, callOffLook } of watched.values()) {
          keeper.stop()
          sides.stop()
          callOffTick?.()
          callOffLook?.()
        }
      }
    },
  }
}
