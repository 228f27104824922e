// What the address and this entry of the tab's history say about the page: whether one came to sit down with six digits, and
// whether one's chair was elsewhere before a reload. A second screen that is loaded again must not pull the chair out of a headset.

import * as z from 'zod/mini'
import type { ChairAt } from './session.ts'
import type { Address } from './takeLink.ts'

const PAIR_PATH = '/pair'
const kept = z.object({ chairAt: z.enum(['device', 'window']) })

/** Tells whether somebody came to sit down here with six digits. */
export function isPairing({ location }: Address): boolean {
  return location.pathname === PAIR_PATH
}

/** Where the chair was before this page was loaded again; null when it was here. */
export function keptChairAt({ history }: Address): ChairAt | null {
  return kept.safeParse(history.state).data?.chairAt ?? null
}

/** Remembers where the chair is, as long as this tab lives. */
export function keepChairAt({ location, history }: Address, chairAt: ChairAt | null): void {
  history.replaceState(chairAt && { chairAt }, '', location.pathname + location.search)
}

/** Takes digits that a picture code brought out of the address bar; empty when there were none. */
export function takeDigits({ location, history }: Address): string {
  const digits = /^#(\d{6})$/.exec(location.hash)?.[1] ?? ''
  if (digits !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return digits
}
