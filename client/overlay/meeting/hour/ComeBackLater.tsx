// For whoever holds the piece and has no words yet: it goes on, and comes again at the end of the round.

import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function ComeBackLater() {
  const { acts } = useSession()
  const holds = useSessionState(
    ({ snapshot, identity }) =>
      snapshot?.floor.mode === 'piece' && snapshot.floor.speaker === identity && !snapshot.hushed && identity !== null,
  )
  if (!holds) return null
  return (
    <button type="button" className="button plain slim" onClick={() => void acts.send({ type: 'pass', later: true })}>
      Pass for now, come to me later
    </button>
  )
}
