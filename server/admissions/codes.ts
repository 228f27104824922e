// The six digits that are live now, each for one holder. In memory only, few at once, compared without telling by time how near
// a guess was.

import { timingSafeEqual } from 'node:crypto'
import { PAIR_CODE_DIGITS, PAIR_CODE_SECONDS } from '#protocol/limits.ts'
import type { RandomBytes } from '../meetings/ports.ts'

export interface Code<Holder> {
  readonly digits: string
  readonly holder: Holder
  /** Clock of the codes, ms. */
  readonly endsAtMs: number
}

export interface Codes<Holder> {
  /** Everybody's live codes, oldest first. */
  live(): readonly Code<Holder>[]
  /** Makes a code that is like no other live one. */
  make(holder: Holder): Code<Holder>
  /** The live code of these digits, which is live no more; null when there is none. */
  take(digits: string): Code<Holder> | null
  /** Ends the codes of these holders. */
  end(whose: (holder: Holder) => boolean): void
}

const ALL = 10 ** PAIR_CODE_DIGITS

/** Starts without a code; `now` is a clock in ms. */
export function createCodes<Holder>(now: () => number, randomBytes: RandomBytes): Codes<Holder> {
  let codes: Code<Holder>[] = []

  function live(): readonly Code<Holder>[] {
    const time = now()
    codes = codes.filter(({ endsAtMs }) => endsAtMs > time)
    return codes
  }

  return {
    live,
    make(holder) {
      const taken = new Set(live().map((one) => one.digits))
      // 48 bits: no digits are noticeably likelier than others.
      let number = randomBytes(6).reduce((sum, byte) => sum * 256 + byte, 0) % ALL
      const digitsOf = (one: number) => String(one).padStart(PAIR_CODE_DIGITS, '0')
      while (taken.has(digitsOf(number))) number = (number + 1) % ALL
      const code = { digits: digitsOf(number), holder, endsAtMs: now() + PAIR_CODE_SECONDS * 1000 }
      codes.push(code)
      return code
    },
    take(digits) {
      const asked = Buffer.from(digits)
      // Every code is looked at, found or not.
      const [found = null] = live().filter((one) => {
        const own = Buffer.from(one.digits)
        return own.length === asked.length && timingSafeEqual(own, asked)
      })
      codes = codes.filter((one) => one !== found)
      return found
    },
    end(whose) {
      codes = codes.filter((one) => !whose(one.holder))
    },
  }
}
