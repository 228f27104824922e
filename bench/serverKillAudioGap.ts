// The longest silence between two who talk when our server is killed and comes back, in what a page plays. A control run of the
// same length without a kill tells what of it is the machine's. Heard long enough for both pages to have resumed their signalling.

import { setTimeout as pause } from 'node:timers/promises'
import { listenInPage, nowMs } from '../tests/support/audioProbe.ts'
import { openCircle } from '../tests/support/circle.ts'
import { startStack } from '../tests/support/stack.ts'
import { HEARD } from '../tests/support/tone.ts'
import { visitAndEnter } from '../tests/support/visitor.ts'
import { type Figure, rounded } from './figure.ts'

const AWAY_MS = 5000
const AFTER_MS = 35_000
const ROUNDS = 2

function longestGap(moments: readonly number[], fromMs: number, toMs: number): number {
  const edges = [fromMs, ...moments.filter((at) => at < toMs), toMs]
  return edges.slice(1).reduce((longest, at, i) => Math.max(longest, at - (edges[i] ?? at)), 0)
}

export const serverKillAudioGap: Figure = {
  name: 'server_kill_audio_gap_ms',
  unit: 'ms',
  wanted: null,
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person } = circle.facilitator
      const fern = await visitAndEnter(stack, person, 'Fern', 1, { steady: true })
      const birch = await visitAndEnter(stack, person, 'Birch', 2, { steady: true })
      const ears = [
        await listenInPage(fern.page, birch.hz, HEARD / 5),
        await listenInPage(birch.page, fern.hz, HEARD / 5),
      ]
      await pause(3000)
      const gapWhile = async (work: () => Promise<void>) => {
        const from = nowMs()
        await work()
        const to = nowMs()
        const heard = await Promise.all(ears.map((one) => one(from)))
        return Math.max(...heard.map((moments) => longestGap(moments, from, to)))
      }
      const control: number[] = []
      const killed: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        control.push(await gapWhile(() => pause(AWAY_MS + AFTER_MS)))
        const work = async () => {
          await stack.kill('server')
          await pause(AWAY_MS)
          await stack.restartServer()
          await pause(AFTER_MS)
        }
        killed.push(await gapWhile(work))
      }
      await Promise.all([fern.close(), birch.close(), circle.disperse()])
      return {
        value: rounded(Math.max(...killed)),
        how: `two pages in Chromium talk both ways, server away ${AWAY_MS / 1000} s, ${ROUNDS} rounds: kill ${killed.map(rounded).join(', ')}; without a kill ${control.map(rounded).join(', ')}`,
      }
    } finally {
      await stack.stop()
    }
  },
}
