// How long somebody who waits at the door hears nothing after they were let in: from the moment the admission is sent to our server
// until the facilitator's voice is in what their page plays. The page has been waiting, as people do. In it: the seat, the
// connection, the media; not in it: the loudspeaker.

import { listenInPage } from '../tests/support/audioProbe.ts'
import { knockOf, openCircle } from '../tests/support/circle.ts'
import { until } from '../tests/support/clocks.ts'
import { startStack } from '../tests/support/stack.ts'
import { HEARD } from '../tests/support/tone.ts'
import { visit } from '../tests/support/visitor.ts'
import { disposeVoices } from '../tests/support/voice.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const ARRIVALS = 20

export const admitToHearing: Figure = {
  name: 'admit_to_hearing_ms_p95',
  unit: 'ms',
  wanted: { atMost: 2500 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person, voice } = circle.facilitator
      await voice.speak()
      const took: number[] = []
      for (let arrival = 0; arrival < ARRIVALS; arrival++) {
        const name = `Guest ${arrival + 1}`
        const guest = await visit(stack.doorLink, name, null)
        const knock = await knockOf(person, name)
        const moments = await listenInPage(guest.page, voice.hz, HEARD / 5)
        const sentAt = performance.timeOrigin + performance.now()
        await person.command({ type: 'admit', knock })
        const first = async () => (await moments()).find((at) => at >= sentAt)
        took.push((await until(`${name} to hear`, first, { timeoutMs: 30_000, everyMs: 50 })) - sentAt)
        await guest.page.getByRole('button', { name: 'Leave' }).first().click()
        await guest.close()
      }
      await circle.disperse()
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${ARRIVALS} people one after the other, each in a Chromium of their own that waited at the door, judged by what their page plays; median ${rounded(median(took))}`,
      }
    } finally {
      await stack.stop()
      await disposeVoices()
    }
  },
}
