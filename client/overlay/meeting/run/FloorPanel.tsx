// Who may speak: five ways, one of them chosen, and what fits the chosen one.

import { FLOOR_MODES } from '#protocol/meeting.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import { Icon } from '../../icons/Icon.tsx'
import { FLOOR_WORDS } from '../floorWords.ts'

export function FloorPanel() {
  const { acts } = useSession()
  const floor = useSessionState((state) => state.snapshot?.floor)
  const hushed = useSessionState((state) => state.snapshot?.hushed ?? false)
  const safe = useSessionState((state) => state.snapshot?.phase === 'safe')
  const nextHand = useSessionState(
    ({ snapshot }) => snapshot?.participants.find((one) => one.identity === snapshot.hands[0])?.name ?? null,
  )
  if (!floor) return null
  return (
    <section aria-labelledby="floor-title" className="run-part">
      <h3 id="floor-title">Who may speak</h3>
      <div className="modes" role="group" aria-labelledby="floor-title">
        {FLOOR_MODES.map((mode) => (
          <button
            key={mode}
            type="button"
            className="button slim"
            aria-pressed={floor.mode === mode}
            disabled={hushed || safe}
            onClick={() => floor.mode !== mode && void acts.send({ type: 'set-floor', mode })}
          >
            {floor.mode === mode && <Icon name="check" />}
            {FLOOR_WORDS[mode].word}
          </button>
        ))}
      </div>
      <p className="small quiet">{hushed ? 'The floor waits under the hush.' : FLOOR_WORDS[floor.mode].hint}</p>
      {floor.mode === 'hands' && !hushed && (
        <button
          type="button"
          className="button"
          disabled={nextHand === null}
          onClick={() => void acts.send({ type: 'call-next' })}
        >
          <Icon name="hand" />
          {nextHand === null ? 'No hand is up' : `Call ${nextHand}`}
        </button>
      )}
      {floor.mode === 'piece' && !hushed && (
        <button type="button" className="button slim" onClick={() => void acts.send({ type: 'reverse-piece' })}>
          <Icon name="another" />
          {floor.direction === 1 ? 'Goes to the left' : 'Goes to the right'}: turn it
        </button>
      )}
    </section>
  )
}
