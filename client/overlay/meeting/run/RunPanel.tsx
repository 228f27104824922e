// For those who hold the door or run the meeting: the door first, then who may speak, the room, the end.

import { can, runsMeeting } from '#protocol/meeting.ts'
import { useMe } from '../../../hooks/useMe.ts'
import { DoorPanel } from './DoorPanel.tsx'
import { EndPanel } from './EndPanel.tsx'
import { FloorPanel } from './FloorPanel.tsx'
import { RoomPanel } from './RoomPanel.tsx'
import './run.css'

export function RunPanel() {
  const me = useMe()
  if (!me || !can(me, 'lock')) return null
  return (
    <>
      <DoorPanel />
      {runsMeeting(me) && (
        <>
          <FloorPanel />
          <RoomPanel />
          <EndPanel />
        </>
      )}
    </>
  )
}
