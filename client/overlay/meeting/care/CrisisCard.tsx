// For whoever sits with somebody in the worst minute: what to do, in the order in which one needs it, and how long it has been.

import { useNow } from '../../../hooks/useNow.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { CallForHelp } from '../../help/CallForHelp.tsx'

export function CrisisCard({ name, since }: { name: string; since: number }) {
  const offset = useSessionState((state) => state.clockOffsetMs)
  const minutes = Math.max(0, Math.floor((useNow(5000) + offset - since) / 60_000))
  return (
    <section className="crisis-card" aria-labelledby="crisis-title">
      <div className="crisis-head">
        <h2 id="crisis-title">Step by step</h2>
        <p className="small quiet">{minutes < 1 ? 'Just begun' : `${minutes} min together`}. There is time.</p>
      </div>
      <ol className="crisis-steps">
        <li>
          <strong>Ask directly.</strong> “Are you thinking of killing yourself?” Asking does not put it into anybody’s
          mind; it lets {name} say it.
        </li>
        <li>
          <strong>Stay.</strong> Listen more than you speak. You need not solve anything. Do not promise to keep it
          secret.
        </li>
        <li>
          <strong>Who is near you?</strong> Ask whether {name} is alone, whether there is something to do harm with, and
          who could come.
        </li>
        <li>
          <strong>Call together.</strong> Read out the number below, or wait while {name} dials. In immediate danger it
          is the emergency number.
        </li>
        <li>
          <strong>Hand over warmly.</strong> Go on talking until somebody else is there or on the line. Then say
          goodbye, and come back to the circle; you may need somebody yourself.
        </li>
      </ol>
      <p className="small quiet">
        Nobody here knows where {name} is. We cannot send help unless {name} says so. Nothing of this is kept.
      </p>
      <CallForHelp open />
    </section>
  )
}
