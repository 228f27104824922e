// For the few acts that cannot be undone: asked once, in place, with the way back first.

import { useEffect, useRef, useState } from 'react'

interface ConfirmProps {
  readonly label: string
  readonly question: string
  readonly act: string
  readonly back: string
  readonly onAct: () => void
}

export function Confirm({ label, question, act, back, onAct }: ConfirmProps) {
  const [asked, setAsked] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const was = useRef(false)

  useEffect(() => {
    if (asked) first.current?.focus()
    else if (was.current) opener.current?.focus()
    was.current = asked
  }, [asked])

  if (!asked) {
    return (
      <button ref={opener} type="button" className="button slim danger" onClick={() => setAsked(true)}>
        {label}
      </button>
    )
  }
  return (
    <div className="confirm" role="group" aria-label={label}>
      <p className="small">{question}</p>
      <div className="row">
        <button ref={first} type="button" className="button slim" onClick={() => setAsked(false)}>
          {back}
        </button>
        <button
          type="button"
          className="button slim danger primary"
          onClick={() => {
            setAsked(false)
            onAct()
          }}
        >
          {act}
        </button>
      </div>
    </div>
  )
}
