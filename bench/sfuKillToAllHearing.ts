// How long it takes after LiveKit was killed until everybody hears everybody again, in what three pages play. In it: noticing,
// starting LiveKit anew, reconnecting, publishing.

import { setTimeout as pause } from 'node:timers/promises'
import { listenInPage, nowMs, type PageEars } from '../tests/support/audioProbe.ts'
import type { BrowserPerson } from '../tests/support/browser.ts'
import { openCircle } from '../tests/support/circle.ts'
import { until } from '../tests/support/clocks.ts'
import { startStack } from '../tests/support/stack.ts'
import { HEARD } from '../tests/support/tone.ts'
import { visitAndEnter } from '../tests/support/visitor.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const KILLS = 10
const NAMES = ['Fern', 'Birch', 'Wren']
/** What is still played after this long came through the new LiveKit, ms. */
const OLD_SOUND_MS = 500

/** One meeting, one kill: a LiveKit that dies again and again is started ever slower, which is another story. */
async function killOnce(): Promise<number> {
  const stack = await startStack()
  try {
    const circle = await openCircle(stack, [])
    const pages: BrowserPerson[] = []
    for (const [index, name] of NAMES.entries()) {
      pages.push(await visitAndEnter(stack, circle.facilitator.person, name, index + 1, { steady: true }))
    }
    const ways = pages.flatMap((listener) =>
      pages.flatMap((speaker) => (speaker === listener ? [] : [{ listener, speaker }])),
    )
    const ears = await Promise.all(
      ways.map(({ listener, speaker }) => listenInPage(listener.page, speaker.hz, HEARD / 5)),
    )
    const firstHeard = (one: PageEars, fromMs: number) =>
      until('everybody to hear everybody', async () => (await one(fromMs))[0], { timeoutMs: 60_000, everyMs: 100 })
    const allHeard = (fromMs: number) => Promise.all(ears.map((one) => firstHeard(one, fromMs)))
    await allHeard(nowMs())
    await pause(3000)
    const killedAt = nowMs()
    await stack.kill('livekit')
    const took = Math.max(...(await allHeard(killedAt + OLD_SOUND_MS))) - killedAt
    await Promise.all([circle.disperse(), ...pages.map((page) => page.close())])
    return took
  } finally {
    await stack.stop()
  }
}

export const sfuKillToAllHearing: Figure = {
  name: 'sfu_kill_to_all_hearing_ms_p95',
  unit: 'ms',
  wanted: { atMost: 10_000 },
  async measure() {
    const took: number[] = []
    for (let kill = 0; kill < KILLS; kill++) took.push(await killOnce())
    return {
      value: rounded(percentile(took, 0.95)),
      how: `${KILLS} meetings of three pages in Chromium that all talk, one kill (SIGKILL) in each, until the last of six ways is heard again; median ${rounded(median(took))}`,
    }
  },
}
