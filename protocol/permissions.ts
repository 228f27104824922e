// Which role may give which command: one table for client and server.

import type { CommandType } from './commands.ts'
import { runsMeeting } from './roles.ts'
import type { Standing } from './roles.ts'

const EVERYBODY: readonly CommandType[] = [
  'raise-hand',
  'lower-hand',
  'pass',
  'rest',
  'return',
  'not-now',
  'stand',
  'hand-piece',
]
const TOGETHER_FOR_ALL: readonly CommandType[] = ['answer-poll', 'ask-milestone', 'withdraw-milestone', 'check-out']
const TOGETHER: readonly CommandType[] = [
  'set-chat',
  'start-poll',
  'close-poll',
  'call-milestone',
  'end-milestone',
  'start-checkout',
  'end-checkout',
  'light-ring',
  'put-out-ring',
  'keep-silence',
  'end-silence',
]
const DOOR: readonly CommandType[] = ['open-doors', 'close-doors', 'admit', 'decline', 'decline-all', 'lock', 'unlock']
const CARE_FOR_ALL: readonly CommandType[] = [
  'step-out',
  'ask-word',
  'accept-word',
  'decline-word',
  'withdraw-word',
  'leave-word',
  'ask-help',
  'withdraw-help',
  'understand',
]
const CARE: readonly CommandType[] = [
  'see-help',
  'nudge',
  'seat-by-door',
  'seat-back',
  'block',
  'vouch',
  'unvouch',
  'care-pause',
  'end-care-pause',
]
/** What a reader, timekeeper or greeter may do with the role itself; who runs the meeting hands roles on to anybody. */
const OWN_ROLE: readonly CommandType[] = ['hand-on']
const LAMP: readonly CommandType[] = ['set-lamp', 'extend-lamp', 'put-out-lamp']
const SCRIPT: readonly CommandType[] = [
  'start-script',
  'next-step',
  'previous-step',
  'repeat-step',
  'extend-step',
  'go-to-step',
  'skip-step',
  'assign-step',
  'adjust-step',
  'pause-script',
  'resume-script',
  'stop-script',
]
const RUN: readonly CommandType[] = [
  ...SCRIPT,
  ...CARE,
  ...TOGETHER,
  'set-floor',
  'call',
  'call-next',
  'reverse-piece',
  'hold',
  'release',
  'hush',
  'unhush',
  'remove',
  'free-chair',
  'hand-role',
  'set-succession',
  'set-share',
  'give-time',
  'invite',
  'set-environment',
  'start-closing',
  'start-after',
  'end',
  'hand-piece',
]

/** Tells whether a command is somebody's own affair: then not even that it was given is written into a log. */
export function isPrivate(command: CommandType): boolean {
  return [...CARE_FOR_ALL, ...CARE, ...TOGETHER_FOR_ALL].includes(command)
}

/** Tells whether a person of this standing may ever give this command; the state may still refuse it. */
export function can(person: Standing, command: CommandType): boolean {
  if ([...EVERYBODY, ...CARE_FOR_ALL, ...TOGETHER_FOR_ALL].includes(command)) return true
  // A role may be handed to anybody; opening the doors is what the key is for.
  if (command === 'open-doors') return person.keyHolder
  if (DOOR.includes(command)) return person.keyHolder || runsMeeting(person)
  if (OWN_ROLE.includes(command)) return person.role !== 'member' && !runsMeeting(person)
  if (LAMP.includes(command)) return person.role === 'timekeeper' || runsMeeting(person)
  return RUN.includes(command) && runsMeeting(person)
}
