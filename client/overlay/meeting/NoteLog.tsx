// What was said softly so far, newest first. On this page only; it is gone with it.

import { useSessionState } from '../../hooks/useSessionState.ts'

/** performance.now() values become times of the day by the page's own start. */
function timeOf(atMs: number): string {
  return new Date(performance.timeOrigin + atMs).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}

export function NoteLog() {
  const notes = useSessionState((state) => state.notes)
  if (notes.length === 0) return <p className="small quiet">Nothing yet.</p>
  return (
    <ol className="note-log" reversed>
      {notes.toReversed().map((note) => (
        <li key={note.id}>
          <time>{timeOf(note.atMs)}</time> {note.text}
        </li>
      ))}
    </ol>
  )
}
