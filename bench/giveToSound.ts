// How soon the next person is heard when the piece is passed: from the moment the command is sent to our server until the first sample
// of the new holder's tone comes out of a listener's decoder. The holders are our page in Chromium, so the browser's microphone
// opens anew at each turn, as it does for people. Not in it: the way from decoder to loudspeaker.

import { openCircle } from '../tests/support/circle.ts'
import { startStack } from '../tests/support/stack.ts'
import { visitAndEnter } from '../tests/support/visitor.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const PASSES = 66

export const giveToSound: Figure = {
  name: 'give_to_sound_ms_p95',
  unit: 'ms',
  wanted: { atMost: 400 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person, voice } = circle.facilitator
      const pages = [
        await visitAndEnter(stack, person, 'Fern', 1, { steady: true }),
        await visitAndEnter(stack, person, 'Birch', 2, { steady: true }),
      ]
      const { participants } = await person.meeting()
      const holders = pages.map(({ name, hz }) => {
        const identity = participants.find((one) => one.name === name)?.identity
        if (!identity) throw new Error(`${name} has no chair`)
        return { identity, hz }
      })
      const [first] = holders
      if (!first) throw new Error('nobody is there')
      await person.command({ type: 'set-floor', mode: 'piece', speaker: first.identity })
      await voice.ears.untilHeard(first.hz)
      const took: number[] = []
      for (let pass = 1; pass <= PASSES; pass++) {
        const to = holders[pass % holders.length] ?? first
        // The one before is to have breathed out, so that this pass is a pass and not a word back.
        await voice.ears.untilSilent(to.hz, 500)
        const sentAt = performance.now()
        await person.command({ type: 'hand-piece', to: to.identity })
        took.push((await voice.ears.untilHeard(to.hz, 15_000, sentAt)) - sentAt)
      }
      await Promise.all([circle.disperse(), ...pages.map((page) => page.close())])
      const ends = `first ten ${rounded(median(took.slice(0, 10)))}, last ten ${rounded(median(took.slice(-10)))}`
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${PASSES} passes of the piece in one meeting between two pages in Chromium, heard by a Node member over a real LiveKit; median ${rounded(median(took))}; medians: ${ends}`,
      }
    } finally {
      await stack.stop()
    }
  },
}
