// What lies lightly over the edges of the room: the line at the top, panels at the sides, the bar at the bottom.

import { useState } from 'react'
import { can, runsMeeting } from '#protocol/meeting.ts'
import { useIdle } from '../../hooks/useIdle.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { Icon } from '../icons/Icon.tsx'
import { ControlBar } from './ControlBar.tsx'
import { FloorCard } from './FloorCard.tsx'
import type { MeetingFace } from './MeetingPage.tsx'
import { NoteLine } from './NoteLine.tsx'
import { NoteLog } from './NoteLog.tsx'
import { Panel } from './Panel.tsx'
import { PeopleList } from './PeopleList.tsx'
import { HushButton } from './run/HushButton.tsx'
import { RunPanel } from './run/RunPanel.tsx'
import { StateLine } from './StateLine.tsx'

const IDLE_MS = 6000

export function CircleView({ face }: { face: MeetingFace }) {
  const me = useMe()
  const idle = useIdle(IDLE_MS)
  const count = useSessionState((state) => state.snapshot?.participants.length ?? 0)
  const waiting = useSessionState((state) => state.door.length)
  const [runs, holdsDoor] = [me !== null && runsMeeting(me), me !== null && can(me, 'lock')]
  const [runOpen, setRunOpen] = useState(() => matchMedia('(width >= 64rem)').matches)

  return (
    <div className="circle-face" data-idle={idle}>
      <header className="top">
        <div className="top-left">
          {holdsDoor && (
            <button
              type="button"
              className="chip"
              id="run-chip"
              aria-expanded={runOpen}
              onClick={() => setRunOpen(!runOpen)}
            >
              <Icon name="door" />
              <span>
                {runs ? 'Run' : 'Door'}
                {runs && <span className="chip-more"> the meeting</span>}
              </span>
              {waiting > 0 && (
                <span className="badge">
                  {waiting}
                  <span className="unseen"> waiting</span>
                </span>
              )}
            </button>
          )}
        </div>
        <FloorCard />
        <div className="top-right">
          <button type="button" className="chip" onClick={face.onSettings}>
            <Icon name="settings" />
            <span className="chip-more">For you</span>
          </button>
          <button
            type="button"
            className="chip"
            id="people-chip"
            aria-expanded={face.peopleOpen}
            onClick={() => face.onPeople(!face.peopleOpen)}
          >
            <Icon name="people" />
            <span className="chip-word">People</span>
            <span className="badge calm">{count}</span>
          </button>
        </div>
      </header>
      {holdsDoor && runOpen && (
        <Panel
          title={runs ? 'Run the meeting' : 'The door'}
          side="left"
          opener="run-chip"
          onClose={() => setRunOpen(false)}
        >
          <RunPanel />
        </Panel>
      )}
      {face.peopleOpen && (
        <Panel title="In the circle" side="right" opener="people-chip" onClose={() => face.onPeople(false)}>
          <PeopleList />
          <details className="log">
            <summary>What happened</summary>
            <NoteLog />
          </details>
        </Panel>
      )}
      <div className="bottom">
        <NoteLine />
        <StateLine />
        {runs && <HushButton />}
        <ControlBar {...face.bar} />
      </div>
    </div>
  )
}
