// A private word: two people, and the way back always in the same place. The others see that they are aside, not why.

import type { ReactNode } from 'react'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'
import { Portrait } from '../../portrait/Portrait.tsx'
import { CompanionCard } from '../CompanionCard.tsx'
import { PageTitle } from '../PageTitle.tsx'
import { CrisisCard } from './CrisisCard.tsx'
import './care.css'

/** `controls`: the own microphone and help, as everywhere. */
export function AsideView({ controls }: { controls: ReactNode }) {
  const { acts } = useSession()
  const aside = useSessionState((state) => state.care.aside)
  const silent = useSessionState((state) => state.place === 'companion')
  const other = useSessionState(
    ({ snapshot, care }) => snapshot?.participants.find((one) => one.identity === care.aside?.with) ?? null,
  )
  const there = useSessionState((state) => state.asideConnection === 'connected')
  if (!aside) return null
  const name = other?.name ?? 'somebody'
  return (
    <div className="aside-page">
      <main className="aside-main">
        {silent && <CompanionCard />}
        {other && (
          <div className="aside-face alive">
            <Portrait avatar={other.avatar} detailed />
          </div>
        )}
        <PageTitle text={`Aside with ${name}`} />
        <p role="status">{!there && 'One moment: the two of you are being connected.'}</p>
        <p>
          Only the two of you hear each other. The circle sees that you stepped aside, and not why.
          {aside.crisis && !aside.leads && ' Nobody can send help to you unless you say where you are.'}
        </p>
        {aside.crisis && aside.leads && <CrisisCard name={name} since={aside.since} />}
      </main>
      <div className="aside-bar">
        <button type="button" className="button primary" onClick={() => void acts.comeBackFromWord()}>
          <Icon name="people" />
          Back to the circle
        </button>
        {controls}
      </div>
    </div>
  )
}
