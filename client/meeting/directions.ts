// Where somebody sits as one's own chair sees it: "two to your left". Counts people, not chairs; sides follow the chairs, so that
// the words agree with where the voice comes from.

import type { Participant } from '#protocol/meeting.ts'

const NUMBERS = ['', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

function side(count: number, word: 'left' | 'right'): string {
  return count === 1 ? `on your ${word}` : `${NUMBERS[count] ?? count} to your ${word}`
}

/** Lists everybody in circle order, oneself first and then leftwards; in order of seats for somebody without a chair. */
export function inCircleOrder(
  participants: readonly Participant[],
  me: Participant | null,
  seats: number,
): Participant[] {
  const from = me?.seat ?? 0
  const steps = ({ seat }: Participant) => (seat - from + seats) % seats
  return participants.toSorted((a, b) => steps(a) - steps(b))
}

/** Says where `other` sits, as seen from `me`, in a circle of `seats` chairs; empty without an own chair. */
export function directionOf(
  other: Participant,
  me: Participant | null,
  participants: readonly Participant[],
  seats: number,
): string {
  if (!me) return ''
  if (other.identity === me.identity) return 'you'
  const left = (seat: number) => (seat - me.seat + seats) % seats
  const steps = left(other.seat)
  if (steps * 2 === seats) return 'across from you'
  const between = participants.filter(({ seat }) => {
    const at = left(seat)
    return at !== 0 && (steps * 2 < seats ? at <= steps : at >= steps)
  })
  return side(between.length, steps * 2 < seats ? 'left' : 'right')
}
