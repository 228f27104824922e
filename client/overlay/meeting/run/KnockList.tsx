// Who waits before the door, first come first, nobody moving under the finger. When many knock at once, only the first few are shown, and one press answers all:
// a facilitator in the middle of an hour has no eyes for forty names.

import { useState } from 'react'
import type { DoorEntry } from '#protocol/api.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSteadyList } from '../../../hooks/useSteadyList.ts'
import { Confirm } from './Confirm.tsx'
import { KnockEntry } from './KnockEntry.tsx'

/** From so many on it is more than one looks through in passing. */
const MANY = 5

const knockOf = ({ knock }: DoorEntry) => knock

export function KnockList({ door, admits }: { door: readonly DoorEntry[]; admits: boolean }) {
  const { acts } = useSession()
  const [all, setAll] = useState(false)
  const many = door.length > MANY
  const slots = useSteadyList(door, knockOf)
  const shown = many && !all ? slots.slice(0, MANY) : slots
  return (
    <>
      <ul className="knocks" aria-label="Waiting before the door">
        {shown.map(({ key, item, goneAt }) => (
          <KnockEntry key={key} entry={item} admits={admits} gone={goneAt !== null} />
        ))}
      </ul>
      {many && (
        <div className="row">
          <button type="button" className="button slim" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show the first few' : `Show ${door.length - MANY} more`}
          </button>
          <Confirm
            label={`Not now, to all ${door.length}`}
            question={`All ${door.length} who wait are told kindly that it is not possible now. Each may knock once more. Locking the door as well keeps it quiet.`}
            act="Tell all"
            back="Let them wait"
            onAct={() => void acts.send({ type: 'decline-all', knocks: door.map((one) => one.knock) })}
          />
        </div>
      )}
    </>
  )
}
