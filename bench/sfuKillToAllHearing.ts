// How long it takes after LiveKit was killed until everybody hears everybody again, in what three pages play. In it: noticing,
// starting LiveKit anew, reconnecting, publishing.

import { setTimeout as pause } from 'node:timers/promises'
import { listenInPage } from '../tests/support/audioProbe.ts'
import { openCircle } from '../tests/support/circle.ts'
import { until } from '../tests/support/clocks.ts'
import { startStack } from '../tests/support/stack.ts'
import { HEARD } from '../tests/support/tone.ts'
import { visitAndEnter } from '../tests/support/visitor.ts'
import { disposeVoices } from '../tests/support/voice.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const KILLS = 10
const NAMES = ['Fern', 'Birch', 'Wren']
/** What is still played after this long came through the new LiveKit, ms. */
const OLD_SOUND_MS = 500

export const sfuKillToAllHearing: Figure = {
  name: 'sfu_kill_to_all_hearing_ms_p95',
  unit: 'ms',
  wanted: { atMost: 10_000 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person } = circle.facilitator
      const pages = []
      for (const [index, name] of NAMES.entries()) {
        pages.push(await visitAndEnter(stack, person, name, index + 1, { steady: true }))
      }
      const ears: (() => Promise<number[]>)[] = []
      for (const listener of pages) {
        for (const speaker of pages) {
          if (speaker !== listener) ears.push(await listenInPage(listener.page, speaker.hz, HEARD / 5))
        }
      }
      const firstHeard = (fromMs: number) =>
        Promise.all(
          ears.map((moments) =>
            until('everybody to hear everybody', async () => (await moments()).find((at) => at > fromMs), {
              timeoutMs: 60_000,
              everyMs: 100,
            }),
          ),
        )
      const took: number[] = []
      for (let kill = 0; kill < KILLS; kill++) {
        await firstHeard(performance.timeOrigin + performance.now())
        await pause(3000)
        const killedAt = performance.timeOrigin + performance.now()
        await stack.kill('livekit')
        took.push(Math.max(...(await firstHeard(killedAt + OLD_SOUND_MS))) - killedAt)
      }
      await Promise.all([circle.disperse(), ...pages.map((page) => page.close())])
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${KILLS} kills (SIGKILL) under three pages in Chromium that all talk, until the last of six ways is heard again; median ${rounded(median(took))}`,
      }
    } finally {
      await stack.stop()
      await disposeVoices()
    }
  },
}
