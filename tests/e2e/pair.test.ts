// From a page to a headset's browser with six digits, and back: one person, one chair, two devices. What is heard is heard where one
// sits; the other page is a silent second screen.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings, findingsInBothLights } from '../support/accessibility.ts'
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
import { MICROPHONE_WATCH, openMicrophones } from '../support/openMicrophones.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { arrive, untilSeated } from '../support/visitor.ts'

let stack: Stack
let maple: BrowserPerson
let fern: BrowserPerson
/** The browser in Fern's headset, with a voice of its own so that one can tell where Fern is heard from. */
let headset: BrowserPerson

const IN_HEADSET = { Maple: ['Headset'], Headset: ['Maple'], Fern: [] }
const KEPT = 'You sit in your headset. This page is silent.'

beforeAll(async () => {
  stack = await startStack()
  maple = await opensTheDoors(stack, 'Maple', 3)
  fern = await knocks(stack, 'Fern', 6)
  await isLetIn(fern, maple)
  headset = await arrive(`${stack.url}/pair`, 'Headset', 9, { steady: true, before: [MICROPHONE_WATCH] })
}, 240_000)
afterAll(async () => {
  await Promise.all([maple, fern, headset].map((one) => one?.close()))
  await stack?.stop()
})

/** The digits that are shown on a page, as a screen reader spells them. */
async function digitsOn({ page }: BrowserPerson): Promise<string> {
  const spelled = page.getByText(/^\d( \d){5}$/)
  await spelled.waitFor()
  return (await spelled.innerText()).replaceAll(' ', '')
}

async function typesByKeys({ page }: BrowserPerson, digits: string): Promise<void> {
  for (const digit of digits) await presses(page, digit)
}

describe('six digits', () => {
  it('are shown large beside a short address, and typed on a page that anybody can use', async () => {
    await presses(fern.page, 'For you')
    await presses(fern.page, 'Continue in my headset')
    await isTold(fern.page, `${new URL(stack.url).host}/pair`)
    await fern.page.getByRole('img', { name: 'The address with the digits, for a camera' }).waitFor()
    const digits = await digitsOn(fern)
    expect(await findings(fern.page)).toEqual([])

    await reads(headset.page, 'Sit down on this device')
    expect(await findingsInBothLights(headset.page, () => presses(headset.page, /^(Light|Dim) page$/))).toEqual([])
    const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0')
    await typesByKeys(headset, wrong)
    await presses(headset.page, 'Sit down here')
    await isTold(headset.page, 'Those digits do not work.')
    await headset.page.getByRole('button', { name: /^Next try in \d s$/ }).waitFor()

    await typesByKeys(headset, digits.slice(0, 3))
    await headset.page.keyboard.type(digits.slice(3))
    expect(await headset.page.getByRole('textbox', { name: 'Six digits' }).inputValue()).toBe(digits)
    await presses(headset.page, 'Sit down here')
    await untilSeated(headset)
    expect(new URL(headset.page.url()).pathname).toBe('/')
  }, 240_000)
})

describe('one person on two devices', () => {
  it('is heard from where they sit, and the first page is silent and says so', async () => {
    await isTold(fern.page, KEPT)
    const closed = async () => (await openMicrophones(fern.page)) === 0
    await until('the first page to close its microphone', closed, { timeoutMs: 60_000 })
    expect(await fern.page.getByRole('button', { name: /^Microphone/ }).count()).toBe(0)
    expect(await findings(fern.page)).toEqual([])
    const ears = await listenToEachOther([maple, headset, fern])
    expect(await ears.heardAfter(IN_HEADSET)).toEqual(IN_HEADSET)
    expect(await maple.page.getByRole('heading', { name: 'In the circle: 2' }).count()).toBe(1)
  }, 240_000)

  it('raises a hand and pauses on the second screen, and what has the microphone is silent', async () => {
    await presses(fern.page, 'Raise hand')
    await headset.page.getByRole('button', { name: 'Lower hand', exact: true }).waitFor()
    await presses(fern.page, 'Pause')
    await microphone(headset.page, 'Off').waitFor()
    await presses(fern.page, 'Come back')
    await fern.page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
    await microphone(headset.page, 'Off').click()
    await microphone(headset.page, 'Live').waitFor()
  })

  it('keeps it a second screen through a reload, brings the chair back, and leaves with both', async () => {
    await fern.page.reload()
    await isTold(fern.page, KEPT)
    expect(await openMicrophones(headset.page)).toBeGreaterThan(0)
    await presses(fern.page, 'Bring my chair back here')
    await untilSeated(fern)
    await isTold(headset.page, 'You sit in another window now. This page is silent.')
    await presses(headset.page, 'Leave')
    await reads(headset.page, 'You have left the circle')
    await reads(fern.page, 'You have left the circle')
    await lineOf(maple.page, 'Fern').waitFor({ state: 'detached' })
  }, 240_000)
})

describe('digits that the headset shows', () => {
  it('take somebody who waits along, and never past the door', async () => {
    await headset.page.context().clearCookies()
    await headset.page.goto(`${stack.url}/pair`)
    await presses(headset.page, 'Show digits')
    const digits = await digitsOn(headset)
    expect(await findings(headset.page)).toEqual([])

    await presses(fern.page, 'Come back')
    await presses(fern.page, 'Knock')
    await reads(fern.page, 'You have knocked')
    await presses(fern.page, 'Continue in my headset')
    await fern.page.getByText('My headset shows digits').click()
    await fern.page.getByRole('textbox', { name: 'Digits in my headset' }).fill(digits)
    await presses(fern.page, 'That is me')
    await reads(headset.page, 'You have knocked')
    await isTold(fern.page, 'Your headset waits with you.')

    await presses(maple.page, 'Let in Fern')
    await untilSeated(headset)
    await isTold(fern.page, KEPT)
    const ears = await listenToEachOther([maple, headset, fern])
    expect(await ears.heardAfter(IN_HEADSET)).toEqual(IN_HEADSET)
  }, 240_000)
})
