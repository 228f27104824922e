// For those who hold the door, run the meeting or keep time: the door first, then the hour, who may speak, the lamp, the room, the end.

import { can } from '#protocol/permissions.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { useMe } from '../../../hooks/useMe.ts'
import { TogetherPanel } from '../together/TogetherPanel.tsx'
import { SharePanel } from '../hour/SharePanel.tsx'
import { DoorPanel } from './DoorPanel.tsx'
import { EndPanel } from './EndPanel.tsx'
import { FloorPanel } from './FloorPanel.tsx'
import { Invitations } from './Invitations.tsx'
import { LampPanel } from './LampPanel.tsx'
import { RoomPanel } from './RoomPanel.tsx'
import { ScriptPanel } from './ScriptPanel.tsx'
import { SharesPanel } from './SharesPanel.tsx'
import './run.css'

export function RunPanel() {
  const me = useMe()
  if (!me) return null
  const runs = runsMeeting(me)
  return (
    <>
      {can(me, 'lock') && <DoorPanel />}
      {me.keyHolder && <Invitations />}
      {runs && <ScriptPanel />}
      {runs && <FloorPanel />}
      {runs && <SharesPanel />}
      {can(me, 'set-lamp') && <LampPanel />}
      {runs && <SharePanel />}
      {runs && <TogetherPanel />}
      {runs && <RoomPanel />}
      {runs && <EndPanel />}
    </>
  )
}
