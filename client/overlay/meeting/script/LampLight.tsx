// The lamp as a light that sinks. It is beside words that say the same, and it never blinks or sounds.

import type { Lamp } from '#protocol/scriptRun.ts'
import { clockOf } from '../../../meeting/scriptLine.ts'

/** `now`: the server's clock, ms. */
export function LampLight({ lamp, now }: { lamp: Lamp; now: number }) {
  const left = Math.max(0, lamp.endsAt - now)
  const share = Math.min(1, left / (lamp.endsAt - lamp.startedAt))
  return (
    <div className="lamp" role="timer" aria-label={`The lamp: ${clockOf(left)}`}>
      <span className="lamp-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span aria-hidden="true">{clockOf(left)}</span>
    </div>
  )
}
