// The console's main control: the circle from above, one's own chair at the bottom. One stop for Tab; arrow keys go round the circle,
// and whoever they come to is chosen.

import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { Identity } from '#protocol/meeting.ts'
import { useMe } from '../../hooks/useMe.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { neighbourOf, planPlaces } from '../../meeting/circlePlan.ts'
import { directionOf, inCircleOrder } from '../../meeting/directions.ts'
import { floorLine } from '../../meeting/floorLine.ts'
import { PlanDrawing } from './PlanDrawing.tsx'
import { PlanPerson } from './PlanPerson.tsx'

/** Left and down go round to the left, as one sits: the way the piece goes. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: 1, ArrowDown: 1, ArrowRight: -1, ArrowUp: -1 }

interface CirclePlanProps {
  readonly chosen: Identity | null
  readonly onChoose: (identity: Identity | null) => void
}

export function CirclePlan({ chosen, onChoose }: CirclePlanProps) {
  const list = useRef<HTMLOListElement>(null)
  const me = useMe()
  const snapshot = useSessionState((state) => state.snapshot)
  const line = useSessionState((state) => (state.snapshot ? floorLine(state.snapshot, state.identity) : ''))
  const [seats, ownSeat] = [snapshot?.seats ?? 0, me?.seat ?? null]
  const places = useMemo(() => (seats > 0 ? planPlaces(seats, ownSeat) : []), [seats, ownSeat])
  if (!snapshot) return null
  const { participants } = snapshot
  const order = inCircleOrder(participants, me, seats)
  const stop = order.find((one) => one.identity === chosen) ?? order[0]

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') return onChoose(null)
    const steps = STEPS[event.key]
    const to = event.key === 'Home' ? order[0] : steps && neighbourOf(order, stop?.identity ?? null, steps)
    if (!to) return undefined
    event.preventDefault()
    onChoose(to.identity)
    return list.current?.querySelector<HTMLElement>(`[data-identity="${to.identity}"]`)?.focus()
  }

  return (
    <div className="plan-space">
      <div className="plan" data-crowd={seats > 16 ? 'large' : seats > 12 ? 'full' : 'small'}>
        <PlanDrawing snapshot={snapshot} places={places} />
        <p className="plan-line">{line}</p>
        <ol ref={list} id="plan" aria-label="The circle from above. Arrow keys go round it." onKeyDown={onKeyDown}>
          {order.map((one) => {
            const place = places[one.seat]
            return (
              place && (
                <PlanPerson
                  key={one.identity}
                  one={one}
                  place={place}
                  snapshot={snapshot}
                  direction={directionOf(one, me, participants, seats)}
                  chosen={one.identity === chosen}
                  stop={one === stop}
                  onChoose={() => onChoose(one.identity === chosen ? null : one.identity)}
                />
              )
            )
          })}
        </ol>
      </div>
    </div>
  )
}
