// A link's secret is read from the fragment and taken out of the address bar before anything else happens.

import { enterRequest } from '#protocol/api.ts'
import type { EnterRequest } from '../api/api.ts'

/** The parts of window that are used. */
export interface Address {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState' | 'state'>
}

/**
 * Takes the link out of the address bar and gives it; null when there was none.
 * A fragment that is no link of ours is removed all the same: it may be a secret that was cut or copied badly.
 */
export function takeLink({ location, history }: Address): EnterRequest | 'unreadable' | null {
  const match = /^#([kdip])=(.*)$/.exec(location.hash)
  if (!match) return null
  history.replaceState(null, '', location.pathname + location.search)
  const link = enterRequest.safeParse({ kind: match[1], secret: match[2] })
  return link.success ? link.data : 'unreadable'
}
