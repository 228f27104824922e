// Hands a role to somebody. Choosing and handing are two acts: arrow keys in a list must not change a meeting.

import { useId, useState } from 'react'
import { ROLES, type Role } from '#protocol/roles.ts'
import { type Participant } from '#protocol/meeting.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { ROLE_WORDS } from '../../../meeting/personWords.ts'

export function HandRole({ one }: { one: Participant }) {
  const { acts } = useSession()
  const id = useId()
  const [role, setRole] = useState<Role>(one.role)
  return (
    <div className="field">
      <label htmlFor={id}>Role</label>
      <div className="row nowrap">
        <select
          id={id}
          className="input"
          value={role}
          onChange={(event) => setRole(ROLES.find((each) => each === event.target.value) ?? one.role)}
        >
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {ROLE_WORDS[each]}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button slim"
          disabled={role === one.role}
          onClick={() => void acts.send({ type: 'hand-role', to: one.identity, role })}
        >
          Hand over
        </button>
      </div>
    </div>
  )
}
