// The shared timer: how long it still is, as a light that sinks and as words.

import { useNow } from '../../hooks/useNow.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'

/** The light sinks over this time, in seconds; before it stands full. */
const SINKS = 60

export function Lamp({ closesAt }: { closesAt: number }) {
  const offset = useSessionState((state) => state.clockOffsetMs)
  const seconds = Math.max(0, Math.ceil((closesAt - offset - useNow(500)) / 1000))
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <div className="lamp" role="timer" aria-label="Until the meeting closes">
      <span className="lamp-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (seconds / SINKS) * 100)}%` }} />
      </span>
      <span>
        Closes in <strong>{words}</strong>
      </span>
    </div>
  )
}
