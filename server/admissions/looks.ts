// What each browser is called and looks like while it is not in the circle: what it chose last, or a suggestion that stays the same
// while one thinks about it. In memory only, and forgotten with the meeting.

import type { Avatar } from '#protocol/meeting.ts'
import { CHARACTERS, PALETTES } from '#protocol/meeting.ts'
import type { RandomBytes } from '../meetings/ports.ts'
import type { SessionHash } from '../meetings/record.ts'
import { suggestName } from './pseudonyms.ts'

export interface Look {
  readonly name: string
  readonly avatar: Avatar
}

export interface Looks {
  /** What this browser chose last, else a suggestion that is not like any of `taken`. */
  of(session: SessionHash, taken: readonly string[]): Look
  remember(session: SessionHash, look: Look): void
  /** Forgets everybody: the meeting is over. */
  clear(): void
}

/** Browsers remembered at once; beyond that the oldest gets a new suggestion. */
const MOST = 2000

export function createLooks(randomBytes: RandomBytes): Looks {
  const looks = new Map<SessionHash, Look>()
  const pick = <T>(from: readonly [T, ...T[]]): T => from[(randomBytes(1)[0] ?? 0) % from.length] ?? from[0]

  function remember(session: SessionHash, look: Look): void {
    looks.delete(session)
    looks.set(session, look)
    const [oldest] = looks.keys()
    if (looks.size > MOST && oldest !== undefined) looks.delete(oldest)
  }

  return {
    remember,
    of(session, taken) {
      const known = looks.get(session)
      if (known) return known
      const avatar: Avatar = { character: pick(CHARACTERS), palette: pick(PALETTES), accessory: 'none' }
      const look = { name: suggestName(randomBytes, taken), avatar }
      remember(session, look)
      return look
    },
    clear: () => looks.clear(),
  }
}
