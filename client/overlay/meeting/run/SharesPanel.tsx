// Room for everybody: how long a share is, time for whoever needs it, and whose turn has not been, to be asked in private.

import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

const LENGTHS: readonly (number | null)[] = [null, 2, 3, 5]

export function SharesPanel() {
  const { acts } = useSession()
  const agreed = useSessionState((state) => state.snapshot?.shareSeconds ?? null)
  const floor = useSessionState((state) => state.snapshot?.floor ?? null)
  const people = useSessionState((state) => state.snapshot?.participants ?? null)
  const { step, invited } = useSessionState((state) => state.notYetHeard)
  const silent = (people ?? []).filter((one) => step.includes(one.identity))
  return (
    <section aria-labelledby="shares-title" className="run-part">
      <h3 id="shares-title">Shares</h3>
      <div className="modes" role="group" aria-label="How long a share is">
        {LENGTHS.map((minutes) => {
          const seconds = minutes === null ? null : minutes * 60
          return (
            <button
              key={minutes ?? 'free'}
              type="button"
              className="button slim"
              aria-pressed={agreed === seconds}
              onClick={() => void acts.send({ type: 'set-share', seconds })}
            >
              {minutes === null ? 'As long as it needs' : `${minutes} min`}
            </button>
          )
        })}
      </div>
      <div className="row">
        <button
          type="button"
          className="button slim"
          disabled={!floor || floor.speaker === null || floor.unhurried}
          onClick={() => void acts.send({ type: 'give-time' })}
        >
          Take the time you need
        </button>
      </div>
      {silent.length > 0 && (
        <>
          <p className="floor-more">Not yet heard in this step. Only you and co-facilitators see this.</p>
          <ul className="row" aria-label="Not yet heard">
            {silent.map(({ identity, name }) => (
              <li key={identity}>
                <button
                  type="button"
                  className="button slim"
                  disabled={invited.includes(identity)}
                  onClick={() => void acts.send({ type: 'invite', to: identity })}
                >
                  {invited.includes(identity) ? `${name}: asked` : `Ask ${name} in private`}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
