// Coming to an end: a minute that can be called off, or now.

import { useMe } from '../../../hooks/useMe.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'
import { Confirm } from './Confirm.tsx'

export function EndPanel() {
  const { acts } = useSession()
  const keyHolder = useMe()?.keyHolder ?? false
  const phase = useSessionState((state) => state.snapshot?.phase)
  return (
    <section aria-labelledby="end-title" className="run-part">
      <h3 id="end-title">The end</h3>
      <div className="row">
        {(phase === 'open' || phase === 'after') && (
          <button type="button" className="button slim" onClick={() => void acts.send({ type: 'start-closing' })}>
            <Icon name="lamp" />
            Closing minute
          </button>
        )}
        {(phase === 'open' || phase === 'closing') && (
          <button type="button" className="button slim" onClick={() => void acts.send({ type: 'start-after' })}>
            <Icon name="heart" />
            Over, and stay a while
          </button>
        )}
        {(phase === 'closing' || phase === 'after') && keyHolder && (
          <button type="button" className="button slim" onClick={() => void acts.send({ type: 'open-doors' })}>
            <Icon name="door" />
            Not yet, stay open
          </button>
        )}
        <Confirm
          label="End now"
          question="The meeting ends for everybody, at once. Names and chairs are deleted."
          act="End it"
          back="Go on"
          onAct={() => void acts.send({ type: 'end' })}
        />
      </div>
    </section>
  )
}
