// How the time to speak is shared, as this device hears it: from who is speaking now, forgotten with the page. It names who has had
// little room, for the one who runs the meeting, and tells a speaker about themselves. It ranks nobody, keeps nothing, sends nothing.

import type { Identity } from '#protocol/meeting.ts'

/** Minutes of talk in the circle before anything is said about it. */
const ENOUGH_TALK_MS = 4 * 60_000
/** Somebody must have been here so long before they can have had little room. */
const LONG_ENOUGH_MS = 5 * 60_000
/** Less than this part of an equal share is little room. */
const LITTLE = 0.25
/** More than this many equal shares, and so long at least, is a lot of room. */
const MUCH = 2.5
const MUCH_MS = 3 * 60_000
/** A page that slept has heard nothing in the meantime. */
const LONGEST_STEP_MS = 2_000

export type OwnRoom = 'little' | 'much' | 'fair'

export interface Balance {
  /** Takes who is here and who of them speaks; at least once a second while the meeting goes on. `nowMs` only grows. */
  take(people: readonly Identity[], speaking: ReadonlySet<Identity>, nowMs: number): void
  /** Who has had little room, in the order of `people`: never by how little. */
  littleRoom(people: readonly Identity[]): Identity[]
  /** How much room somebody has had, to be told to themselves alone. */
  roomOf(identity: Identity): OwnRoom
  /** Begins anew: another meeting, or another step. */
  forget(): void
}

/** Creates a balance that has heard nobody. */
export function createBalance(): Balance {
  /** Milliseconds of speaking and of being here, by person. */
  const spoke = new Map<Identity, number>()
  const here = new Map<Identity, number>()
  let lastMs: number | null = null

  const total = () => [...spoke.values()].reduce((sum, one) => sum + one, 0)
  const equalShare = () => total() / Math.max(1, here.size)
  const hadLittle = (identity: Identity) =>
    (here.get(identity) ?? 0) >= LONG_ENOUGH_MS && (spoke.get(identity) ?? 0) < LITTLE * equalShare()

  return {
    take(people, speaking, nowMs) {
      const step = lastMs === null ? 0 : Math.min(LONGEST_STEP_MS, Math.max(0, nowMs - lastMs))
      lastMs = nowMs
      for (const identity of here.keys()) {
        if (people.includes(identity)) continue
        here.delete(identity)
        spoke.delete(identity)
      }
      for (const identity of people) {
        here.set(identity, (here.get(identity) ?? 0) + step)
        if (speaking.has(identity)) spoke.set(identity, (spoke.get(identity) ?? 0) + step)
      }
    },
    littleRoom: (people) => (total() < ENOUGH_TALK_MS ? [] : people.filter(hadLittle)),
    roomOf(identity) {
      if (total() < ENOUGH_TALK_MS) return 'fair'
      const own = spoke.get(identity) ?? 0
      if (own >= MUCH_MS && own > MUCH * equalShare()) return 'much'
      return hadLittle(identity) ? 'little' : 'fair'
    },
    forget() {
      spoke.clear()
      here.clear()
      lastMs = null
    },
  }
}
