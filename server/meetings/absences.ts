// Who is missing from the media server, and since when. A connection that is renewed is gone for a second or two, and after a restart
// of anything everybody's is; so only who stays missing for a while counts as away, and the piece does not go past the others.

import type { Identity } from '#protocol/meeting.ts'

/** Milliseconds that somebody is missing before they count as away: longer than renewing a connection takes (0.3–2.1 s measured). */
export const AWAY_AFTER_MS = 4000

export interface Absences {
  /** Takes who is missing now, everybody else is here; returns who counts as away. `now` is the server clock, ms. */
  look(missing: readonly Identity[], now: number): Identity[]
  /** Somebody came, whatever an older list says. */
  cameBack(identity: Identity): void
  /** When to look again, ms of the server clock; null while nobody is about to count as away. */
  dueAt(now: number): number | null
}

export function createAbsences(): Absences {
  const since = new Map<Identity, number>()
  return {
    look(missing, now) {
      for (const identity of since.keys()) if (!missing.includes(identity)) since.delete(identity)
      for (const identity of missing) if (!since.has(identity)) since.set(identity, now)
      return missing.filter((identity) => now - (since.get(identity) ?? now) >= AWAY_AFTER_MS)
    },
    cameBack: (identity) => void since.delete(identity),
    dueAt(now) {
      const dues = Array.from(since.values(), (start) => start + AWAY_AFTER_MS).filter((due) => due > now)
      return dues.length === 0 ? null : Math.min(...dues)
    },
  }
}
