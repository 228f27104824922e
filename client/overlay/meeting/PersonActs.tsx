// What one may do about somebody: make them quieter for oneself; hand them the piece; and, for those who run the meeting, more.

import { useId } from 'react'
import { can } from '#protocol/permissions.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { type MeetingSnapshot, type Participant } from '#protocol/meeting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { HandOn } from './hour/HandOn.tsx'
import { FreeChair } from './run/FreeChair.tsx'
import { MarkSomething } from './together/MarkSomething.tsx'
import { HandRole } from './run/HandRole.tsx'
import { RemovePerson } from './run/RemovePerson.tsx'

interface PersonActsProps {
  readonly one: Participant
  readonly me: Participant | null
  readonly snapshot: MeetingSnapshot
}

function Quieter({ one }: { one: Participant }) {
  const { acts } = useSession()
  const id = useId()
  const gain = useSessionState((state) => state.quieter[one.identity] ?? 1)
  return (
    <div className="field">
      <label htmlFor={id}>Quieter for me</label>
      <input
        id={id}
        className="slider"
        type="range"
        min="0"
        max="100"
        step="5"
        value={Math.round(gain * 100)}
        aria-valuetext={
          gain === 1 ? 'as loud as everybody' : gain === 0 ? 'silent for you' : `${Math.round(gain * 100)} per cent`
        }
        onChange={(event) => acts.setQuieter(one.identity, Number(event.target.value) / 100)}
      />
      <span className="slider-ends" aria-hidden="true">
        <span>silent</span>
        <span>like everybody</span>
      </span>
    </div>
  )
}

/** One of the two runs the meeting or greets. */
const asksAside = (me: Participant, one: Participant) =>
  [me, one].some((each) => runsMeeting(each) || each.role === 'greeter')

export function PersonActs({ one, me, snapshot }: PersonActsProps) {
  const { acts } = useSession()
  const silent = useSessionState((state) => state.place === 'companion')
  const mine = one.identity === me?.identity
  const runs = me !== null && runsMeeting(me)
  const { mode, speaker } = snapshot.floor
  const to = one.identity
  const present = one.presence === 'present' && speaker !== to
  const button = (label: string, act: () => void) => (
    <button type="button" className="button slim" onClick={act}>
      {label}
    </button>
  )
  return (
    <>
      {!mine && !silent && <Quieter one={one} />}
      <div className="row">
        {mode === 'piece' &&
          present &&
          (runs || speaker === me?.identity) &&
          button('Hand over the piece', () => void acts.send({ type: 'hand-piece', to }))}
        {mode === 'hands' && present && runs && button('Call', () => void acts.send({ type: 'call', to }))}
        {mode === 'one-voice' &&
          present &&
          runs &&
          button('Give the word', () => void acts.send({ type: 'set-floor', mode, speaker: to }))}
        {runs && one.held && button('Release microphone', () => void acts.send({ type: 'release', to }))}
        {runs && !one.held && !mine && button('Hold microphone', () => void acts.send({ type: 'hold', to }))}
      </div>
      <div className="row">
        <HandOn one={one} me={me} />
        {!mine && !one.aside && one.presence !== 'away' && me && asksAside(me, one) && (
          <button
            type="button"
            className="button slim"
            onClick={() => void acts.send({ type: 'ask-word', to, crisis: false })}
          >
            Ask for a private word
          </button>
        )}
      </div>
      {mine && <MarkSomething />}
      {mine && !runs && <p className="small quiet">This is how the others see you.</p>}
      {me && can(me, 'hand-role') && <HandRole one={one} />}
      {me && can(me, 'free-chair') && !mine && one.presence === 'away' && <FreeChair one={one} />}
      {me && can(me, 'remove') && !mine && <RemovePerson one={one} />}
    </>
  )
}
