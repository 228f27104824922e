// What somebody is about to bring to the door, and what still stands in the way of knocking. No screen, no network.

import type { Group } from '#protocol/api.ts'
import { ANSWER_LENGTH, NAME_LENGTH } from '#protocol/limits.ts'
import type { Avatar, Knock } from '#protocol/meeting.ts'
import { errorSentence } from '../../meeting/errorSentences.ts'
import type { Refusal } from '../../meeting/session.ts'

export const STEPS = ['welcome', 'agreements', 'name', 'look', 'voice'] as const
export type Step = (typeof STEPS)[number]

export interface Draft {
  readonly name: string
  readonly avatar: Avatar
  readonly firstTime: boolean
  readonly answer: string
  readonly agreed: boolean
}

/** Something to put right, where it is to be put right; `step` null: said beside the knocker. */
export interface Fault {
  readonly step: Step | null
  readonly text: string
}

/** The first thing that keeps a draft from being brought to the door, or null. */
export function faultOf(draft: Draft): Fault | null {
  if (!draft.agreed) return { step: 'agreements', text: 'Please say that you agree before you knock.' }
  const name = draft.name.trim()
  if (name === '') return { step: 'name', text: 'Please choose a name. Any name that is kind to you will do.' }
  if (name.length > NAME_LENGTH) return { step: 'name', text: `Please keep your name to ${NAME_LENGTH} letters.` }
  if (draft.answer.length > ANSWER_LENGTH) return { step: 'name', text: `Please answer in ${ANSWER_LENGTH} letters.` }
  return null
}

/** What is sent to the door. */
export function knockOf(draft: Draft, group: Group): Knock {
  const answer = group.question === null ? '' : draft.answer.trim()
  return {
    name: draft.name.trim(),
    avatar: draft.avatar,
    firstTime: draft.firstTime,
    consent: group.consent,
    ...(answer === '' ? {} : { answer }),
  }
}

const WHERE: Readonly<Partial<Record<Refusal['code'], Step>>> = {
  'name-taken': 'name',
  'name-not-usable': 'name',
  'consent-needed': 'agreements',
}

/** Says what a refused knock means, where it can be put right. */
export function faultFrom({ code }: Refusal): Fault {
  return { step: WHERE[code] ?? null, text: errorSentence(code) }
}
