// How many requests leave our origin while two people come through the porch, sit in the drawn room, talk, make a gesture, look at
// help and settings, switch to the simple page and leave; STUN and TURN servers that the page is told to use count as well.

import { isIP } from 'node:net'
import { type BrowserPerson, thirdParty } from '../tests/support/browser.ts'
import { openCircle } from '../tests/support/circle.ts'
import { startStack } from '../tests/support/stack.ts'
import { microphoneStatus, untilSeated, visit, visitAndEnter } from '../tests/support/visitor.ts'
import type { Figure } from './figure.ts'

const DRAWN = { settings: { simplePage: false, ambience: 0.5, chimes: true } } as const
const LOOK_MS = 5000

/** ICE servers that are not this machine. */
async function foreignServers(person: BrowserPerson): Promise<string[]> {
  const named = await person.iceServers()
  return named.filter((address) => {
    const host = address.replace(/^(stun|turn)s?:/, '').replace(/:\d+(\?.*)?$/, '')
    return !(isIP(host) !== 0 && host.startsWith('127.')) && host !== 'localhost'
  })
}

export const thirdPartyRequests: Figure = {
  name: 'third_party_requests',
  unit: 'requests',
  wanted: { atMost: 0 },
  async measure() {
    const stack = await startStack()
    try {
      const circle = await openCircle(stack, [])
      const { person, voice } = circle.facilitator
      const host = await visit(stack.keyLink, 'Rowan', 3, DRAWN)
      await untilSeated(host)
      const guest = await visitAndEnter(stack, person, 'Fern', 1, DRAWN)
      await voice.ears.untilHeard(guest.hz)
      await guest.page.waitForTimeout(LOOK_MS)
      await guest.screenshot('third-party-circle')
      for (const key of ['g', 'Escape', '?', 'Escape']) await guest.page.keyboard.press(key)
      await person.command({ type: 'set-floor', mode: 'silence' })
      await guest.page.waitForTimeout(LOOK_MS)
      const status = await microphoneStatus(guest)
      const people = [host, guest]
      const foreign = await Promise.all(
        people.map(async (one) => [...thirdParty(one.requests, stack.url), ...(await foreignServers(one))]),
      )
      const asked = people.reduce((sum, one) => sum + one.requests.length, 0)
      await Promise.all([circle.disperse(), ...people.map((one) => one.close())])
      if (status !== 'held') throw new Error(`the visit did not go as planned: the microphone was ${status}`)
      const all = foreign.flat()
      return {
        value: all.length,
        how: `of ${asked} requests of two pages from the porch to the drawn circle, with the ICE servers they name${all.length > 0 ? `: ${all.join(', ')}` : ''}`,
      }
    } finally {
      await stack.stop()
    }
  },
}
