// What the panel of somebody's role is called: running the meeting, the door, the lamp; nothing for everybody else.

import { can } from '#protocol/permissions.ts'
import { runsMeeting, type Standing } from '#protocol/roles.ts'

export interface PanelTitle {
  readonly title: string
  /** For the chip that opens it; `more` where there is room. */
  readonly word: string
  readonly more: string
}

export function panelTitle(me: Standing | null): PanelTitle | null {
  if (!me) return null
  if (runsMeeting(me)) return { title: 'Run the meeting', word: 'Run', more: ' the meeting' }
  if (can(me, 'lock')) return { title: 'The door', word: 'Door', more: '' }
  return can(me, 'set-lamp') ? { title: 'The lamp', word: 'Lamp', more: '' } : null
}
