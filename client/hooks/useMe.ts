// How one stands in the meeting: the own chair and what one may do from it.

import type { Participant } from '#protocol/meeting.ts'
import { useSessionState } from './useSessionState.ts'

/** Null until one has a chair. */
export function useMe(): Participant | null {
  return useSessionState(
    ({ snapshot, identity }) => snapshot?.participants.find((one) => one.identity === identity) ?? null,
  )
}
