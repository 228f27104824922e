// How much more script a frame costs with a hundred people who all move than with ten: what grows with the circle. No circle of
// the product is so large; the room is built for it here. Three rounds one after another, the median of their ratios.

import { ROOM_READY, serveBench } from './benchSite.ts'
import { type Figure, median } from './figure.ts'
import { frameCost } from './frameScript.ts'

const ROUNDS = 3

export const frameJsHundredOverTen: Figure = {
  name: 'frame_js_n100_over_n10',
  unit: '',
  wanted: { atMost: 1.3 },
  async measure() {
    const site = await serveBench()
    try {
      const rounds: { ten: number; hundred: number }[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const { scriptMs: ten } = await frameCost(site.room(10), ROOM_READY)
        const { scriptMs: hundred } = await frameCost(site.room(100), ROOM_READY)
        rounds.push({ ten, hundred })
      }
      const ms = (which: 'ten' | 'hundred') => median(rounds.map((one) => one[which])).toFixed(2)
      return {
        value: Math.round(median(rounds.map(({ ten, hundred }) => hundred / ten)) * 100) / 100,
        how: `median of ${ROUNDS} rounds; a frame's script with 10 people ${ms('ten')} ms, with 100 people ${ms('hundred')} ms`,
      }
    } finally {
      await site.stop()
    }
  },
}
