// The door as its pages are read on both sides: coming too early, being declined, a second window, a reload. Nobody is ever left
// without a sentence that says how it stands and what can be done.

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
} from '../support/journey.ts'
import { openMicrophones } from '../support/openMicrophones.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { goThroughThePorch, untilSeated } from '../support/visitor.ts'

let stack: Stack
let maple: BrowserPerson
let fern: BrowserPerson

const BOTH = { Maple: ['Fern'], Fern: ['Maple'] }

beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await Promise.all([maple, fern].map((one) => one?.close()))
  await stack?.stop()
})

/** The words of somebody's chair in the facilitator's list, such as "across from you". */
async function chairOf(name: string): Promise<string> {
  return (await lineOf(maple.page, name).innerText()).match(/across from you|\w+ (to|on) your \w+/)?.[0] ?? ''
}

describe('closed doors', () => {
  it('let somebody who came early wait, and it goes on by itself when they open', async () => {
    fern = await knocks(stack, 'Fern', 6)
    await reads(fern.page, 'The doors are not open yet')
    await isTold(fern.page, 'When somebody opens them, it goes on by itself.')
    await isTold(fern.page, 'Nobody can hear or see you yet, and you hear nobody. Your microphone is off.')
    expect(await openMicrophones(fern.page)).toBe(0)
    expect(fern.requests.filter((address) => address.includes('/rtc'))).toEqual([])

    maple = await opensTheDoors(stack, 'Maple', 3)
    await reads(fern.page, 'You have knocked')
    await isLetIn(fern, maple)
    const ears = await listenToEachOther([maple, fern])
    expect(await ears.heardAfter(BOTH)).toEqual(BOTH)
  }, 240_000)
})

describe('a second window of the same person', () => {
  it('gets the chair, and the older one says so and is silent', async () => {
    const chair = await chairOf('Fern')
    const newer = await fern.secondTab()
    newer.setDefaultTimeout(60_000)
    await newer.goto(stack.url)
    await isTold(fern.page, 'You sit in another window now. This page is silent.')
    await microphone(newer, 'Live').waitFor()
    const closed = async () => (await openMicrophones(fern.page)) === 0
    await until('the older window to close its microphone', closed, { timeoutMs: 60_000 })
    expect(await chairOf('Fern')).toBe(chair)
    const ears = await listenToEachOther([maple, { ...fern, page: newer }])
    expect(await ears.heardAfter(BOTH)).toEqual(BOTH)
    const older = await listenToEachOther([maple, fern])
    const onlyMapleHears = { Maple: ['Fern'], Fern: [] }
    expect(await older.heardAfter(onlyMapleHears)).toEqual(onlyMapleHears)

    await presses(fern.page, 'Bring my chair back here')
    await untilSeated(fern)
    await isTold(newer, 'You sit in another window now. This page is silent.')
    await newer.close()
    expect(await chairOf('Fern')).toBe(chair)
    expect(await older.heardAfter(BOTH)).toEqual(BOTH)
  })
})

describe('a reload', () => {
  it('leads back to the same chair without a knock', async () => {
    const chair = await chairOf('Fern')
    expect(chair).not.toBe('')
    await fern.page.reload()
    await untilSeated(fern)
    expect(await chairOf('Fern')).toBe(chair)
    const ears = await listenToEachOther([maple, fern])
    expect(await ears.heardAfter(BOTH)).toEqual(BOTH)
  })
})

describe('somebody who is not let in', () => {
  it('reads a kind sentence and may knock once more; a second time the door stays closed', async () => {
    await fern.page.context().clearCookies()
    await fern.page.goto('about:blank')
    await fern.page.goto(stack.doorLink)
    const rowan = { ...fern, name: 'Rowan' }
    await goThroughThePorch(rowan)
    await reads(rowan.page, 'You have knocked')
    await presses(maple.page, /^Not now ?: Rowan$/)
    await reads(rowan.page, 'Not this time')
    await isTold(rowan.page, 'That says nothing about you')

    await presses(rowan.page, 'Back to the porch')
    await presses(rowan.page, 'Knock')
    await reads(rowan.page, 'You have knocked')
    await presses(maple.page, /^Not now ?: Rowan$/)
    await reads(rowan.page, 'This door stays closed today')
    expect(await rowan.page.getByRole('button', { name: /knock|porch/i }).count()).toBe(0)
    await rowan.page.reload()
    await reads(rowan.page, 'This door stays closed today')
  })
})

describe('an invitation', () => {
  it('opens the door to one person, and takes them along when it is taken back', async () => {
    const { page } = maple
    await presses(page, 'Invite somebody')
    await page.getByRole('textbox', { name: 'For whom' }).fill('Lark from the library')
    await presses(page, 'Make a link')
    const link = await page.getByRole('textbox', { name: /^The link for “Lark from the library”/ }).inputValue()
    await fern.page.context().clearCookies()
    await fern.page.goto('about:blank')
    await fern.page.goto(link)
    const lark = { ...fern, name: 'Lark' }
    await goThroughThePorch(lark)
    expect(new URL(lark.page.url()).hash).toBe('')
    await isLetIn(lark, maple)

    await presses(page, 'Close the invitations')
    await presses(page, 'Invite somebody')
    await isTold(page, /opened in one browser/)
    await presses(page, 'Take back: Lark from the library')
    await presses(page, 'Take it back')
    await reads(lark.page, /^(You have left the circle|This needs a link)$/)
    await lineOf(page, 'Lark').waitFor({ state: 'detached' })
    await lark.page.goto('about:blank')
    await lark.page.goto(link)
    await reads(lark.page, 'This needs a link')
  })
})
