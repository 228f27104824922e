// What people read while something breaks under them, and that a round of the piece and a knock at the door outlive it. What they
// hear meanwhile, in an open circle, is kill.test.ts.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserPerson } from '../support/browser.ts'
import { until } from '../support/clocks.ts'
import {
  isLetIn,
  isTold,
  knocks,
  lineOf,
  listenToEachOther,
  microphone,
  opensTheDoors,
  presses,
  reads,
  type Listening,
} from '../support/journey.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { untilSeated } from '../support/visitor.ts'

let stack: Stack
let maple: BrowserPerson
let fern: BrowserPerson
/** Waits at the door all the while. */
let rowan: BrowserPerson
let ears: Listening

const ONLY_FERN = { Maple: ['Fern'], Fern: [] }
const ONLY_MAPLE = { Maple: [], Fern: ['Maple'] }

beforeAll(async () => {
  stack = await startStack()
  maple = await opensTheDoors(stack, 'Maple', 3)
  fern = await knocks(stack, 'Fern', 6)
  await isLetIn(fern, maple)
  rowan = await knocks(stack, 'Rowan', null)
  ears = await listenToEachOther([maple, fern])
  await presses(maple.page, 'Piece')
  await isTold(maple.page, 'You hold the piece. Speak, or pass it on.')
  await presses(maple.page, 'Pass on')
  expect(await ears.heardAfter(ONLY_FERN)).toEqual(ONLY_FERN)
}, 300_000)
afterAll(async () => {
  await Promise.all([maple, fern, rowan].map((one) => one?.close()))
  await stack?.stop()
})

describe('our server killed in the middle of a round', () => {
  it('leaves the piece and its voice where they are, and both pages say what is the matter', async () => {
    await stack.kill('server')
    for (const { page } of [maple, fern]) {
      await isTold(page, 'Hearthside is out of reach for a moment. You still hear each other.')
    }
    expect(await ears.heardAfter(ONLY_FERN)).toEqual(ONLY_FERN)
    await microphone(maple.page, 'Held').waitFor()
  })

  it('says no at once to an act that cannot be decided now', async () => {
    await presses(fern.page, 'Pass on')
    await isTold(fern.page, 'There is no connection just now. Please try again in a moment.')
    await isTold(fern.page, 'You hold the piece. Speak, or pass it on.')
  })

  it('finds the round at its return as it was, and it goes on', async () => {
    await stack.restartServer()
    for (const { page } of [maple, fern]) await isTold(page, 'Everything is back.')
    expect(await ears.heardAfter(ONLY_FERN)).toEqual(ONLY_FERN)
    // Whoever is away for a moment is passed over.
    await lineOf(fern.page, 'Maple')
      .getByText(/, next/)
      .waitFor()
    await presses(fern.page, 'Pass on')
    await isTold(maple.page, 'You hold the piece. Speak, or pass it on.')
    expect(await ears.heardAfter(ONLY_MAPLE)).toEqual(ONLY_MAPLE)
  })

  it('still knows who waits at the door', async () => {
    await reads(rowan.page, 'You have knocked')
    await isLetIn(rowan, maple)
    await lineOf(fern.page, 'Rowan').waitFor()
  })
})

describe('LiveKit killed in the middle of a round', () => {
  it('is said on the page, and the round goes on by itself with the same chairs and the same holder', async () => {
    const chairs = async () =>
      (
        await fern.page
          .getByRole('listitem')
          .filter({ has: fern.page.getByRole('button') })
          .allInnerTexts()
      ).map((text) => text.match(/^\w+|on your \w+|across from you/g)?.join(' '))
    const before = await chairs()
    // Rowan has only just sat down: whoever is not connected yet has no connection to lose.
    for (const { page } of [maple, fern, rowan]) {
      await page.getByText('Getting you to your chair…').waitFor({ state: 'detached' })
    }
    const { pid } = stack.livekit
    // It may be over before one page after another could be asked.
    const said = [maple, fern, rowan].map(({ page }) =>
      page
        .getByText('The connection is interrupted. Your chair is kept; it goes on by itself.')
        .waitFor({ state: 'attached' }),
    )
    await Promise.all([stack.kill('livekit'), ...said])
    await until('LiveKit to be started again', () => stack.livekit.pid !== pid, { timeoutMs: 60_000 })
    for (const { page } of [maple, fern, rowan]) await isTold(page, 'You are connected again.')
    await untilSeated(maple)
    expect(await ears.heardAfter(ONLY_MAPLE)).toEqual(ONLY_MAPLE)
    await isTold(maple.page, 'You hold the piece. Speak, or pass it on.')
    expect(await chairs()).toEqual(before)
  })
})
