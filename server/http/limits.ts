// How often one session, and one source on the network, may do a thing. Kept in memory only: a source is a salted hash that
// neither the log nor the database ever sees, and a restart forgets it.

import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

/** Times per seconds. A source is generous where a session is not: a whole group may sit behind one address. */
const BUDGETS = {
  /** Wrong links only. A right one always opens: with 256 random bits nobody guesses, and neighbours must not be locked out. */
  'wrong-link': { source: [30, 60] },
  enter: { source: [300, 60] },
  knock: { session: [12, 60], source: [300, 60] },
  command: { session: [150, 10], source: [1500, 10] },
  /** Making digits, trying them, asking what became of them. Wrong ones are counted by themselves: admissions/tries.ts. */
  pair: { session: [60, 60], source: [600, 60] },
  chat: { session: [8, 20], source: [240, 20] },
  seat: { session: [60, 60], source: [600, 60] },
  look: { session: [240, 60], source: [2400, 60] },
  /** Opening the personal stream; browsers do it again by themselves. */
  listen: { session: [60, 60], source: [600, 60] },
  /** Signal connections of one identity, and what a browser asks after a failed one: twenty in a row hurt nobody. */
  connect: { session: [120, 60] },
} as const satisfies Record<string, { session?: readonly [number, number]; source?: readonly [number, number] }>

export type Limited = keyof typeof BUDGETS

export interface Who {
  /** Hash of a session, or an identity. */
  readonly session?: string
  /** Network address; hashed before anything else. */
  readonly address?: string | undefined
}

export interface Limits {
  /** Counts one. @throws AppError 'too-many' with the seconds to wait. */
  spend(what: Limited, who: Who): Promise<void>
  /** What an address is called wherever something is counted by it. */
  sourceOf(address: string): string
}

export function createLimits(): Limits {
  const salt = randomBytes(32)
  const limiters = new Map<string, RateLimiterMemory>()
  for (const [what, budgets] of Object.entries(BUDGETS)) {
    for (const [per, [points, duration]] of Object.entries(budgets)) {
      limiters.set(`${what} ${per}`, new RateLimiterMemory({ points, duration }))
    }
  }
  const sourceOf = (address: string) => createHmac('sha256', salt).update(neighbourhood(address)).digest('base64url')

  return {
    sourceOf,
    async spend(what, { session, address }) {
      try {
        if (session !== undefined) await limiters.get(`${what} session`)?.consume(session)
        if (address !== undefined) await limiters.get(`${what} source`)?.consume(sourceOf(address))
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new AppError('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) })
      }
    },
  }
}

/** One IPv6 household has many addresses: its /64 counts as one. */
function neighbourhood(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::', 2)
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
