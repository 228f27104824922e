// Knocked, and waiting: one is not forgotten, and nothing can be heard or seen yet.

import { lazy, Suspense, useState } from 'react'
import type { Me } from '#protocol/api.ts'
import { useNow } from '../../hooks/useNow.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { waitingLine, waitingTitle } from '../../meeting/waitingWords.ts'
import { HeadsetButton } from '../headset/HeadsetButton.tsx'
import { HeadsetLine } from '../headset/HeadsetLine.tsx'
import { Icon } from '../icons/Icon.tsx'
import { Portrait } from '../portrait/Portrait.tsx'
import { PorchPage } from './PorchPage.tsx'

/** With the drawing of picture codes, which nothing else needs. */
const MoveDialog = lazy(() => import('../pair/MoveDialog.tsx').then((loaded) => ({ default: loaded.MoveDialog })))

function Since({ since }: { since: number }) {
  const offset = useSessionState((state) => state.clockOffsetMs)
  const minutes = Math.floor((useNow(5000) + offset - since) / 60_000)
  const at = new Date(since - offset).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  const ago = minutes < 1 ? 'just now' : minutes === 1 ? 'one minute ago' : `${minutes} minutes ago`
  return (
    <>
      You knocked at {at}, {ago}.{' '}
    </>
  )
}

export function Waiting({ me }: { me: Me }) {
  const { acts } = useSession()
  const away = useSessionState((state) => state.chairAt !== null)
  const [moving, setMoving] = useState(false)
  return (
    <PorchPage
      title={waitingTitle(me)}
      about="waiting"
      footer={
        <div className="porch-acts">
          <button type="button" className="button" onClick={() => void acts.withdraw()}>
            <Icon name="back" />
            Back to the porch
          </button>
          <button type="button" className="button plain" onClick={() => setMoving(true)}>
            <Icon name="another" />
            Continue in my headset
          </button>
          <HeadsetButton className="button" word="Wait in VR" />
        </div>
      }
    >
      <div className="waiting-light alive">
        <Portrait avatar={me.avatar} detailed />
      </div>
      <p role="status">{waitingLine(me)}</p>
      <HeadsetLine />
      {away && <p role="status">Your headset waits with you. When you are let in, you sit there.</p>}
      {moving && !away && (
        <Suspense fallback={null}>
          <MoveDialog onClose={() => setMoving(false)} />
        </Suspense>
      )}
      <ul className="stack">
        <li className="promise">
          <Icon name="check" />
          <p>
            {me.waitingSince !== undefined && <Since since={me.waitingSince} />}
            Your place is kept, {me.name}. You are not forgotten.
          </p>
        </li>
        <li className="promise">
          <Icon name="quiet" />
          <p>Nobody can hear or see you yet, and you hear nobody. Your microphone is off.</p>
        </li>
        <li className="promise">
          <Icon name="heart" />
          <p>You may change your mind at any moment. Nobody will ask why.</p>
        </li>
      </ul>
    </PorchPage>
  )
}
