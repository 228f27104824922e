// What can be said of somebody in the list: short words, the most telling first.

import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import type { Role } from '#protocol/roles.ts'

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  member: 'Member',
  facilitator: 'Facilitator',
  'co-facilitator': 'Co-facilitator',
  reader: 'Reader',
  timekeeper: 'Timekeeper',
  greeter: 'Greeter',
}

export function personWords(one: Participant, snapshot: MeetingSnapshot, speaking: boolean): string[] {
  const { floor, hands } = snapshot
  const hand = hands.indexOf(one.identity)
  const words: (string | false)[] = [
    speaking && one.presence !== 'away' && 'speaking',
    floor.mode === 'piece' && floor.speaker === one.identity && 'holds the piece',
    floor.mode === 'piece' && floor.next === one.identity && 'next',
    (floor.mode === 'hands' || floor.mode === 'one-voice') && floor.speaker === one.identity && 'has the word',
    hand >= 0 && (hands.length > 1 ? `hand up, ${hand + 1} of ${hands.length}` : 'hand up'),
    one.presence === 'resting' && 'resting',
    one.presence === 'porch' && 'on the porch',
    one.presence === 'away' && 'away, chair kept',
    one.byDoor && 'by the door, listens',
    one.aside && 'aside',
    one.held && 'microphone held',
  ]
  return words.filter((word) => word !== false)
}
