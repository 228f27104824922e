// Takes somebody out for the rest of the meeting. It cannot be undone, so it is asked once.

import type { Participant } from '#protocol/meeting.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { Confirm } from './Confirm.tsx'

export function RemovePerson({ one }: { one: Participant }) {
  const { acts } = useSession()
  return (
    <Confirm
      label="Remove"
      question={`${one.name} leaves at once and cannot come back to this meeting. The circle is told softly.`}
      act="Remove"
      back="Keep"
      onAct={() => void acts.send({ type: 'remove', to: one.identity })}
    />
  )
}
