// How the floor stands, in one or two short sentences for the person who reads them. The page's top line and the boards of the
// room say the same.

import { runsMeeting } from '#protocol/roles.ts'
import { type Identity, type MeetingSnapshot } from '#protocol/meeting.ts'

const PLACES = ['next', 'second', 'third', 'fourth', 'fifth'] as const

function nameOf(snapshot: MeetingSnapshot, identity: Identity | null): string | null {
  return snapshot.participants.find((one) => one.identity === identity)?.name ?? null
}

function handsLine(snapshot: MeetingSnapshot, me: Identity | null): string {
  const { speaker } = snapshot.floor
  if (speaker !== null && speaker === me) return 'You have the word.'
  const name = nameOf(snapshot, speaker)
  const now = name === null ? 'Nobody has the word.' : `${name} has the word.`
  const at = me === null ? -1 : snapshot.hands.indexOf(me)
  if (at < 0) return `${now} Raise a hand to speak.`
  return `${now} You are ${PLACES[at] ?? `number ${at + 1}`}.`
}

function pieceLine(snapshot: MeetingSnapshot, me: Identity | null): string {
  const { speaker, next } = snapshot.floor
  if (speaker !== null && speaker === me) return 'You hold the piece. Speak, or pass it on.'
  const name = nameOf(snapshot, speaker)
  if (name === null) return 'The piece lies in the middle.'
  return next !== null && next === me ? `The piece is with ${name}. You are next.` : `The piece is with ${name}.`
}

function oneVoiceLine(snapshot: MeetingSnapshot, me: Identity | null): string {
  const { speaker } = snapshot.floor
  if (speaker !== null && speaker === me) return 'You speak; all others listen.'
  return `${nameOf(snapshot, speaker) ?? 'One voice'} speaks; all others listen.`
}

function hushLine(snapshot: MeetingSnapshot, me: Identity | null): string {
  const mine = snapshot.participants.find((one) => one.identity === me)
  return mine && runsMeeting(mine)
    ? 'Hush: only those who run the meeting are heard. You are one of them.'
    : 'Hush: all microphones are held for a moment.'
}

function modeLine(snapshot: MeetingSnapshot, me: Identity | null): string {
  switch (snapshot.floor.mode) {
    case 'hands':
      return handsLine(snapshot, me)
    case 'piece':
      return pieceLine(snapshot, me)
    case 'one-voice':
      return oneVoiceLine(snapshot, me)
    case 'silence':
      return 'A quiet time. All microphones rest.'
    default:
      return 'Everybody may speak.'
  }
}

/** Says how the floor stands to `me`; null reads as somebody who only looks on. */
export function floorLine(snapshot: MeetingSnapshot, me: Identity | null): string {
  if (snapshot.phase === 'closed') return 'The doors are closed. Nobody is heard before they open.'
  if (snapshot.phase === 'ended') return 'The meeting has ended.'
  return snapshot.hushed ? hushLine(snapshot, me) : modeLine(snapshot, me)
}
