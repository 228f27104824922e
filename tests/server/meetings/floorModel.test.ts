// The floor against its model: what a thousand random meetings make of it, with crashes, reconnects and lost holders among them. The
// bench does the same ten thousand times (floor_model_runs).

import { expect, test } from 'vitest'
import { runFloorModel } from './floorCommands.ts'

const RUNS = 400

test('the floor does what its model does, whatever happens', () => {
  expect(runFloorModel({ numRuns: RUNS })).toBeGreaterThan(RUNS)
}, 60_000)
