// How soon a held microphone is silent for the others: from the moment the facilitator's command is sent to our server until the
// speaker's tone is gone from what a listener's page plays. Speaker and listener are our page in Chromium. In it: 21 ms in which a
// tone that has ended is still measured; not in it: the loudspeaker.

import { setTimeout as pause } from 'node:timers/promises'
import { listenInPage, nowMs } from '../tests/support/audioProbe.ts'
import { openCircle } from '../tests/support/circle.ts'
import { until } from '../tests/support/clocks.ts'
import { startStack } from '../tests/support/stack.ts'
import { HEARD } from '../tests/support/tone.ts'
import { visitAndEnter } from '../tests/support/visitor.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const HOLDS = 60
/** Silence for so long is a hold that holds, ms. */
const SILENT_MS = 600

export const holdToSilence: Figure = {
  name: 'hold_to_silence_ms_p95',
  unit: 'ms',
  wanted: { atMost: 150 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person } = circle.facilitator
      const speaker = await visitAndEnter(stack, person, 'Fern', 1, { steady: true })
      const listener = await visitAndEnter(stack, person, 'Birch', null)
      const to = (await person.meeting()).participants.find((one) => one.name === 'Fern')?.identity ?? ''
      const ears = await listenInPage(listener.page, speaker.hz, HEARD / 5)
      const heardAfter = (fromMs: number) =>
        until('the speaker to be heard', async () => (await ears(fromMs)).length > 0, { timeoutMs: 60_000 })
      const took: number[] = []
      for (let hold = 0; hold < HOLDS; hold++) {
        await heardAfter(nowMs())
        const sentAt = nowMs()
        await person.command({ type: 'hold', to })
        const lastAt = async () => (await ears(sentAt)).at(-1) ?? sentAt
        await until('silence', async () => nowMs() - (await lastAt()) > SILENT_MS, { timeoutMs: 60_000 })
        took.push((await lastAt()) - sentAt)
        await person.command({ type: 'release', to })
        await pause(100)
      }
      await Promise.all([circle.disperse(), speaker.close(), listener.close()])
      const ends = `first ten ${rounded(median(took.slice(0, 10)))}, last ten ${rounded(median(took.slice(-10)))}`
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${HOLDS} holds in one meeting, speaker and listener our page in Chromium, HTTP command to last sound played; median ${rounded(median(took))}; medians: ${ends}`,
      }
    } finally {
      await stack.stop()
    }
  },
}
