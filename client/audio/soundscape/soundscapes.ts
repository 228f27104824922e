// Which sound belongs to which room.

import type { Environment } from '#protocol/meeting.ts'

export const SOUNDSCAPES = ['fire', 'waves', 'leaves', 'air'] as const
export type Soundscape = (typeof SOUNDSCAPES)[number]

export const SOUNDSCAPE_OF: Readonly<Record<Environment, Soundscape>> = {
  lounge: 'fire',
  beach: 'waves',
  forest: 'leaves',
  quiet: 'air',
}
