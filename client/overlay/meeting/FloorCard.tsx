// How the floor stands, in one line at the top, and the lamp when the meeting comes to its end.

import { useSessionState } from '../../hooks/useSessionState.ts'
import { floorLine } from '../../meeting/floorLine.ts'
import { Icon } from '../icons/Icon.tsx'
import { ComeBackLater } from './hour/ComeBackLater.tsx'
import { Lamp } from './Lamp.tsx'
import { InvitationCard } from './InvitationCard.tsx'
import { StepLine } from './script/StepLine.tsx'

export function FloorCard() {
  const line = useSessionState(({ snapshot, identity }) => (snapshot ? floorLine(snapshot, identity) : ''))
  const mine = useSessionState(({ snapshot, identity }) => identity !== null && snapshot?.floor.speaker === identity)
  const next = useSessionState(({ snapshot, identity }) => identity !== null && snapshot?.floor.next === identity)
  const phase = useSessionState((state) => state.snapshot?.phase)
  const closesAt = useSessionState((state) => state.snapshot?.closesAt ?? null)
  const locked = useSessionState((state) => state.snapshot?.locked ?? false)
  return (
    <div className="floor-card" data-mine={mine}>
      <StepLine />
      <InvitationCard />
      <p className="floor-line">{line}</p>
      <ComeBackLater />
      {/* Notes say who has the floor; that it comes to oneself next is said only here. */}
      <p className="unseen" role="status">
        {next && 'You are next.'}
      </p>
      {phase === 'safe' && (
        <p className="floor-more">
          No key-holder is here. The circle goes on safely for a while, and nobody new comes in.
        </p>
      )}
      {closesAt !== null && <Lamp closesAt={closesAt} />}
      {locked && phase === 'open' && (
        <p className="floor-more">
          <Icon name="hold" />
          The door is locked.
        </p>
      )}
    </div>
  )
}
