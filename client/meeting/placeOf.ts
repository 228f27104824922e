// Where a person is, from what the server says of them and what they did on this page a moment ago.

import type { Me } from '#protocol/api.ts'
import type { OutReason, Place } from './session.ts'

/** What this page knows and the server does not (yet), or never will. */
export interface Local {
  /** Left by a press; holds even when the server has not heard it. */
  readonly left: boolean
  /** Another page of this person has the chair. */
  readonly moved: boolean
  /** Chose to begin anew after leaving or a declined knock. */
  readonly again: boolean
}

export interface Where {
  readonly place: Place
  readonly out: OutReason | null
}

const out = (reason: OutReason): Where => ({ place: 'out', out: reason })
const at = (place: Place): Where => ({ place, out: null })

/** Tells where the person is. */
export function placeOf(me: Pick<Me, 'knock' | 'phase'>, local: Local): Where {
  if (me.knock === 'blocked' || me.knock === 'removed') return out(me.knock)
  if (me.knock === 'admitted' && local.left) return out('left')
  if (me.phase === 'ended') return out('ended')
  if (me.knock === 'admitted') return local.moved ? out('moved') : at('circle')
  if (me.knock === 'waiting' || me.knock === 'wait-closed') return at('waiting')
  if (me.knock === 'declined' || me.knock === 'left') return local.again ? at('porch') : out(me.knock)
  return at('porch')
}
