// How somebody takes their own chair to a second browser with six digits, in two ways: they show digits that the headset types, or
// type digits that the headset shows. It only says which session a browser may stand for; what that session may is decided
// elsewhere, so no digits lead past the door.

import type { RandomBytes } from '../meetings/ports.ts'
import type { SessionHash } from '../meetings/record.ts'
import { createCodes } from './codes.ts'
import type { Code } from './codes.ts'
import { hashSecret } from './identity.ts'
import { createTries } from './tries.ts'

/** Codes of each way that are live at once; the odds of guessing grow with them. */
export const LIVE_CODES = 4
/** Of which one source on the network may show so many in its headsets. */
const OFFERS_PER_SOURCE = 2

/** early: not looked at. wrong: one answer for wrong, used, old and guessed digits. */
export type Tried<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: 'early' | 'wrong'; readonly waitSeconds: number }

interface Standing {
  readonly session: SessionHash
  /** Has a chair already; whoever waits at the door gives way to those. */
  readonly seated: boolean
}

interface Offer {
  /** SHA-256 of what the headset collects with. */
  readonly secret: string
  readonly source: string
}

export interface Pairing {
  /** Makes the digits that somebody shows, in place of their earlier ones; null when too many are live. */
  show(who: Standing): string | null
  /** Ends the digits that somebody shows. */
  hide(session: SessionHash): void
  /** Tries digits that were shown; gives whose they are. `may`: whether that session may still be moved. */
  redeem(digits: string, source: string, may: (session: SessionHash) => boolean): Tried<SessionHash>
  /** Makes the digits that a headset shows; null when too many are live. */
  offer(source: string, secret: string): string | null
  /** Lets the headset that shows these digits stand for `session`. */
  approve(digits: string, source: string, session: SessionHash): Tried<null>
  /** What became of an offer: the session that approved it (once), a null session while nobody has, null for one that is over. */
  collect(secret: string): { readonly session: SessionHash | null } | null
}

/** Starts without any digits; `now` is a clock in ms. */
export function createPairing(now: () => number, randomBytes: RandomBytes): Pairing {
  const tries = createTries(now)
  const shown = createCodes<Standing>(now, randomBytes)
  const offers = createCodes<Offer>(now, randomBytes)
  let approved: { readonly code: Code<Offer>; readonly session: SessionHash }[] = []

  /** Looks at digits unless it is too early; what `find` does not find is a wrong try. */
  function attempt<Value>(source: string, find: () => Value | undefined): Tried<Value> {
    const waitSeconds = tries.waitOf(source)
    if (waitSeconds > 0) return { ok: false, why: 'early', waitSeconds }
    const value = find()
    if (value !== undefined) return { ok: true, value }
    return { ok: false, why: 'wrong', waitSeconds: tries.wrong(source) }
  }

  return {
    show({ session, seated }) {
      shown.end((one) => one.session === session)
      const live = shown.live()
      if (live.length >= LIVE_CODES) {
        const gives = live.find((one) => seated && !one.holder.seated)
        if (!gives) return null
        shown.end((one) => one === gives.holder)
      }
      return shown.make({ session, seated }).digits
    },
    hide: (session) => shown.end((one) => one.session === session),
    redeem: (digits, source, may) =>
      attempt(source, () => {
        const session = shown.take(digits)?.holder.session
        return session !== undefined && may(session) ? session : undefined
      }),
    offer(source, secret) {
      const own = offers.live().filter((one) => one.holder.source === source)
      if (own.length >= OFFERS_PER_SOURCE) offers.end((one) => one === own[0]?.holder)
      if (offers.live().length >= LIVE_CODES) return null
      return offers.make({ source, secret: hashSecret(secret) }).digits
    },
    approve: (digits, source, session) =>
      attempt(source, () => {
        const code = offers.take(digits)
        if (!code) return undefined
        approved.push({ code, session })
        return null
      }),
    collect(secret) {
      const hash = hashSecret(secret)
      const time = now()
      approved = approved.filter(({ code }) => code.endsAtMs > time)
      const mine = approved.find(({ code }) => code.holder.secret === hash)
      approved = approved.filter((one) => one !== mine)
      if (mine) return { session: mine.session }
      return offers.live().some((one) => one.holder.secret === hash) ? { session: null } : null
    },
  }
}
