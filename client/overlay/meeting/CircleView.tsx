// What lies lightly over the edges of the room: the line at the top, panels at the sides, the bar at the bottom.

import { useState } from 'react'
import { runsMeeting } from '#protocol/roles.ts'
import { useIdle } from '../../hooks/useIdle.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { HeadsetButton } from '../headset/HeadsetButton.tsx'
import { Icon } from '../icons/Icon.tsx'
import { ControlBar } from './ControlBar.tsx'
import { FloorCard } from './FloorCard.tsx'
import type { MeetingFace } from './MeetingPage.tsx'
import { CareCards } from './care/CareCards.tsx'
import { CarePauseLine } from './care/CarePauseLine.tsx'
import { AfterPanel } from './hour/AfterPanel.tsx'
import { InvitationCard } from './hour/InvitationCard.tsx'
import { NoteLine } from './NoteLine.tsx'
import { NoteLog } from './NoteLog.tsx'
import { Panel } from './Panel.tsx'
import { PeopleList } from './PeopleList.tsx'
import { HushButton } from './run/HushButton.tsx'
import { panelTitle } from './run/panelTitle.ts'
import { RunPanel } from './run/RunPanel.tsx'
import { PracticeLayer } from '../practice/PracticeLayer.tsx'
import { StepText } from './script/StepText.tsx'
import { ChatPanel } from './together/ChatPanel.tsx'
import { TogetherCards } from './together/TogetherCards.tsx'
import { WhereWeAre } from './script/WhereWeAre.tsx'
import { StateLine } from './StateLine.tsx'

const IDLE_MS = 6000

export function CircleView({ face }: { face: MeetingFace }) {
  const me = useMe()
  const idle = useIdle(IDLE_MS)
  const count = useSessionState((state) => state.snapshot?.participants.length ?? 0)
  const waiting = useSessionState((state) => state.door.length)
  const runs = me !== null && runsMeeting(me)
  const panel = panelTitle(me)
  const [runOpen, setRunOpen] = useState(() => matchMedia('(width >= 64rem)').matches)

  return (
    <div className="circle-face" data-idle={idle}>
      <header className="top">
        <div className="top-left">
          {face.onConsole && (
            <button type="button" className="chip" onClick={face.onConsole}>
              <Icon name="console" />
              <span className="chip-word">Console</span>
            </button>
          )}
          {panel && (
            <button
              type="button"
              className="chip"
              id="run-chip"
              aria-expanded={runOpen}
              onClick={() => setRunOpen(!runOpen)}
            >
              <Icon name="door" />
              <span>
                {panel.word}
                {panel.more !== '' && <span className="chip-more">{panel.more}</span>}
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
          <HeadsetButton className="chip" word="Enter VR" />
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
      {panel && runOpen && (
        <Panel title={panel.title} side="left" opener="run-chip" onClose={() => setRunOpen(false)}>
          <RunPanel />
        </Panel>
      )}
      {face.peopleOpen && (
        <Panel title="In the circle" side="right" opener="people-chip" onClose={() => face.onPeople(false)}>
          <AfterPanel />
          <PeopleList />
          <ChatPanel />
          <details className="log">
            <summary>What happened</summary>
            <NoteLog />
          </details>
        </Panel>
      )}
      <div className="bottom">
        <PracticeLayer />
        <WhereWeAre />
        <StepText />
        <CarePauseLine />
        <CareCards />
        <TogetherCards />
        <InvitationCard />
        <NoteLine />
        <StateLine />
        {runs && <HushButton />}
        <ControlBar {...face.bar} />
      </div>
    </div>
  )
}
