// Asking for help within the circle, each in one press: a private word, somebody now, or only that those who run it know.

import { useMe } from '../../../hooks/useMe.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function AskForSomebody({ onDone }: { onDone: () => void }) {
  const { acts } = useSession()
  const me = useMe()
  const help = useSessionState((state) => state.care.help)
  const asking = useSessionState((state) => state.care.asking !== null)
  if (!me) return null
  const then = (act: () => void) => () => {
    onDone()
    act()
  }
  return (
    <section className="stack">
      <h3>Somebody from the circle</h3>
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={asking}
          onClick={then(() => void acts.send({ type: 'ask-word', crisis: true }))}
        >
          I need somebody now
        </button>
        <button
          type="button"
          className="button"
          disabled={asking}
          onClick={then(() => void acts.send({ type: 'ask-word', crisis: false }))}
        >
          A private word
        </button>
        <button
          type="button"
          className="button"
          disabled={help !== 'none'}
          onClick={then(() => void acts.send({ type: 'ask-help' }))}
        >
          Only let them know
        </button>
      </div>
      <p className="small quiet">
        One of those who run the meeting or greet steps aside with you; the others see that, not why. “Only let them
        know” tells those who run the meeting, and nobody else. Nothing is told unless you press one of these.
      </p>
    </section>
  )
}
