// The side rooms of one meeting on the media server: each has a keeper of its own from the moment it is open, and is taken down in the
// moment it is over. One that stays behind is found by the sweep.

import type { Clock, Log, MediaServer } from './ports.ts'
import type { MeetingRecord } from './record.ts'
import { createRoomKeeper } from './roomKeeper.ts'
import type { RoomKeeper } from './roomKeeper.ts'
import { roomOf } from './snapshot.ts'

export interface SideRooms {
  /** Resolves when every right was answered or failed; never rejects. */
  follow(record: MeetingRecord): Promise<void>
  keeper(record: MeetingRecord, room: number): RoomKeeper
  /** Compares those that are there with who should be in them. `rooms`: every room of the media server. */
  survey(record: MeetingRecord, rooms: readonly string[]): Promise<void>
  stop(): void
}

export function createSideRooms(deps: { media: MediaServer; clock: Clock; log: Log }): SideRooms {
  const keepers = new Map<number, RoomKeeper>()

  function keeper(record: MeetingRecord, room: number): RoomKeeper {
    const known = keepers.get(room)
    if (known) return known
    const made = createRoomKeeper(record, deps, room)
    keepers.set(room, made)
    return made
  }

  async function takeDown(room: number, one: RoomKeeper, meeting: string): Promise<void> {
    keepers.delete(room)
    one.stop()
    try {
      await one.end()
    } catch {
      deps.log.warn('room-not-removed', { meeting })
    }
  }

  return {
    keeper,
    async follow(record) {
      const open = record.asides.map((one) => one.room)
      const over = [...keepers].filter(([room]) => !open.includes(room))
      await Promise.all([
        ...open.map((room) => keeper(record, room).follow(record)),
        ...over.map(([room, one]) => takeDown(room, one, record.id)),
      ])
    },
    async survey(record, rooms) {
      const there = record.asides.filter(({ room }) => rooms.includes(roomOf(record, room)))
      await Promise.all(there.map(({ room }) => keeper(record, room).survey()))
    },
    stop() {
      for (const one of keepers.values()) one.stop()
    },
  }
}
