// A private question to somebody who has not spoken yet. Nobody else sees it, and no answer is wrong.

import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function InvitationCard() {
  const { acts } = useSession()
  const invited = useSessionState((state) => state.invited)
  const name = useSessionState(
    ({ snapshot }) => snapshot?.participants.find((one) => one.role === 'facilitator')?.name ?? 'The facilitator',
  )
  if (!invited) return null
  return (
    <aside className="where-card" role="status" aria-label="For you alone">
      <p>{name} asks you, and nobody else sees it: would you like to say something?</p>
      <div className="row">
        <button type="button" className="button slim primary" onClick={() => void acts.raiseHand()}>
          Yes, I raise my hand
        </button>
        <button type="button" className="button slim" onClick={() => void acts.send({ type: 'not-now' })}>
          Not now
        </button>
      </div>
    </aside>
  )
}
