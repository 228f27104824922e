// After the meeting: small groups stand about, and near voices are near. One chooses a group and goes there, or sits down again.

import { standingPlaces } from '#protocol/circle.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'

export function AfterPanel() {
  const { acts } = useSession()
  const snapshot = useSessionState((state) => state.snapshot)
  const me = useSessionState((state) => state.identity)
  if (!snapshot || snapshot.phase !== 'after') return null
  const { standing, participants, seats } = snapshot
  const places = standingPlaces(seats)
  const groups = [...new Set(places.map((place) => place.group))]
  const taken = new Map(standing.map(({ place, identity }) => [place, identity]))
  const mine = standing.find((one) => one.identity === me)
  const namesAt = (group: number) =>
    places.flatMap((place, at) => {
      const one = place.group === group && participants.find(({ identity }) => identity === taken.get(at))
      return one ? [one.identity === me ? 'you' : one.name] : []
    })
  const freeAt = (group: number) => places.findIndex((place, at) => place.group === group && !taken.has(at))
  const sitting = participants.filter(({ identity }) => !standing.some((one) => one.identity === identity))
  return (
    <section className="after-card" aria-labelledby="after-title">
      <h2 id="after-title">Afterwards</h2>
      <p className="small quiet">
        The meeting is over. Whoever stands together hears each other best; the others are farther away. Leaving is fine
        at any time.
      </p>
      <ul className="after-groups">
        {groups.map((group) => {
          const names = namesAt(group)
          const free = freeAt(group)
          const here = names.includes('you')
          return (
            <li key={group}>
              <button
                type="button"
                className="after-group"
                aria-pressed={here}
                disabled={!here && free < 0}
                onClick={() => !here && void acts.send({ type: 'stand', place: free })}
              >
                <strong>Group {group + 1}</strong>
                <span>{names.length > 0 ? names.join(', ') : 'nobody yet'}</span>
              </button>
            </li>
          )
        })}
        <li>
          <button
            type="button"
            className="after-group"
            aria-pressed={mine === undefined}
            onClick={() => mine && void acts.send({ type: 'stand', place: null })}
          >
            <strong>In the chairs</strong>
            <span>{sitting.map((one) => (one.identity === me ? 'you' : one.name)).join(', ') || 'nobody'}</span>
          </button>
        </li>
      </ul>
    </section>
  )
}
