// Keeps a room's metadata at the newest snapshot: one call at a time, and a snapshot that was overtaken is never sent. A side room
// is only made: what its two may know they learn in the circle's own.

import type { MediaServer } from './ports.ts'
import type { MeetingRecord } from './record.ts'
import { roomOf, snapshotOf } from './snapshot.ts'
import type { Side } from './snapshot.ts'

/** Connections being replaced count beside the seats. */
const SPARE_CONNECTIONS = 10

export interface NoticeBoard {
  /** Shows the newest record if it is not shown yet; never rejects. Nothing is shown where nobody sits. */
  show(): Promise<void>
  /** Makes sure that the room is there. @throws MediaUnavailable */
  prepare(): Promise<void>
}

/**
 * Makes one for the record that `newest` returns, until it returns null; `failed` is told when the media server did not take it.
 */
export function createNoticeBoard(
  media: MediaServer,
  newest: () => MeetingRecord | null,
  failed: () => void,
  side: Side = null,
): NoticeBoard {
  let shown: { room: string; revision: number } | null = null
  let prepared: string | null = null
  let showing: Promise<void> | null = null

  async function prepare(): Promise<void> {
    const record = newest()
    if (!record) return
    const room = roomOf(record, side)
    const text = side === null ? JSON.stringify(snapshotOf(record)) : ''
    await media.ensureRoom(room, text, (side === null ? record.seats : 2) + SPARE_CONNECTIONS)
    prepared = room
  }

  async function showAll(): Promise<void> {
    try {
      for (;;) {
        const record = newest()
        if (!record || record.people.length === 0) return
        const room = roomOf(record, side)
        if (side !== null && prepared === room) return
        if (shown?.room === room && shown.revision >= record.revision) return
        if (prepared !== room) await prepare()
        if (side !== null) continue
        await media.setMetadata(room, JSON.stringify(snapshotOf(record)))
        shown = { room, revision: record.revision }
      }
    } catch {
      // Perhaps the room is gone: the next try makes it first.
      prepared = null
      failed()
    } finally {
      // In the same breath as the last look at the record, so that nobody waits for a loop that looks no more.
      showing = null
    }
  }

  return {
    prepare,
    show() {
      showing ??= Promise.resolve().then(showAll)
      return showing
    },
  }
}
