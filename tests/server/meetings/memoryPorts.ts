// The outside of the meeting domain, in memory: a store, a clock moved by hand, and a media server whose calls arrive when the test says.

import type {
  Clock,
  Log,
  MediaParticipant,
  MediaRights,
  MediaServer,
  MeetingStore,
} from '../../../server/meetings/ports.ts'
import { MediaUnavailable } from '../../../server/meetings/ports.ts'
import type { MeetingRecord } from '../../../server/meetings/record.ts'
import { parseRecord } from '../../../server/meetings/recordSchema.ts'

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

export interface MemoryStore extends MeetingStore {
  /** Runs once before the next save, as another writer would. */
  before: ((id: string) => void) | null
  readonly saves: number
}

export function createMemoryStore(): MemoryStore {
  const documents = new Map<string, string>()
  let saves = 0
  const load = (id: string) => {
    const json = documents.get(id)
    return json === undefined ? null : parseRecord(json)
  }
  const write = (record: MeetingRecord) => documents.set(record.id, JSON.stringify(record))
  const store: MemoryStore = {
    before: null,
    get saves() {
      return saves
    },
    load,
    list: (group) => Array.from(documents.values(), parseRecord).filter((one) => (group ?? one.group) === one.group),
    insert: (record) => void write(record),
    save(record, expectedRevision) {
      const { before } = store
      store.before = null
      before?.(record.id)
      if (load(record.id)?.revision !== expectedRevision) return false
      write(record)
      saves++
      return true
    },
    delete: (id) => void documents.delete(id),
  }
  return store
}

export interface HandClock extends Clock {
  /** Lets `ms` pass, every timer at its moment. */
  advance(ms: number): Promise<void>
  readonly timers: number
}

export function createHandClock(): HandClock {
  let now = 1_000_000
  const timers = new Map<object, { at: number; run: () => void }>()
  return {
    now: () => now,
    get timers() {
      return timers.size
    },
    after(delayMs, run) {
      const key = {}
      timers.set(key, { at: now + delayMs, run })
      return () => void timers.delete(key)
    },
    async advance(ms) {
      const until = now + ms
      for (;;) {
        await settle()
        const [next] = [...timers].filter(([, one]) => one.at <= until).sort(([, a], [, b]) => a.at - b.at)
        if (!next) break
        now = Math.max(now, next[1].at)
        timers.delete(next[0])
        next[1].run()
      }
      now = until
      await settle()
    },
  }
}

/** ok: done and said · fail: neither · lost: said, not done · late: done, not said. */
export type Fate = 'ok' | 'fail' | 'lost' | 'late'

export interface MemoryMedia extends MediaServer {
  /** What was done, in order: "grant p_…", "revoke p_…", "remove p_…", "metadata", "ensure m_….1", "delete m_….1". */
  readonly done: string[]
  /** False: calls wait for `deliver`. */
  auto: boolean
  /** True: every call fails at once. */
  down: boolean
  /** Calls on their way, oldest first, in the words of `done`; "list" for questions. */
  readonly waiting: readonly string[]
  /** Lets one of the waiting calls arrive. */
  deliver(index: number, fate?: Fate): void
  join(room: string, identity: string, rights: MediaRights): void
  part(room: string, identity: string): void
  people(room: string): MediaParticipant[]
  rooms(): string[]
  metadata(room: string): string | undefined
  /** All rooms and connections are gone, as after a restart. */
  restart(): void
}

interface Room {
  metadata: string
  readonly people: Map<string, MediaRights>
}

export function createMemoryMedia(): MemoryMedia {
  const rooms = new Map<string, Room>()
  const waiting: { label: string; meet: (fate: Fate) => void }[] = []
  const done: string[] = []
  const existing = (name: string) => {
    const room = rooms.get(name)
    if (!room) throw new MediaUnavailable('no such room')
    return room
  }

  function call<T>(label: string, work: () => T, nothing: T): Promise<T> {
    if (media.down) return Promise.reject(new MediaUnavailable('down'))
    if (media.auto) return new Promise((resolve) => resolve(work()))
    return new Promise<T>((resolve, reject) => {
      const arrive = (said: boolean) => {
        try {
          const result = work()
          if (said) resolve(result)
          else reject(new MediaUnavailable('no answer'))
        } catch (error) {
          reject(error instanceof Error ? error : new Error('thrown'))
        }
      }
      const meet = (fate: Fate) => {
        if (fate === 'ok' || fate === 'late') arrive(fate === 'ok')
        else if (fate === 'lost') resolve(nothing)
        else reject(new MediaUnavailable('no answer'))
      }
      waiting.push({ label, meet })
    })
  }

  const media: MemoryMedia = {
    done,
    auto: true,
    down: false,
    get waiting() {
      return waiting.map((one) => one.label)
    },
    deliver(index, fate = 'ok') {
      const [one] = waiting.splice(index % waiting.length, 1)
      one?.meet(fate)
    },
    join: (room, identity, rights) => void existing(room).people.set(identity, rights),
    part: (room, identity) => void rooms.get(room)?.people.delete(identity),
    people: (room) => Array.from(rooms.get(room)?.people ?? [], ([identity, rights]) => ({ identity, rights })),
    rooms: () => [...rooms.keys()],
    metadata: (room) => rooms.get(room)?.metadata,
    restart: () => rooms.clear(),
    ensureRoom: (room, metadata) =>
      call(
        `ensure ${room}`,
        () => {
          if (rooms.has(room)) return
          rooms.set(room, { metadata, people: new Map() })
          done.push(`ensure ${room}`)
        },
        undefined,
      ),
    deleteRoom: (room) =>
      call(`delete ${room}`, () => void (rooms.delete(room) && done.push(`delete ${room}`)), undefined),
    listRooms: () => call('list', () => [...rooms.keys()], []),
    participants: (room) => call('list', () => media.people(room), []),
    setRights(room, identity, rights) {
      const label = `${rights.speak ? 'grant' : 'revoke'} ${identity}`
      const work = () => {
        const people = rooms.get(room)?.people
        if (!people?.has(identity)) return
        people.set(identity, rights)
        done.push(label)
      }
      return call(label, work, undefined)
    },
    remove(room, identity) {
      const label = `remove ${identity}`
      return call(label, () => void (rooms.get(room)?.people.delete(identity) && done.push(label)), undefined)
    },
    setMetadata(room, metadata) {
      const work = () => {
        existing(room).metadata = metadata
        done.push('metadata')
      }
      return call('metadata', work, undefined)
    },
    mint: (room, identity) => Promise.resolve(`${room}/${identity}`),
    verify: (token) => {
      const [room = '', identity = ''] = token.split('/')
      return Promise.resolve({ room, identity })
    },
    ready: () => Promise.resolve(!media.down),
  }
  return media
}

/** Random bytes that are different every time and the same in every run. */
export function createCountingBytes(): (count: number) => Uint8Array {
  let counter = 0
  return (count) => {
    counter++
    return Uint8Array.from({ length: count }, (_, n) => (n < 4 ? (counter >>> (n * 5)) & 31 : n))
  }
}

export interface MemoryLog extends Log {
  readonly events: string[]
}

export function createMemoryLog(): MemoryLog {
  const events: string[] = []
  return { events, info: (event) => void events.push(event), warn: (event) => void events.push(event) }
}
