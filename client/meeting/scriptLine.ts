// Where a running script is, in words for everybody: the step, what it invites to, how long it still is, and when all will be over.

import type { MemberAct, ScriptRunView } from '#protocol/scriptRun.ts'
import { expectedEnd, stepLeft } from '#protocol/scriptRun.ts'

const ACTS: Readonly<Record<MemberAct, string>> = {
  'say-hello': 'say hello',
  wave: 'wave',
  share: 'share',
  'one-word': 'give one word',
  gesture: 'make a gesture',
  listen: 'listen',
  'stay-quiet': 'stay quiet',
}

/** The current step's title. */
export function stepTitle(run: ScriptRunView): string {
  return run.titles[run.index] ?? ''
}

/** What a step invites to; empty when it says nothing about it. */
export function invitationTo(members: readonly MemberAct[]): string {
  const acts = members.map((act) => ACTS[act])
  const last = acts.pop()
  if (last === undefined) return ''
  return `You may ${acts.length > 0 ? `${acts.join(', ')} or ${last}` : last}.`
}

/** What the current step invites to. */
export function invitation({ members }: ScriptRunView): string {
  return invitationTo(members)
}

/** Minutes and seconds as a clock shows them: 0:00 and up. */
export function clockOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How long the step still is; `now`: the server's clock, ms. */
export function stepTime(run: ScriptRunView, now: number): string {
  if (run.pausedAt !== null) return 'Time stands still.'
  const left = stepLeft(run, now)
  return left > 0 ? `${clockOf(left)} left for this.` : 'The time for this is over; nobody is cut off.'
}

/** When the script will be over, by the clock on this person's wall; `offsetMs`: server clock minus ours. */
export function endTime(run: ScriptRunView, now: number, offsetMs: number): string {
  const at = new Date(expectedEnd(run, now) - offsetMs)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
