// The meeting as a page: the chairs in order, the same acts as buttons, everything within reach of keys and screen readers.

import { runsMeeting } from '#protocol/roles.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { HeadsetButton } from '../headset/HeadsetButton.tsx'
import { Icon } from '../icons/Icon.tsx'
import { CompanionCard } from './CompanionCard.tsx'
import { ControlBar } from './ControlBar.tsx'
import { FloorCard } from './FloorCard.tsx'
import type { MeetingFace } from './MeetingPage.tsx'
import { CareCards } from './care/CareCards.tsx'
import { CarePauseLine } from './care/CarePauseLine.tsx'
import { AfterPanel } from './hour/AfterPanel.tsx'
import { InvitationCard } from './hour/InvitationCard.tsx'
import { NoteLine } from './NoteLine.tsx'
import { NoteLog } from './NoteLog.tsx'
import { PageTitle } from './PageTitle.tsx'
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

interface SimpleViewProps {
  readonly face: MeetingFace
  /** Why the room is not shown, when that was not one's own choice. */
  readonly reason: string | null
  readonly onRoom: () => void
}

export function SimpleView({ face, reason, onRoom }: SimpleViewProps) {
  const me = useMe()
  const group = useSessionState((state) => state.me?.group.name ?? 'The circle')
  const count = useSessionState((state) => state.snapshot?.participants.length ?? 0)
  const runs = me !== null && runsMeeting(me)
  const panel = panelTitle(me)
  const silent = useSessionState((state) => state.place === 'companion')
  return (
    <div className="simple-page">
      <header className="simple-head">
        <PageTitle text={group} />
        <div className="row">
          {face.onConsole && (
            <button type="button" className="button slim" onClick={face.onConsole}>
              <Icon name="console" />
              Console
            </button>
          )}
          {!silent && <HeadsetButton className="button slim" word="Enter VR" />}
          {!silent && (
            <button type="button" className="button slim" onClick={onRoom}>
              <Icon name="view" />
              {reason === null ? 'Show the room' : 'Try the room again'}
            </button>
          )}
          <button type="button" className="button slim" onClick={face.onSettings}>
            <Icon name="settings" />
            For you
          </button>
        </div>
        {silent && <CompanionCard />}
        {!silent && reason !== null && <p className="small quiet">{reason} This page is the same meeting.</p>}
      </header>
      <main className="simple-main">
        <div className="simple-floor">
          <FloorCard />
          <PracticeLayer />
          <WhereWeAre />
          <StepText />
          <AfterPanel />
        </div>
        <div className="simple-columns">
          <section aria-labelledby="people-title">
            <h2 id="people-title">In the circle: {count}</h2>
            <PeopleList />
          </section>
          <div className="simple-side">
            {panel && (
              <section aria-labelledby="run-title" className="simple-run">
                <h2 id="run-title">{panel.title}</h2>
                <RunPanel />
              </section>
            )}
            <ChatPanel />
            <section aria-labelledby="log-title">
              <h2 id="log-title">What happened</h2>
              <NoteLog />
            </section>
          </div>
        </div>
      </main>
      <div className="bottom">
        <CarePauseLine />
        <CareCards />
        <TogetherCards />
        <InvitationCard />
        <NoteLine />
        {!silent && <StateLine />}
        {runs && <HushButton />}
        <ControlBar {...face.bar} />
      </div>
    </div>
  )
}
