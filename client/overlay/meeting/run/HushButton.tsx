// Everything held in one press, given back in one press; always in the same corner.

import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'

export function HushButton() {
  const { acts } = useSession()
  const hushed = useSessionState((state) => state.snapshot?.hushed ?? false)
  return (
    <button
      type="button"
      className="hush"
      aria-pressed={hushed}
      onClick={() => void acts.send({ type: hushed ? 'unhush' : 'hush' })}
    >
      <Icon name="quiet" />
      <span>
        {hushed ? 'End the hush' : 'Hush'}
        <span className="control-hint">{hushed ? 'All as it was before' : 'Hold everybody'}</span>
      </span>
    </button>
  )
}
