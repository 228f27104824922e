// One soft sentence over the view about something of the room that is missing; it stays long enough to be read, then goes.

import { useEffect, useState } from 'react'

const SHOWN_MS = 14_000

export function SoftLine({ text }: { readonly text: string | null }) {
  const [read, setRead] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRead(text), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [text])
  const shown = text !== null && text !== read
  return (
    <p
      role="status"
      style={{
        position: 'absolute',
        insetBlockStart: '5.5rem',
        insetInline: 0,
        marginInline: 'auto',
        maxInlineSize: '32rem',
        padding: shown ? '0.5rem 1rem' : 0,
        borderRadius: '1rem',
        textAlign: 'center',
        color: '#efe6d8',
        background: shown ? 'rgb(20 24 28 / 0.72)' : 'none',
        pointerEvents: 'none',
      }}
    >
      {shown ? text : ''}
    </p>
  )
}
