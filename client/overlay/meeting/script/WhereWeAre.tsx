// For whoever comes while the hour is under way: where the circle is, said once, to them alone, before the chair is theirs.

import { useState } from 'react'
import { useSession } from '../../../hooks/useSession.ts'
import type { SessionState } from '../../../meeting/session.ts'
import { invitation, stepTitle } from '../../../meeting/scriptLine.ts'

interface Where {
  readonly title: string
  readonly invites: string
}

/** Null at the beginning of an hour, and without one. */
function whereIs({ snapshot, me }: SessionState): Where | null {
  const run = snapshot?.script
  if (run) return run.index > 0 ? { title: stepTitle(run), invites: invitation(run) } : null
  return me?.step && me.step.index > 0 ? { title: me.step.title, invites: '' } : null
}

export function WhereWeAre() {
  const { store } = useSession()
  // As it was on arrival: it tells a newcomer, and does not follow along.
  const [where, setWhere] = useState(() => whereIs(store.getState()))
  if (!where) return null
  return (
    <aside className="where-card" aria-label="Where the circle is">
      <p>
        Welcome. We are at: <strong>{where.title}</strong>. {where.invites} Nobody minds that you come now.
      </p>
      <button type="button" className="button slim" onClick={() => setWhere(null)}>
        Thank you
      </button>
    </aside>
  )
}
