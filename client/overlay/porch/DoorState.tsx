// How it stands with the door, in one line with a shape and words.

import type { Me } from '#protocol/api.ts'
import { Icon } from '../icons/Icon.tsx'

function sentence({ phase, locked, full, keyHolder }: Me): [string, boolean] {
  if (keyHolder && phase === 'closed') return ['You hold a key. The doors are closed until you open them.', false]
  if (keyHolder) return ['You hold a key: you sit down without waiting.', true]
  if (phase === 'closed' || phase === 'ended') {
    return ['The doors are closed for now. You may knock already: when they open, it goes on by itself.', false]
  }
  if (phase === 'closing') return ['This meeting is about to end.', false]
  if (locked || phase === 'safe') return ['The door is locked for a while. You may knock and wait.', false]
  if (full) return ['Every chair is taken. You may knock and wait for one.', false]
  return ['The doors are open.', true]
}

export function DoorState({ me }: { me: Me }) {
  const [text, open] = sentence(me)
  return (
    <p className="door-state" data-open={open} role="status">
      <Icon name={me.keyHolder ? 'key' : 'door'} />
      {text}
    </p>
  )
}
