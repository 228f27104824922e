// Says what concerns one person alone: a reminder, a private word that is asked for or over, help that somebody needs or has seen.

import type { Care } from '#protocol/care.ts'
import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import type { Sound } from '../audio/sound.ts'
import type { Notes } from './notes.ts'

export interface CareContext {
  readonly snapshot: MeetingSnapshot | null
  /** The group's own, in order. */
  readonly agreements: readonly string[]
  readonly notes: Pick<Notes, 'add'>
  readonly sound: Pick<Sound, 'chime'>
}

/** What somebody reads who was reminded of an agreement. */
function nudgeSentence(nudge: number, agreements: readonly string[]): string {
  const agreement = agreements[nudge]
  if (agreement === undefined) return 'A kind reminder of what we agreed on, for you alone.'
  return `A kind reminder, for you alone. We agreed: “${agreement}”`
}

/** Tells what is different between two states of one's own care. */
export function announceCare(next: Care, before: Care, context: CareContext): void {
  const { snapshot, agreements, notes, sound } = context
  const nameOf = (identity: Identity) =>
    snapshot?.participants.find((one) => one.identity === identity)?.name ?? 'Somebody'
  const tell = (text: string) => {
    notes.add(text, 'attention')
    sound.chime('your-turn', true)
  }
  if (next.nudge !== null && next.nudge !== before.nudge) tell(nudgeSentence(next.nudge, agreements))
  for (const { from, crisis } of next.asked) {
    if (before.asked.some((one) => one.from === from && one.crisis === crisis)) continue
    tell(crisis ? `${nameOf(from)} needs somebody now.` : `${nameOf(from)} would like a private word with you.`)
  }
  if (next.aside && next.aside.room !== before.aside?.room) {
    tell(`You are aside with ${nameOf(next.aside.with)}. Nobody else hears you.`)
  }
  if (!next.aside && before.aside) tell('You are back in the circle.')
  for (const identity of next.needHelp) {
    if (!before.needHelp.includes(identity))
      tell(`${nameOf(identity)} asks for help, and told only those who run the meeting.`)
  }
  if (next.help === 'seen' && before.help === 'asked') tell('It has been seen: somebody knows that you need help.')
}
