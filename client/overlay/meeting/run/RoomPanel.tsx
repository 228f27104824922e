// The room around the circle: where it is, and how dim.

import { ENVIRONMENTS, type Environment } from '#protocol/meeting.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'

const WORDS: Readonly<Record<Environment, string>> = {
  lounge: 'Lounge',
  beach: 'Beach',
  forest: 'Forest',
  quiet: 'Quiet room',
}

export function RoomPanel() {
  const { acts } = useSession()
  const chosen = useSessionState((state) => state.snapshot?.environment ?? 'lounge')
  const dim = useSessionState((state) => state.snapshot?.dim ?? false)
  const set = (environment: Environment, dimmed: boolean) =>
    void acts.send({ type: 'set-environment', environment, dim: dimmed })
  return (
    <section aria-labelledby="room-title" className="run-part">
      <h3 id="room-title">The room</h3>
      <div className="modes" role="group" aria-labelledby="room-title">
        {ENVIRONMENTS.map((environment) => (
          <button
            key={environment}
            type="button"
            className="button slim"
            aria-pressed={environment === chosen}
            onClick={() => environment !== chosen && set(environment, dim)}
          >
            {environment === chosen && <Icon name="check" />}
            {WORDS[environment]}
          </button>
        ))}
        <button type="button" className="button slim" aria-pressed={dim} onClick={() => set(chosen, !dim)}>
          <Icon name={dim ? 'check' : 'moon'} />
          Dim
        </button>
      </div>
    </section>
  )
}
