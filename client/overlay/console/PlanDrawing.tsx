// What lies under the faces of the plan: the rug, the empty chairs, and the way the piece goes. For eyes only; the words say the same.

import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { PlanPlace } from '../../meeting/circlePlan.ts'

const INNER = 0.68

/** A soft bow from one chair to another, inside the ring. */
function bow(from: PlanPlace, to: PlanPlace): string {
  const inside = ({ x, y }: PlanPlace) => `${50 + (x * 100 - 50) * INNER} ${50 + (y * 100 - 50) * INNER}`
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  return `M${inside(from)} Q${50 + (middle.x * 100 - 50) * 0.55} ${50 + (middle.y * 100 - 50) * 0.55} ${inside(to)}`
}

export function PlanDrawing({ snapshot, places }: { snapshot: MeetingSnapshot; places: readonly PlanPlace[] }) {
  const taken = new Set(snapshot.participants.map((one) => one.seat))
  const placeOf = (identity: string | null) => {
    const one = snapshot.participants.find((each) => each.identity === identity)
    return one ? places[one.seat] : undefined
  }
  const { floor } = snapshot
  const [from, to] = [placeOf(floor.speaker), placeOf(floor.next)]
  return (
    <>
      <svg
        className="plan-drawing"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <circle className="plan-rug" cx="50" cy="50" r="30" />
        <circle className="plan-glow" cx="50" cy="50" r="17" />
        {floor.mode === 'piece' && from && to && <path className="plan-way" d={bow(from, to)} />}
      </svg>
      {places
        .filter(({ seat }) => !taken.has(seat))
        .map(({ seat, x, y }) => (
          <span key={seat} className="plan-empty" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
        ))}
    </>
  )
}
