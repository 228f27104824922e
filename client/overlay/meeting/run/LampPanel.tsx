// The lamp in the hand of whoever keeps time: lit for a share, a little more, out. It tells; it never cuts anybody off.

import { EXTEND_LAMP_SECONDS } from '#protocol/scriptRun.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'

const MINUTES = [1, 2, 3, 5]

export function LampPanel() {
  const { acts } = useSession()
  const burns = useSessionState((state) => (state.snapshot?.lamp ?? null) !== null)
  const closed = useSessionState((state) => state.snapshot?.phase === 'closed')
  return (
    <section aria-labelledby="lamp-title" className="run-part">
      <h3 id="lamp-title">The lamp</h3>
      <div className="modes" role="group" aria-labelledby="lamp-title">
        {MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className="button slim"
            disabled={closed}
            onClick={() => void acts.send({ type: 'set-lamp', seconds: minutes * 60 })}
          >
            <Icon name="lamp" />
            {minutes} min
          </button>
        ))}
      </div>
      <div className="row">
        <button
          type="button"
          className="button slim"
          disabled={!burns}
          onClick={() => void acts.send({ type: 'extend-lamp' })}
        >
          {EXTEND_LAMP_SECONDS} seconds more
        </button>
        <button
          type="button"
          className="button slim"
          disabled={!burns}
          onClick={() => void acts.send({ type: 'put-out-lamp' })}
        >
          Put it out
        </button>
      </div>
    </section>
  )
}
