// Everybody in circle order, as one's own chair sees it: who, where, and what they are doing.

import { useState } from 'react'
import type { Identity } from '#protocol/meeting.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { directionOf, inCircleOrder } from '../../meeting/directions.ts'
import { PersonRow } from './PersonRow.tsx'

export function PeopleList() {
  const snapshot = useSessionState((state) => state.snapshot)
  const speaking = useSessionState((state) => state.speaking)
  const me = useMe()
  const [opened, setOpened] = useState<Identity | null>(null)
  if (!snapshot) return null
  const { participants, seats } = snapshot
  return (
    <ol className="people">
      {inCircleOrder(participants, me, seats).map((one) => (
        <PersonRow
          key={one.identity}
          one={one}
          me={me}
          snapshot={snapshot}
          direction={directionOf(one, me, participants, seats)}
          speaking={speaking.has(one.identity)}
          open={opened === one.identity}
          onOpen={(open) => setOpened(open ? one.identity : null)}
        />
      ))}
    </ol>
  )
}
