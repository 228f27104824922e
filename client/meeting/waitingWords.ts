// What somebody reads who has knocked: how the door is, and what comes next.

import type { Me } from '#protocol/api.ts'

/** Says how it stands at the door. */
export function waitingTitle(me: Me): string {
  if (me.knock === 'waiting') return 'You have knocked'
  if (me.phase === 'closed') return 'The doors are not open yet'
  return me.locked ? 'The door is locked for a while' : 'You have knocked'
}

/** Says what comes next. */
export function waitingLine(me: Me): string {
  if (me.full) return 'Every chair is taken just now. When one becomes free, somebody will let you in.'
  if (me.phase === 'closed') return 'When somebody opens them, it goes on by itself. You can leave this page open.'
  if (me.knock === 'wait-closed')
    return 'Those inside are undisturbed for now. When the door opens, it goes on by itself.'
  return 'Those who hold the door can see you, and will let you in when there is a good moment.'
}
