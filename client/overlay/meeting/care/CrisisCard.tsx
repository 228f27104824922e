// For whoever sits with somebody in the worst minute: what to do, in the order in which one needs it, and how long it has been.

import { useNow } from '../../../hooks/useNow.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { readCareFile } from '../../../meeting/careCard.ts'
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
        {readCareFile(name).card.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong> {text}
          </li>
        ))}
      </ol>
      <p className="small quiet">
        Nobody here knows where {name} is. We cannot send help unless {name} says so. Nothing of this is kept.
      </p>
      <CallForHelp open />
    </section>
  )
}
