// A private invitation to speak: two answers, of which nobody else learns.

import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { Icon } from '../icons/Icon.tsx'

export function InvitationCard() {
  const { acts } = useSession()
  const invited = useSessionState((state) => state.invited)
  if (!invited) return null
  return (
    <div role="status">
      <p>There is room for you now, if you like. Only you see this, and only you see your answer.</p>
      <div className="row">
        <button type="button" className="button slim" onClick={() => void acts.raiseHand()}>
          <Icon name="hand" />
          Raise my hand
        </button>
        <button type="button" className="button slim" onClick={() => void acts.send({ type: 'not-now' })}>
          Not now
        </button>
      </div>
    </div>
  )
}
