// The circle pauses because somebody needs care. Everybody reads that it does; whoever keeps the chair has words to say.

import { runsMeeting } from '#protocol/roles.ts'
import { useMe } from '../../../hooks/useMe.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { readCareFile } from '../../../meeting/careCard.ts'
import './care.css'

export function CarePauseLine() {
  const { acts } = useSession()
  const me = useMe()
  const paused = useSessionState((state) => state.snapshot?.carePause ?? false)
  if (!paused) return null
  const runs = me !== null && runsMeeting(me)
  return (
    <section className="care-card" aria-label="The circle pauses">
      {runs ? (
        <>
          <p className="small quiet">You may say:</p>
          <p className="care-words">“{readCareFile().pause}”</p>
          <button type="button" className="button slim" onClick={() => void acts.send({ type: 'end-care-pause' })}>
            Go on with the circle
          </button>
        </>
      ) : (
        <p>We pause for a moment. Somebody needs care, and has it. Nobody has to do anything.</p>
      )}
    </section>
  )
}
