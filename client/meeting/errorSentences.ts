// One sentence for every reason why something was refused: what it means for the person, and what they can do.

import type { ErrorCode } from '#protocol/errors.ts'
import type { CommandType } from '#protocol/commands.ts'

const SENTENCES: Readonly<Record<ErrorCode | 'offline', string>> = {
  'bad-request': 'That could not be sent. Please try once more.',
  'unknown-link': 'This link does not open a door any more. Ask whoever gave it to you for a new one.',
  'unknown-code': 'Those digits do not work. They may be old or used already: ask for new ones, there are plenty.',
  'no-session': 'We do not know this browser yet. Please open your link again.',
  'wrong-origin': 'This page is not at its usual address. Please open your link again.',
  'not-found': 'That is not here any more.',
  'not-allowed': 'Only those who run the meeting can do that.',
  'too-many': 'That was a little fast. Please wait a moment and try again.',
  'doors-closed': 'The doors are closed just now. When they open, it goes on by itself.',
  'door-locked':
    'The door is locked for now, so that those inside are undisturbed. When it opens, it goes on by itself.',
  'circle-full': 'Every chair is taken. When one becomes free, it goes on by itself.',
  'name-taken': 'Somebody in the circle has that name, or one that looks like it. Please choose another.',
  'name-not-usable': 'That name cannot be used here. Please choose another.',
  'consent-needed': 'What you agreed to has changed since you read it. Please read it once more.',
  blocked: 'You cannot come into this meeting any more.',
  'not-admitted': 'You are not in the circle just now.',
  'already-so': 'That is so already.',
  stale: 'Something changed in the meantime. Please look again.',
  'wrong-phase': 'That is not possible at this point of the meeting.',
  'wrong-mode': 'That does not fit how the floor is given just now.',
  'not-your-turn': 'It is not your turn just now.',
  'unknown-person': 'That person is not in the circle any more.',
  'no-word': 'Nobody is waiting for a private word any more.',
  'no-poll': 'That question is closed already.',
  'chat-closed': 'Nobody can write just now.',
  'text-not-usable': 'That text cannot be used here: it is empty, or a little too long.',
  'place-taken': 'Somebody stands there already. Please choose another place.',
  'no-script': 'No script is running just now.',
  'script-paused': 'The script is paused. Go on with it first.',
  'script-running': 'A script is running already. Stop it before another begins.',
  'bad-script': 'This script cannot be used as it is. What is wrong stands beside its steps.',
  unavailable: 'The circle is not quite ready. Please try again in a moment.',
  internal: 'Something went wrong on our side. Please try again in a moment.',
  offline: 'There is no connection just now. Please try again in a moment.',
}

/** Where the general sentence would not say what to do: by act and code. */
const OF_ACTS: Readonly<Record<string, string>> = {
  'free-chair wrong-phase':
    'Whoever is here keeps their chair. Only the chair of somebody who lost the connection can be given free.',
  'pass already-so': 'Nobody else can take the piece just now, so it stays with you. Try again in a moment.',
}

/** Gives the sentence for a refusal, ready to show; `act` names the command that was refused. */
export function errorSentence(code: ErrorCode | 'offline', act?: CommandType): string {
  return OF_ACTS[`${act} ${code}`] ?? SENTENCES[code]
}
