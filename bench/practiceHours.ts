// How many hours simulated company keeps to the rules: each scenario in turn, each hour from its own seed, with a trainee who does
// anything at any time. Counted as broken: somebody heard who may not speak, a command that the role forbids, a company that answers
// itself without end. Fast, by a clock moved by hand; nothing of sound or the media server is in it.

import { playHour } from '../tests/server/practice/rehearsal.ts'
import { readScenarios } from '../server/storage/scenarioFiles.ts'
import type { Figure } from './figure.ts'

const HOURS = 10_000

export const practiceHours: Figure = {
  name: 'practice_hours_without_violation',
  unit: 'hours',
  wanted: { atLeast: HOURS },
  timeoutMs: 30 * 60_000,
  async measure() {
    const scenarios = readScenarios(null)
    let kept = 0
    for (let seed = 0; seed < HOURS; seed++) {
      const scenario = scenarios[seed % scenarios.length]
      if (!scenario) throw new Error('there are no scenarios')
      const [violation] = playHour(scenario, seed)
      if (violation !== undefined) throw new Error(`seed ${seed} of ${scenario.id}: ${violation}`)
      kept++
    }
    return { value: kept, how: `${scenarios.length} scenarios in turn, one seed an hour, a trainee who does anything` }
  },
}
