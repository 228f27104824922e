// How many random meetings the floor survives in step with its model: pieces, hands, passes for later, lost holders, late arrivals,
// crashes and reconnects. One difference, and the figure is not measured but fails.

import { runFloorModel } from '../tests/server/meetings/floorCommands.ts'
import type { Figure } from './figure.ts'

const RUNS = 10_000

export const floorModelRuns: Figure = {
  name: 'floor_model_runs',
  unit: 'runs',
  wanted: { atLeast: RUNS },
  async measure() {
    const happened = runFloorModel({ numRuns: RUNS })
    return {
      value: RUNS,
      how: `random meetings, ${happened} things that happened in them, no difference from the model`,
    }
  },
}
