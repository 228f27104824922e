// The closed list of reasons why a request or command is refused. The client has one sentence for each; the server one status.

export const ERROR_CODES = [
  'bad-request', // malformed, oversized or unknown keys
  'unknown-link', // wrong, revoked or used up: one answer for all
  'unknown-code', // wrong, used, old or guessed digits: one answer for all
  'no-session', // no or unknown cookie
  'wrong-origin',
  'not-found',
  'not-allowed', // the role may not do this
  'too-many', // slow down
  'doors-closed',
  'door-locked',
  'circle-full',
  'name-taken', // or looks like a name that is already in the meeting
  'name-not-usable',
  'consent-needed', // the consent text changed since it was read
  'blocked', // removed, or declined twice
  'not-admitted',
  'already-so', // the command would change nothing
  'stale', // the command was meant for an earlier revision
  'wrong-phase',
  'wrong-mode', // the floor's mode has no such act
  'not-your-turn',
  'unknown-person',
  'no-word', // nobody asked for it, or it is over
  'no-poll', // none is open, or another
  'chat-closed', // nobody may write now, or not from there
  'text-not-usable', // nothing is left of it, or it is too long
  'place-taken', // somebody stands there
  'no-script', // no script is running
  'script-paused', // go on first
  'script-running', // one at a time
  'bad-script', // every fault is named beside the code
  'unavailable', // LiveKit or the database is not ready; try again
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]
