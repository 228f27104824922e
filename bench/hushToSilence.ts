// How soon a hush is silence: twelve people, ten of whom talk without a pause and publish again whenever they may. From the moment
// the command is sent to our server until the last of their tones is gone from what the facilitator hears, in samples.

import { admitted, openCircle } from '../tests/support/circle.ts'
import { pause, until } from '../tests/support/clocks.ts'
import { startStack } from '../tests/support/stack.ts'
import { connectVoice, type Voice } from '../tests/support/voice.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const ATTACKERS = 10
const HUSHES = 30
/** Silence for so long is a hush that holds, ms. */
const SILENT_MS = 700
const PATIENCE_MS = 60_000

export const hushToSilence: Figure = {
  name: 'hush_to_silence_ms_p95',
  unit: 'ms',
  wanted: { atMost: 1000 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, ['Cora'])
      const [cora] = circle.members
      const { person, voice: listener } = circle.facilitator
      if (!cora) throw new Error('a co-facilitator is needed')
      await person.command({ type: 'hand-role', to: cora.identity, role: 'co-facilitator' })
      const attackers: Voice[] = []
      for (let tone = 0; tone < ATTACKERS; tone++) {
        const one = await admitted(stack, person, `Loud ${'abcdefghij'.charAt(tone)}`)
        // They need not hear: twelve who listen to ten voices are more than two cores.
        attackers.push(await connectVoice(await one.seat(), tone, { listens: false }))
      }
      await Promise.all(attackers.map((one) => one.speak()))

      const took: number[] = []
      for (let hush = 0; hush < HUSHES; hush++) {
        const from = performance.now()
        for (const { hz } of attackers) await listener.ears.untilHeard(hz, PATIENCE_MS, from)
        // From any device, and from the co-facilitator as well.
        const by = hush % 2 === 0 ? person : cora.person
        const sentAt = performance.now()
        await by.command({ type: 'hush' })
        const lastAt = () => Math.max(sentAt, ...attackers.map(({ hz }) => listener.ears.lastHeard(hz) ?? 0))
        await until('silence', () => performance.now() - lastAt() > SILENT_MS, { timeoutMs: PATIENCE_MS, everyMs: 10 })
        took.push(lastAt() - sentAt)
        await by.command({ type: 'unhush' })
        await pause(100)
      }
      await Promise.all([circle.disperse(), ...attackers.map((one) => one.leave())])
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${HUSHES} hushes of 12 people, ${ATTACKERS} of whom talk without a pause (rtc-node), HTTP command to the last sample heard of any of them; median ${rounded(median(took))}, longest ${rounded(Math.max(...took))}`,
      }
    } finally {
      await stack.stop()
    }
  },
}
