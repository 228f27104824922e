// The one sign beside somebody's face on the plan, and its word: what whoever runs the meeting has to know of them first.

import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import type { IconName } from '../icons/Icon.tsx'

export interface PlanMark {
  readonly icon: IconName
  readonly word: string
  /** Needs eyes now. */
  readonly strong: boolean
}

const mark = (icon: IconName, word: string, strong = false): PlanMark => ({ icon, word, strong })

export function planMark(
  one: Participant,
  { floor, hands }: MeetingSnapshot,
  speaking: boolean,
  unheard = false,
): PlanMark | null {
  const { identity, presence, held } = one
  if (presence === 'away') return mark('another', 'away')
  if (presence === 'porch') return mark('door', 'on the porch')
  if (one.aside) return mark('heart', 'aside')
  if (one.byDoor) return mark('door', 'by the door')
  if (presence === 'resting') return mark('moon', 'resting')
  if (held) return mark('hold', 'held')
  if (floor.speaker === identity)
    return floor.mode === 'piece' ? mark('piece', 'holds it', true) : mark('mic', 'has the word', true)
  const hand = hands.indexOf(identity)
  if (hand >= 0) return mark('hand', `hand ${hand + 1}`, true)
  if (floor.next === identity) return mark('forward', 'next')
  if (speaking) return mark('sound', 'speaking', true)
  return unheard ? mark('unheard', 'not heard yet') : null
}
