// Invitations in the panel of those who hold a key: closed until they are wanted.

import { lazy, Suspense, useState } from 'react'
import { Icon } from '../../icons/Icon.tsx'

const InvitePanel = lazy(() => import('./InvitePanel.tsx').then((loaded) => ({ default: loaded.InvitePanel })))

export function Invitations() {
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="invitations-title" className="run-part">
      <h3 id="invitations-title">Invitations</h3>
      <button type="button" className="button slim" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="key" />
        {open ? 'Close the invitations' : 'Invite somebody'}
      </button>
      {open && (
        <Suspense fallback={null}>
          <InvitePanel />
        </Suspense>
      )}
    </section>
  )
}
