// What the one button about speaking does just now: raise a hand, lower it, pass the piece, or say that one is done.

import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import type { Refusal, SessionActs } from './session.ts'

export type OwnTurn = 'raise' | 'lower' | 'pass' | 'done'

/** What the button says. */
export const TURN_WORDS: Readonly<Record<OwnTurn, string>> = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  pass: 'Pass on',
  done: 'I am done',
}

/** Tells which act is the fitting one for `me`. */
export function ownTurn({ floor, hands, hushed }: MeetingSnapshot, me: Identity | null): OwnTurn {
  // Under a hush the turn lies still.
  const mine = me !== null && floor.speaker === me && !hushed
  if (mine && floor.mode === 'piece') return 'pass'
  if (mine && floor.mode === 'hands') return 'done'
  return me !== null && hands.includes(me) ? 'lower' : 'raise'
}

/** Does it. */
export function takeTurn(turn: OwnTurn, acts: SessionActs): Promise<Refusal | null> {
  if (turn === 'raise') return acts.raiseHand()
  return turn === 'lower' ? acts.lowerHand() : acts.pass()
}
