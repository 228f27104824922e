// Asked once before something unsaved is thrown away, with the way back first.

import { useEffect, useRef } from 'react'

interface LeaveGuardProps {
  readonly onStay: () => void
  readonly onKeep: () => void
  readonly onLeave: () => void
}

export function LeaveGuard({ onStay, onKeep, onLeave }: LeaveGuardProps) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className="editor-guard" role="alertdialog" aria-label="Not kept yet">
      <p>What you changed is not kept yet.</p>
      <div className="row">
        <button ref={first} type="button" className="button slim" onClick={onStay}>
          Go on writing
        </button>
        <button type="button" className="button slim primary" onClick={onKeep}>
          Keep it and close
        </button>
        <button type="button" className="button slim danger" onClick={onLeave}>
          Throw it away
        </button>
      </div>
    </div>
  )
}
