// What to do in danger: true in every country, with the numbers one press away.

import { lazy, Suspense, useState } from 'react'
import { Icon } from '../icons/Icon.tsx'
import './help.css'

const HelpLines = lazy(() => import('./HelpLines.tsx').then((loaded) => ({ default: loaded.HelpLines })))

/** `open`: the numbers are there from the beginning. */
export function CallForHelp({ open = false }: { open?: boolean }) {
  const [shown, setShown] = useState(open)
  return (
    <section className="call-for-help" aria-label="In danger">
      <p>
        <Icon name="help" />
        <span>
          <strong>In danger now?</strong> Call the emergency number of the place you are in. This group cannot send
          help.
        </span>
      </p>
      {shown ? (
        <Suspense fallback={<p className="small quiet">Fetching the numbers…</p>}>
          <HelpLines />
        </Suspense>
      ) : (
        <button type="button" className="button slim" onClick={() => setShown(true)}>
          Numbers where people answer
        </button>
      )}
    </section>
  )
}
