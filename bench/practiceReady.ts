// How soon somebody who opens the practice link sits among simulated company: from opening the link to the chair, with one press as
// soon as there is something to press. In it: the page, the room's snapshot, the connection; not in it: the picture of the room.

import { startStack } from '../tests/support/stack.ts'
import { arrive } from '../tests/support/visitor.ts'
import { type Figure, median, rounded } from './figure.ts'

const VISITS = 7

export const practiceReady: Figure = {
  name: 'practice_ready_ms',
  unit: 'ms',
  wanted: null,
  async measure() {
    const stack = await startStack()
    try {
      const took: number[] = []
      for (let visit = 0; visit < VISITS; visit++) {
        const trainee = await arrive('about:blank', 'Fern', null)
        const { page } = trainee
        const openedAt = performance.now()
        await page.goto(stack.practiceLink)
        await page.getByRole('button', { name: 'Sit down', exact: true }).click()
        await page.getByText('Practice: everybody but you is simulated').waitFor()
        took.push(performance.now() - openedAt)
        await trainee.close()
      }
      return {
        value: rounded(median(took)),
        how: `median of ${VISITS} visits, each in a Chromium of its own, on the simple page, without a headset`,
      }
    } finally {
      await stack.stop()
    }
  },
}
