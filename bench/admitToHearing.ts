// How long somebody who waits at the door hears nothing after they were let in: from the moment the admission is sent to our server
// until the facilitator's voice is in what their page plays. The page has been waiting, as people do. In it: the seat, the
// connection, the media; not in it: the loudspeaker.

import { listenInPage, nowMs } from '../tests/support/audioProbe.ts'
import { knockOf, openCircle } from '../tests/support/circle.ts'
import { until } from '../tests/support/clocks.ts'
import { startStack } from '../tests/support/stack.ts'
import { HEARD } from '../tests/support/tone.ts'
import { visit } from '../tests/support/visitor.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const NAMES = [
  'Alder',
  'Aspen',
  'Bay',
  'Beech',
  'Birch',
  'Cedar',
  'Elder',
  'Fern',
  'Hazel',
  'Holly',
  'Ivy',
  'Juniper',
  'Larch',
  'Linden',
  'Myrtle',
  'Olive',
  'Poplar',
  'Rowan',
  'Willow',
  'Yew',
]

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
      for (const name of NAMES) {
        const guest = await visit(stack.doorLink, name, null)
        const knock = await knockOf(person, name)
        const ears = await listenInPage(guest.page, voice.hz, HEARD / 5)
        const sentAt = nowMs()
        await person.command({ type: 'admit', knock })
        const first = async () => (await ears(sentAt))[0]
        took.push((await until(`${name} to hear`, first, { timeoutMs: 30_000, everyMs: 50 })) - sentAt)
        await guest.close()
        const { participants } = await person.meeting()
        const to = participants.find((one) => one.name === name)?.identity ?? ''
        await person.command({ type: 'remove', to })
      }
      await circle.disperse()
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${NAMES.length} people one after the other, each in a Chromium of their own that waited at the door, judged by what their page plays; median ${rounded(median(took))}`,
      }
    } finally {
      await stack.stop()
    }
  },
}
