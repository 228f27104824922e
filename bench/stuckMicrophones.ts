// How many microphones are left wrong after a grant and a hold have overtaken each other: heard although held, or silent although
// released and wanted. The speaker is our page in Chromium. Each race ends in a known state and gets five seconds to reach it.

import { setTimeout as pause } from 'node:timers/promises'
import { openCircle } from '../tests/support/circle.ts'
import { viewRooms } from '../tests/support/roomView.ts'
import { startStack } from '../tests/support/stack.ts'
import { visitAndEnter } from '../tests/support/visitor.ts'
import type { Figure } from './figure.ts'

const RACES = 102
const TURNS = 4
const SHORTEST_MS = 10
const LONGEST_MS = 250
const SETTLED_MS = 5000

export const stuckMicrophones: Figure = {
  name: 'stuck_microphones_after_races',
  unit: 'microphones',
  wanted: { atMost: 0 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person, voice } = circle.facilitator
      const page = await visitAndEnter(stack, person, 'Fern', 1, { steady: true })
      const to = (await person.meeting()).participants.find((one) => one.name === 'Fern')?.identity ?? ''
      const view = viewRooms(stack)
      await voice.ears.untilHeard(page.hz)
      let stuck = 0
      for (let race = 0; race < RACES; race++) {
        const waitMs = SHORTEST_MS + ((LONGEST_MS - SHORTEST_MS) * race) / (RACES - 1)
        // Odd races end held, even ones released; each begins as the one before has ended.
        const held = race % 2 === 1
        for (let turn = 0; turn < TURNS; turn++) {
          const type = (turn % 2 === 0) === held ? 'release' : 'hold'
          await person.command({ type, to }).catch(() => null)
          await pause(waitMs)
        }
        const settled = held
          ? voice.ears.untilSilent(page.hz, 300, SETTLED_MS)
          : voice.ears.untilHeard(page.hz, SETTLED_MS)
        const ended = await settled.then(
          () => true,
          () => false,
        )
        const permitted = (await view.mayPublish()).includes(to)
        if (!ended || permitted === held) stuck++
      }
      await Promise.all([circle.disperse(), page.close()])
      return {
        value: stuck,
        how: `${RACES} races of ${TURNS} holds and releases ${SHORTEST_MS}–${LONGEST_MS} ms apart, of our page in Chromium, judged by a Node member's samples and by LiveKit's own list`,
      }
    } finally {
      await stack.stop()
    }
  },
}
