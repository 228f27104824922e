// Says softly what changed: one note for each new announcement and for one's own turn, and the bowl's sound where it helps.

import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'
import { announcementSentence } from './announcementSentences.ts'
import type { Notes } from './notes.ts'
import type { Sound } from '../audio/sound.ts'

const NEEDS_ATTENTION: readonly string[] = ['removed', 'hushed', 'closing', 'ended', 'facilitator-away']

/** Tells what is different between two snapshots; `before` is null on arrival, when old news stays unsaid. */
export function announce(
  next: MeetingSnapshot,
  before: MeetingSnapshot | null,
  own: Identity | null,
  notes: Notes,
  sound: Pick<Sound, 'chime'>,
): void {
  if (!before) return
  const me = next.participants.find((one) => one.identity === own)
  const myTurn = own !== null && next.floor.speaker === own && before.floor.speaker !== own
  const said = next.announcement
  const news = said !== null && said.id !== before.announcement?.id

  if (news) {
    const toYou = me !== undefined && said.about === me.name
    const tone = NEEDS_ATTENTION.includes(said.kind) || (toYou && said.kind === 'held') ? 'attention' : 'calm'
    notes.add(announcementSentence(said.kind, said.about, toYou), myTurn ? 'attention' : tone)
    if (said.kind === 'joined' && !toYou) sound.chime('joined', false)
    if (said.kind === 'closing') sound.chime('time-near', false)
  }
  if (myTurn) {
    if (!news || (said.kind !== 'called' && said.kind !== 'piece-passed')) notes.add('You have the word.', 'attention')
    sound.chime('your-turn', true)
  }
}
