// How long a press on the console takes to be so, while 500 people knock within ten seconds: from the key in the facilitator's page until
// the same page shows what the server made of it. Twelve people sit in the circle.

import { admitted, openCircle, sitDown } from '../tests/support/circle.ts'
import { pause } from '../tests/support/clocks.ts'
import { enter, Refused } from '../tests/support/person.ts'
import { startStack } from '../tests/support/stack.ts'
import { untilSeated, visit } from '../tests/support/visitor.ts'
import { type Figure, median, percentile, rounded } from './figure.ts'

const MEMBERS = ['Ash', 'Bay', 'Birch', 'Cedar', 'Elder', 'Fern', 'Hazel', 'Ivy', 'Larch']
const KNOCKS = 500
const KNOCKING_MS = 10_000
const EVERY_MS = 250
/** Keys of two ways of the floor, pressed in turn, and what their buttons are called. */
const WAYS = [
  ['2', 'Hands'],
  ['1', 'Open'],
] as const

export const consoleAction: Figure = {
  name: 'console_action_ms_p95',
  unit: 'ms',
  wanted: { atMost: 200 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, MEMBERS)
      // The eleventh is one more than there are tones; nobody speaks here.
      const olive = await sitDown(await admitted(stack, circle.facilitator.person, 'Olive'), 'Olive', 9)
      const { page } = await facilitator(stack.keyLink, circle.facilitator.person)
      const took: number[] = []
      let refused = 0
      const knocking = knockAll(stack.doorLink, () => refused++)
      const endsAt = performance.now() + KNOCKING_MS
      for (let turn = 0; performance.now() < endsAt; turn++) {
        const [key, word] = WAYS[turn % WAYS.length] ?? WAYS[0]
        took.push(await page.evaluate(pressAndSee, { key, word }))
        await pause(EVERY_MS)
      }
      await knocking
      await Promise.all([circle.disperse(), olive.voice.leave()])
      return {
        value: rounded(percentile(took, 0.95)),
        how: `${took.length} presses in Chromium with ${MEMBERS.length + 3} people in the circle and ${KNOCKS} knocks in ten seconds, ${refused} of them told to wait; median ${rounded(median(took))}`,
      }
    } finally {
      await stack.stop()
    }
  },
}

/** A second key-holder comes with a page, is made co-facilitator, and goes to the console. */
async function facilitator(link: string, host: Awaited<ReturnType<typeof enter>>) {
  const person = await visit(link, 'Juniper', null)
  await untilSeated(person)
  const { participants } = await host.meeting()
  const to = participants.find((one) => one.name === 'Juniper')?.identity ?? ''
  await host.command({ type: 'hand-role', to, role: 'co-facilitator' })
  await person.page.setViewportSize({ width: 1280, height: 800 })
  await person.page.getByRole('button', { name: 'Console' }).click()
  await person.page.locator('.plan').waitFor()
  return person
}

async function knockAll(doorLink: string, onRefused: () => void): Promise<void> {
  const knocks = Array.from({ length: KNOCKS }, async (_, index) => {
    await pause((index * KNOCKING_MS) / KNOCKS)
    try {
      await (await enter(doorLink)).knock(`Guest ${index}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      onRefused()
    }
  })
  await Promise.all(knocks)
}

/** In the page: presses a key and waits until its button is the pressed one; ms. */
function pressAndSee({ key, word }: { key: string; word: string }): Promise<number> {
  const button = [...document.querySelectorAll('.desk-modes button')].find((one) => one.textContent.startsWith(word))
  return new Promise((resolve, reject) => {
    if (!button) return reject(new Error(`no button ${word}`))
    const from = performance.now()
    const watch = new MutationObserver(() => {
      if (button.getAttribute('aria-pressed') !== 'true') return
      watch.disconnect()
      resolve(performance.now() - from)
    })
    watch.observe(button, { attributes: true })
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
}
