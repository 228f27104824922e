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
  'invite',
  'word',
  'by-door',
  'free-chair',
  'give-time',
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

/** What concerns the chosen person and has nothing to do with the word. */
function aboutChosen(act: ConsoleAct, { snapshot, me, chosen }: ConsoleView): MeetingCommand | null {
  const one = snapshot.participants.find(({ identity }) => identity === chosen)
  if (!one) return null
  const to = one.identity
  const mine = to === me
  if (act === 'hold' && one.held) return { type: 'release', to }
  if (act === 'by-door' && one.byDoor) return { type: 'seat-back', to }
  if (act === 'free-chair') return one.presence === 'away' && !mine ? { type: 'free-chair', to } : null
  if (mine) return null
  if (act === 'hold') return { type: 'hold', to }
  if (act === 'by-door') return { type: 'seat-by-door', to }
  if (one.presence === 'away' || one.aside) return null
  return act === 'word' ? { type: 'ask-word', to, crisis: false } : { type: 'invite', to }
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
    case 'invite':
    case 'word':
    case 'by-door':
    case 'free-chair':
      return aboutChosen(act, view)
    case 'give-time':
      return snapshot.floor.speaker !== null && !snapshot.floor.unhurried ? { type: 'give-time' } : null
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
