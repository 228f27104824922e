// A quiet room by day: the air of a house, almost nothing. It only keeps silence from sounding like a lost connection.

import { createRandom } from '#protocol/seededRandom.ts'
import { add, createNoise, createWander, filter, level, shape, type Lap, type StereoLap } from './lap.ts'
import { spread } from './place.ts'

/** Renders the air; its root mean square is about 1, the caller sets the loudness. */
export function renderAir(seed: number, length: number, sampleRate: number): StereoLap {
  const random = createRandom(seed)
  const noise = createNoise(random, length)
  const breath = createWander(random, 5)
  function part(): Lap {
    const low = filter(noise(), sampleRate, { kind: 'low', hz: 190 })
    level(filter(low, sampleRate, { kind: 'high', hz: 55 }), 1)
    const soft = filter(noise(), sampleRate, { kind: 'low', hz: 900 })
    level(filter(soft, sampleRate, { kind: 'high', hz: 260 }), 0.11)
    return shape(add(low, soft), (turn) => 1 + 0.12 * breath(turn))
  }
  return spread(part(), part(), 0.6, sampleRate)
}
