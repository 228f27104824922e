// What changed, said in one soft line that stays long enough to be read. The log keeps it.

import { useEffect, useState } from 'react'
import { useSessionState } from '../../hooks/useSessionState.ts'

const LEAST_MS = 5000
/** Slow readers take about this long for a letter. */
const PER_LETTER_MS = 90

export function NoteLine() {
  const note = useSessionState((state) => state.notes.at(-1) ?? null)
  const [doneId, setDoneId] = useState(-1)

  useEffect(() => {
    if (!note) return
    const timer = setTimeout(setDoneId, LEAST_MS + note.text.length * PER_LETTER_MS, note.id)
    return () => clearTimeout(timer)
  }, [note])

  return (
    <div className="note-line" role="status">
      {note && note.id !== doneId && (
        <p key={note.id} data-tone={note.tone}>
          {note.text}
        </p>
      )}
    </div>
  )
}
