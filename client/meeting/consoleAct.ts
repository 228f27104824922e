// What a press on the console asks of the server, from how things stand and who is chosen. Null: there is nothing to do just now.

import type { DoorEntry } from '#protocol/api.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import { FLOOR_MODES, type Identity, type MeetingSnapshot } from '#protocol/meeting.ts'

export const CONSOLE_ACTS = [
  'open',
  'hands',
  'piece',
  'one-voice',
  'silence',
  'hush',
  'next-voice',
  'give-word',
  'hold',
  'admit',
  'lock',
  'next-step',
  'previous-step',
  'extend-step',
  'pause',
] as const
export type ConsoleAct = (typeof CONSOLE_ACTS)[number]

/** How things stand for whoever has the console. */
export interface ConsoleView {
  readonly snapshot: MeetingSnapshot
  readonly me: Identity | null
  readonly chosen: Identity | null
  readonly door: readonly DoorEntry[]
}

const isMode = (act: ConsoleAct) => FLOOR_MODES.find((mode) => mode === act)

/** Hands somebody the piece, calls them or gives them the word, as the floor has it. */
export function giveWord({ floor, participants, hushed }: MeetingSnapshot, to: Identity | null): MeetingCommand | null {
  const one = participants.find(({ identity }) => identity === to)
  if (!one || one.presence !== 'present' || hushed || floor.speaker === one.identity) return null
  if (floor.mode === 'piece') return { type: 'hand-piece', to: one.identity }
  if (floor.mode === 'hands') return { type: 'call', to: one.identity }
  return floor.mode === 'one-voice' ? { type: 'set-floor', mode: 'one-voice', speaker: one.identity } : null
}

/** Lets the next voice be heard: the first hand, or whoever the piece comes to. */
function nextVoice({ floor, hands, hushed }: MeetingSnapshot): MeetingCommand | null {
  if (hushed) return null
  if (floor.mode === 'hands') return hands.length > 0 ? { type: 'call-next' } : null
  return floor.mode === 'piece' && floor.next !== null ? { type: 'hand-piece', to: floor.next } : null
}

function holdOrRelease({ snapshot, me, chosen }: ConsoleView): MeetingCommand | null {
  const one = snapshot.participants.find(({ identity }) => identity === chosen)
  if (!one) return null
  if (one.held) return { type: 'release', to: one.identity }
  return one.identity === me ? null : { type: 'hold', to: one.identity }
}

function ofScript(act: ConsoleAct, { script }: MeetingSnapshot): MeetingCommand | null {
  if (!script) return null
  const from = script.index
  if (act === 'pause') return { type: script.paused ? 'resume-script' : 'pause-script' }
  if (act === 'extend-step') return { type: 'extend-step', from }
  if (script.pausedAt !== null) return null
  if (act === 'next-step') return { type: 'next-step', from }
  return act === 'previous-step' && from > 0 ? { type: 'previous-step', from } : null
}

/** Tells what a press sends. */
export function consoleAct(act: ConsoleAct, view: ConsoleView): MeetingCommand | null {
  const { snapshot, door, chosen } = view
  const mode = isMode(act)
  if (mode) {
    const changes = snapshot.floor.mode !== mode && !snapshot.hushed && snapshot.phase !== 'safe'
    return changes ? { type: 'set-floor', mode } : null
  }
  switch (act) {
    case 'hush':
      return { type: snapshot.hushed ? 'unhush' : 'hush' }
    case 'next-voice':
      return nextVoice(snapshot)
    case 'give-word':
      return giveWord(snapshot, chosen)
    case 'hold':
      return holdOrRelease(view)
    case 'admit': {
      const [first] = door
      const admits = snapshot.phase === 'open' && !snapshot.locked && !snapshot.hushed
      return first && admits ? { type: 'admit', knock: first.knock } : null
    }
    case 'lock':
      if (snapshot.phase !== 'open' || snapshot.hushed) return null
      return { type: snapshot.locked ? 'unlock' : 'lock' }
    default:
      return ofScript(act, snapshot)
  }
}
