// Where a person is, from what the server says of them and what they did on this page a moment ago.

import type { Me } from '#protocol/api.ts'
import type { ChairAt, OutReason, Place } from './session.ts'

/** What this page knows and the server does not (yet), or never will. */
export interface Local {
  /** Left by a press; holds even when the server has not heard it. */
  readonly left: boolean
  /** Another page of this person has the chair, or will have it. */
  readonly chairAt: ChairAt | null
  /** Came to type six digits, or to show some. */
  readonly pairing: boolean
  /** Chose to begin anew after leaving or a declined knock. */
  readonly again: boolean
  /** The meeting ended around this person; a new one may stand in its place before they have read so. */
  readonly ended: boolean
}

export interface Where {
  readonly place: Place
  readonly out: OutReason | null
}

const out = (reason: OutReason): Where => ({ place: 'out', out: reason })
const at = (place: Place): Where => ({ place, out: null })

/** Tells whether the meeting has just ended for somebody who is at `place`: the server forgets it at once, and them with it. */
export function endedAt(place: Place, me: Pick<Me, 'knock' | 'phase'>): boolean {
  if (place === 'circle' || place === 'companion') return me.phase === 'ended' || me.knock === 'none'
  return place === 'waiting' && me.phase === 'ended'
}

/** Tells where the person is. */
export function placeOf(me: Pick<Me, 'knock' | 'phase'>, local: Local): Where {
  if (local.pairing) return at('pairing')
  if (me.knock === 'blocked' || me.knock === 'removed') return out(me.knock)
  if (me.knock === 'admitted' && local.left) return out('left')
  if (me.phase === 'ended' || (local.ended && me.knock === 'none')) return out('ended')
  if (me.knock === 'admitted') return at(local.chairAt === null ? 'circle' : 'companion')
  if (me.knock === 'waiting' || me.knock === 'wait-closed') return at('waiting')
  if (me.knock === 'declined' || me.knock === 'left' || me.knock === 'freed')
    return local.again ? at('porch') : out(me.knock)
  return at('porch')
}
