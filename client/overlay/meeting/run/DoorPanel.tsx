// The door: open, locked, and who waits before it.

import { useMe } from '../../../hooks/useMe.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'
import { KnockList } from './KnockList.tsx'

export function DoorPanel() {
  const { acts } = useSession()
  const keyHolder = useMe()?.keyHolder ?? false
  const door = useSessionState((state) => state.door)
  const phase = useSessionState((state) => state.snapshot?.phase)
  const locked = useSessionState((state) => state.snapshot?.locked ?? false)
  const hushed = useSessionState((state) => state.snapshot?.hushed ?? false)
  const closable = useSessionState((state) => state.snapshot?.participants.every((one) => one.keyHolder) ?? false)
  const open = phase === 'open'
  return (
    <section aria-labelledby="door-title" className="run-part">
      <h3 id="door-title">
        The door <span className="run-state">{locked && open ? 'locked' : open ? 'open' : 'closed'}</span>
      </h3>
      {phase === 'closed' && !keyHolder && <p className="small quiet">Somebody with a key opens it.</p>}
      {phase === 'closed' && keyHolder && (
        <button type="button" className="button primary" onClick={() => void acts.send({ type: 'open-doors' })}>
          <Icon name="key" />
          Open the doors
        </button>
      )}
      {open && !hushed && (
        <div className="row">
          <button
            type="button"
            className="button slim"
            onClick={() => void acts.send({ type: locked ? 'unlock' : 'lock' })}
          >
            <Icon name={locked ? 'door' : 'hold'} />
            {locked ? 'Unlock' : 'Lock'}
          </button>
          {closable && (
            <button type="button" className="button slim" onClick={() => void acts.send({ type: 'close-doors' })}>
              Close the doors
            </button>
          )}
        </div>
      )}
      {hushed && <p className="small quiet">The door is locked until the hush ends.</p>}
      {door.length === 0 && open && !hushed && <p className="small quiet">Nobody waits.</p>}
      <KnockList door={door} admits={open && !locked} />
    </section>
  )
}
