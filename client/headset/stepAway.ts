// What follows when a headset is taken off, covered by the system's menu, or put on again. Pure.
//
// Off means away: the microphone is held in that moment, and it is asked before it opens again. A menu over the view changes
// nothing for the others: one still hears and is heard.

export type StepAway = 'pause' | 'ask' | 'nothing'

/**
 * Tells what follows from a change of visibility.
 * @param resting whether the person rests already, by their own choice
 * @param away whether it was the headset that paused them
 */
export function stepAway(next: XRVisibilityState, resting: boolean, away: boolean): StepAway {
  if (next === 'hidden') return resting || away ? 'nothing' : 'pause'
  return next === 'visible' && away ? 'ask' : 'nothing'
}

/** Tells whether hands and buttons act: not while the system's menu has them. */
export function mayAct(visibility: XRVisibilityState): boolean {
  return visibility === 'visible'
}
