// The choices of a step, in words for whoever writes the script.

import type { Environment } from '#protocol/meeting.ts'
import type { Step } from '#protocol/script.ts'
import type { MemberAct } from '#protocol/scriptRun.ts'

export const ROLE_CHOICES = {
  facilitator: 'The facilitator',
  'co-facilitator': 'A co-facilitator',
  reader: 'The reader',
  timekeeper: 'The timekeeper',
  greeter: 'The greeter',
} as const satisfies Record<NonNullable<Step['role']>, string>

export const TEXT_CHOICES = {
  all: 'everybody',
  reader: 'whoever leads the step',
  facilitator: 'those who run the meeting',
} as const satisfies Record<Step['textFor'], string>

export const CHAT_CHOICES = {
  off: 'No chat',
  facilitator: 'To the facilitator only',
  all: 'Everybody with everybody',
} as const satisfies Record<Step['chat'], string>

export const END_CHOICES = {
  'by-hand': 'When somebody goes on',
  'by-time': 'By itself, when its time is over',
  'round-complete': 'When the piece has gone round',
} as const satisfies Record<Step['ends'], string>

export const ACT_CHOICES = {
  'say-hello': 'Say hello',
  wave: 'Wave',
  share: 'Share',
  'one-word': 'Give one word',
  gesture: 'Make a gesture',
  listen: 'Listen',
  'stay-quiet': 'Stay quiet',
} as const satisfies Record<MemberAct, string>

export const ROOM_CHOICES = {
  lounge: 'Lounge',
  beach: 'Beach',
  forest: 'Forest',
  quiet: 'Quiet room',
} as const satisfies Record<Environment, string>

export const LIGHT_CHOICES = { dim: 'Dim', bright: 'Bright' } as const

/** Seconds that a share may be, as one chooses among them. */
export const SHARE_KEYS = ['60', '120', '180', '300', '600'] as const
export const SHARE_CHOICES = {
  '60': 'One minute',
  '120': 'Two minutes',
  '180': 'Three minutes',
  '300': 'Five minutes',
  '600': 'Ten minutes',
} as const satisfies Record<(typeof SHARE_KEYS)[number], string>

/** What a field of a script's file is called on the page. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  minutes: 'minutes',
  role: 'who leads',
  text: 'text',
  textFor: 'who reads the text',
  floor: 'who may speak',
  chat: 'chat',
  environment: 'room',
  dim: 'light',
  members: 'what members may do',
  ends: 'how it ends',
  shareSeconds: 'one share',
  steps: 'steps',
  id: 'id',
}
