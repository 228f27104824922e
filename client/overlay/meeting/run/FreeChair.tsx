// Gives the chair of somebody whose connection is gone to whoever comes next. Softer than removing: they may knock again.

import type { Participant } from '#protocol/meeting.ts'
import { useSession } from '../../../hooks/useSession.ts'

export function FreeChair({ one }: { one: Participant }) {
  const { acts } = useSession()
  return (
    <>
      <p className="small quiet">
        The chair waits for {one.name}. Somebody else can have it; {one.name} may then knock again.
      </p>
      <button
        type="button"
        className="button slim"
        onClick={() => void acts.send({ type: 'free-chair', to: one.identity })}
      >
        Give the chair free
      </button>
    </>
  )
}
