// What a second screen says of itself: where one sits, that nothing is heard here, and the way back.

import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { Icon } from '../icons/Icon.tsx'
import { companionWords } from './companionWords.ts'

export function CompanionCard() {
  const { acts } = useSession()
  const chairAt = useSessionState((state) => state.chairAt)
  return (
    <section className="companion" aria-label="Second screen">
      <div className="companion-words">
        <Icon name="quiet" />
        <p role="status">
          <strong>{companionWords(chairAt ?? 'window')}</strong> Nothing is heard or said here; what you press counts as
          yours.
        </p>
      </div>
      <button type="button" className="button" onClick={() => void acts.comeBackHere()}>
        <Icon name="people" />
        Bring my chair back here
      </button>
    </section>
  )
}
