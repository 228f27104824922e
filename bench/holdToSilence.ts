// How soon a held microphone is silent for the others: from the moment the facilitator's command is sent to our server until the
// last sample of the speaker's tone comes out of a listener's decoder. Not in it: the way from decoder to loudspeaker.

import { openCircle } from '../tests/support/circle.ts'
import { startStack } from '../tests/support/stack.ts'
import { disposeVoices } from '../tests/support/voice.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const HOLDS = 60

export const holdToSilence: Figure = {
  name: 'hold_to_silence_ms_p95',
  unit: 'ms',
  wanted: { atMost: 150 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, ['Fern', 'Birch'])
      const [speaker, listener] = circle.members
      if (!speaker || !listener) throw new Error('two members are needed')
      const { person } = circle.facilitator
      await speaker.voice.speak()
      const took: number[] = []
      for (let hold = 0; hold < HOLDS; hold++) {
        await listener.voice.ears.untilHeard(speaker.hz)
        const sentAt = performance.now()
        await person.command({ type: 'hold', to: speaker.identity })
        const lastAt = await listener.voice.ears.untilSilent(speaker.hz, 300)
        took.push(Math.max(0, (lastAt ?? sentAt) - sentAt))
        await person.command({ type: 'release', to: speaker.identity })
      }
      await circle.disperse()
      const ends = `first ten ${rounded(median(took.slice(0, 10)))}, last ten ${rounded(median(took.slice(-10)))}`
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${HOLDS} holds in one meeting, three Node members over a real LiveKit, HTTP command to last sample heard; medians: ${ends}`,
      }
    } finally {
      await stack.stop()
      await disposeVoices()
    }
  },
}
