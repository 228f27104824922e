// What is said softly to the room. One announcement at a time; its id grows, so that nobody says the same one twice.

import type { AnnouncementKind } from '#protocol/announcements.ts'
import type { MeetingRecord } from './record.ts'

/** Returns the record with something to say; `about` is a participant's chosen name. */
export function announce(record: MeetingRecord, kind: AnnouncementKind, about: string | null = null): MeetingRecord {
  return { ...record, announcement: { id: (record.announcement?.id ?? 0) + 1, kind, about } }
}
