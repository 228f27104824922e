// A reader, timekeeper or greeter hands the own role on to somebody, in one press.

import type { Participant } from '#protocol/meeting.ts'
import { can } from '#protocol/permissions.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { ROLE_WORDS } from '../../../meeting/personWords.ts'

export function HandOn({ one, me }: { one: Participant; me: Participant | null }) {
  const { acts } = useSession()
  if (!me || !can(me, 'hand-on') || one.identity === me.identity || one.role !== 'member') return null
  return (
    <button type="button" className="button slim" onClick={() => void acts.send({ type: 'hand-on', to: one.identity })}>
      Hand on: {ROLE_WORDS[me.role].toLowerCase()}
    </button>
  )
}
