// What to do in danger: true in every country, with the numbers one press away or there from the beginning.

import { useEffect, useState, type ComponentType } from 'react'
import { Icon } from '../icons/Icon.tsx'
import { loadHelpLines } from './loadHelpLines.ts'
import './help.css'

/** The numbers, as soon as their part of the page is here. */
function Numbers() {
  const [Lines, setLines] = useState<ComponentType | null>(null)
  const [away, setAway] = useState(false)
  useEffect(() => {
    loadHelpLines().then(
      (loaded) => setLines(() => loaded),
      () => setAway(true),
    )
  }, [])
  if (Lines) return <Lines />
  return (
    <p className="small quiet">
      {away ? 'The list cannot be reached just now. Please look for a local helpline.' : 'Fetching the numbers…'}
    </p>
  )
}

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
        <Numbers />
      ) : (
        <button type="button" className="button slim" onClick={() => setShown(true)}>
          Numbers where people answer
        </button>
      )}
    </section>
  )
}
