// Who takes the chair when the facilitator is lost: co-facilitators in this order, changed by a press.

import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function ChairPanel() {
  const { acts } = useSession()
  const snapshot = useSessionState((state) => state.snapshot)
  if (!snapshot) return null
  const { succession, participants } = snapshot
  const nameOf = (identity: string) => participants.find((one) => one.identity === identity)?.name ?? 'Somebody'
  return (
    <section aria-labelledby="chair-title" className="run-part">
      <h3 id="chair-title">Who takes the chair</h3>
      {succession.length === 0 ? (
        <p className="small quiet">
          Nobody yet. Give somebody the role of co-facilitator: should you be lost, the chair is theirs until you are
          back.
        </p>
      ) : (
        <ol className="succession">
          {succession.map((identity, at) => (
            <li key={identity}>
              <span>
                {at + 1}. {nameOf(identity)}
              </span>
              <button
                type="button"
                className="role-button"
                disabled={at === 0}
                onClick={() =>
                  void acts.send({
                    type: 'set-succession',
                    order: [identity, ...succession.filter((one) => one !== identity)],
                  })
                }
              >
                First<span className="unseen">: {nameOf(identity)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
