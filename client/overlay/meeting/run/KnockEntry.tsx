// Somebody before the door: name, first time, and the one line they wrote to those who hold it.

import type { DoorEntry } from '#protocol/api.ts'
import { useNow } from '../../../hooks/useNow.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Portrait } from '../../portrait/Portrait.tsx'

interface KnockEntryProps {
  readonly entry: DoorEntry
  readonly admits: boolean
  /** Answered a moment ago: the place stays empty, so that the next one does not slip under the finger. */
  readonly gone?: boolean
}

export function KnockEntry({ entry, admits, gone = false }: KnockEntryProps) {
  const { acts } = useSession()
  const offset = useSessionState((state) => state.clockOffsetMs)
  const minutes = Math.floor((useNow(5000) + offset - entry.since) / 60_000)
  return (
    <li className="knock-entry" data-gone={gone} inert={gone} aria-hidden={gone || undefined}>
      <span className="person-face">
        <Portrait avatar={entry.avatar} />
      </span>
      <div className="knock-words">
        <p className="person-name">
          {entry.name}
          {entry.firstTime && <span className="first-time">first time</span>}
        </p>
        <p className="person-state">{minutes < 1 ? 'just now' : `waits ${minutes} min`}</p>
        {entry.answer && <p className="knock-answer">“{entry.answer}”</p>}
        <div className="row">
          <button
            type="button"
            className="button slim primary"
            disabled={!admits}
            onClick={() => void acts.send({ type: 'admit', knock: entry.knock })}
          >
            Let in<span className="unseen"> {entry.name}</span>
          </button>
          <button
            type="button"
            className="button slim"
            onClick={() => void acts.send({ type: 'decline', knock: entry.knock })}
          >
            Not now<span className="unseen">: {entry.name}</span>
          </button>
        </div>
      </div>
    </li>
  )
}
