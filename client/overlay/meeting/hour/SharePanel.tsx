// How long a share is, as the circle agreed. Each turn lights the lamp for so long; it tells, and cuts nobody off.

import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'

const LENGTHS: readonly { readonly seconds: number | null; readonly word: string }[] = [
  { seconds: null, word: 'Free' },
  { seconds: 120, word: '2 min' },
  { seconds: 180, word: '3 min' },
  { seconds: 300, word: '5 min' },
]

export function SharePanel() {
  const { acts } = useSession()
  const agreed = useSessionState((state) => state.snapshot?.shareSeconds ?? null)
  const closed = useSessionState((state) => state.snapshot?.phase === 'closed')
  return (
    <section aria-labelledby="share-title" className="run-part">
      <h3 id="share-title">One share</h3>
      <div className="modes" role="group" aria-labelledby="share-title">
        {LENGTHS.map(({ seconds, word }) => (
          <button
            key={word}
            type="button"
            className="button slim"
            aria-pressed={agreed === seconds}
            disabled={closed}
            onClick={() => agreed !== seconds && void acts.send({ type: 'set-share', seconds })}
          >
            {agreed === seconds && <Icon name="check" />}
            {word}
          </button>
        ))}
      </div>
    </section>
  )
}
