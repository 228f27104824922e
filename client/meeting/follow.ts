// Follows the meeting's snapshot from all its ways at once (room metadata, personal events, answers to commands):
// the newest revision wins, whichever way it came; what cannot be read is dropped and counted.

import { snapshotSchema, type MeetingSnapshot } from '#protocol/meeting.ts'

export interface Follow {
  /** Takes a snapshot that was read already; tells whether it was news. */
  take(snapshot: MeetingSnapshot): boolean
  /** Takes room metadata as it came. An empty text is a room that has none yet. */
  takeText(text: string): boolean
  /** Forgets the meeting: the next snapshot is news whatever its revision. */
  reset(): void
  /** Texts that were no snapshot. */
  dropped(): number
}

function parseSnapshot(text: string): MeetingSnapshot | null {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // Not JSON: counted by the caller.
    return null
  }
}

/** Starts following; `onNews` gets each newer snapshot and the one before (null for the first of a meeting). */
export function createFollow(onNews: (next: MeetingSnapshot, before: MeetingSnapshot | null) => void): Follow {
  let last: MeetingSnapshot | null = null
  let dropped = 0

  function take(snapshot: MeetingSnapshot): boolean {
    const before = last?.meeting === snapshot.meeting ? last : null
    if (before && snapshot.revision <= before.revision) return false
    last = snapshot
    onNews(snapshot, before)
    return true
  }

  return {
    take,
    takeText(text) {
      if (text === '') return false
      const snapshot = parseSnapshot(text)
      if (snapshot) return take(snapshot)
      dropped++
      return false
    },
    reset() {
      last = null
    },
    dropped: () => dropped,
  }
}
