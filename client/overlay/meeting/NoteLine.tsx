// What changed, said in one soft line that stays long enough to be read. The log keeps it.

import { useEffect, useState } from 'react'
import { useSessionState } from '../../hooks/useSessionState.ts'

const LEAST_MS = 5000
/** Slow readers take about this long for a letter. */
const PER_LETTER_MS = 90

function SoftLine({ text, tone }: { text: string; tone: 'calm' | 'attention' }) {
  const [done, setDone] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setDone, LEAST_MS + text.length * PER_LETTER_MS, true)
    return () => clearTimeout(timer)
  }, [text])
  return done ? null : <p data-tone={tone}>{text}</p>
}

export function NoteLine() {
  const note = useSessionState((state) => state.notes.at(-1) ?? null)
  return (
    <div className="note-line" role="status">
      {note && <SoftLine key={note.id} text={note.text} tone={note.tone} />}
    </div>
  )
}
