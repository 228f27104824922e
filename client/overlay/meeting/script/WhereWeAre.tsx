// For whoever comes while the hour is under way: where the circle is, said once, to them alone.

import { useState } from 'react'
import { useSession } from '../../../hooks/useSession.ts'
import { invitation, stepTitle } from '../../../meeting/scriptLine.ts'

export function WhereWeAre() {
  const { store } = useSession()
  // As it was on arrival: it tells a newcomer, and does not follow along.
  const [run, setRun] = useState(() => store.getState().snapshot?.script ?? null)
  if (!run || run.index === 0) return null
  return (
    <aside className="where-card" aria-label="Where the circle is">
      <p>
        Welcome. We are at: <strong>{stepTitle(run)}</strong>. {invitation(run)} Nobody minds that you come now.
      </p>
      <button type="button" className="button slim" onClick={() => setRun(null)}>
        Thank you
      </button>
    </aside>
  )
}
