// The plain page is the same meeting: two people hold one from link to leave with nothing but a keyboard, always seeing where they
// are, and axe finds nothing wrong on any page, dim or light.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings, findingsInBothLights } from '../support/accessibility.ts'
import type { BrowserPerson } from '../support/browser.ts'
import { isLetIn, isTold, microphone, presses, reads, turnsTo } from '../support/journey.ts'
import { focused, pressesByKey, tabsTo } from '../support/keyboard.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { arrive, untilSeated } from '../support/visitor.ts'

let stack: Stack
let maple: BrowserPerson
let fern: BrowserPerson

const QUESTION = 'What brings you?'

beforeAll(async () => {
  stack = await startStack({ env: { GROUP_QUESTION: QUESTION } })
})
afterAll(async () => {
  await Promise.all([maple, fern].map((one) => one?.close()))
  await stack?.stop()
})

const turnThePorch = ({ page }: BrowserPerson) => presses(page, /^(Light|Dim) page$/)

/** In the circle the light is turned among what is for oneself alone. */
async function turnTheCircle({ page }: BrowserPerson): Promise<void> {
  await presses(page, /For you/)
  await page.getByRole('checkbox', { name: /^Light page/ }).click()
  await presses(page, 'Close')
}

describe('a meeting by keyboard alone', () => {
  it('begins at the porch, where a key-holder reads, agrees, takes a name and opens the doors', async () => {
    maple = await arrive(stack.keyLink, 'Maple', 3)
    const { page } = maple
    await reads(page, /^Welcome to/)
    // From the top: a page may have put the focus on its title.
    await tabsTo(page, /^button "Light page"/)
    expect(await tabsTo(page, /^button "Continue"/)).toEqual([
      'button "Welcome"',
      'button "Agreements"',
      'button "Name"',
      'button "Look"',
      'button "Voice"',
      'button "Continue"',
    ])
    await page.keyboard.press('Enter')
    await reads(page, 'How we are with each other')
    expect(await focused(page)).toBe('heading "How we are with each other"')
    await pressesByKey(page, /^checkbox/, 'Space')
    await pressesByKey(page, /^button "Continue"/)
    await tabsTo(page, /^textbox "Your name in this meeting"/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Maple')
    await pressesByKey(page, /^button "Open the doors"/)
    await untilSeated(maple)
  })

  it('knocks after a look at everything, and hears by words how it stands', async () => {
    fern = await arrive(stack.doorLink, 'Fern', 6)
    const { page } = fern
    await reads(page, /^Welcome to/)
    await pressesByKey(page, /^button "Continue"/)
    await pressesByKey(page, /^checkbox/, 'Space')
    await pressesByKey(page, /^button "Continue"/)
    await tabsTo(page, /^textbox "Your name in this meeting"/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Fern')
    await tabsTo(page, new RegExp(`^textbox "${QUESTION.replace('?', '\\?')}"`))
    await page.keyboard.type('A hard week')
    await pressesByKey(page, /^checkbox "It is my first time here/, 'Space')
    await pressesByKey(page, /^button "Continue"/)
    await tabsTo(page, /^radio/)
    await page.keyboard.press('ArrowRight')
    await pressesByKey(page, /^button "Continue"/)
    await pressesByKey(page, /^button "Try my microphone"/)
    await isTold(page, 'We can hear you.')
    await pressesByKey(page, /^button "Knock"/)
    await reads(page, 'You have knocked')
    expect(await focused(page)).toBe('heading "You have knocked"')
  })

  it('lets somebody in who wrote that it is their first time', async () => {
    await isTold(maple.page, 'first time')
    await isTold(maple.page, '“A hard week”')
    await pressesByKey(maple.page, /^button "Let in Fern"/)
    await untilSeated(fern)
    expect(await focused(fern.page)).toBe('heading "Our circle"')
  })

  it('goes through the page in the order in which it is read', async () => {
    const passed = await tabsTo(fern.page, /^button "Leave/)
    const words = passed.map((one) => /"(\w+)/.exec(one)?.[1])
    expect(words).toEqual(['Show', 'For', 'Fern', 'Maple', 'Raise', 'Gesture', 'Microphone', 'Pause', 'Help', 'Leave'])
  })

  it('raises hands, is called, and says that one is done', async () => {
    await pressesByKey(maple.page, /^button "Hands"/)
    await microphone(fern.page, 'Held').waitFor()
    await pressesByKey(fern.page, /^button "Raise hand/)
    await pressesByKey(maple.page, /^button "Call Fern"/)
    await isTold(fern.page, 'You have the word.')
    await microphone(fern.page, 'Live').waitFor()
    await pressesByKey(fern.page, /^button "I am done/)
    await microphone(fern.page, 'Held').waitFor()
  })

  it('passes the piece by a single key, rests, and comes back', async () => {
    await pressesByKey(maple.page, /^button "Piece"/)
    await isTold(maple.page, 'You hold the piece. Speak, or pass it on.')
    await maple.page.keyboard.press('p')
    await isTold(fern.page, 'You hold the piece. Speak, or pass it on.')
    await fern.page.keyboard.press('h')
    await isTold(fern.page, /The piece is with Maple\./)
    await pressesByKey(maple.page, /^button "Open"/)
    await microphone(fern.page, 'Live').waitFor()
    await fern.page.keyboard.press('r')
    await isTold(fern.page, 'You are resting.')
    await microphone(fern.page, 'Off').waitFor()
    await fern.page.keyboard.press('r')
    await fern.page.getByRole('button', { name: /^Pause/ }).waitFor()
    // Whoever comes back opens their microphone when they like.
    await microphone(fern.page, 'Off').waitFor()
    await fern.page.keyboard.press('m')
    await microphone(fern.page, 'Live').waitFor()
  })

  it('turns the own microphone off and on by its button and by its key', async () => {
    await pressesByKey(fern.page, /^button "Microphone: Live/)
    await microphone(fern.page, 'Off').waitFor()
    await fern.page.keyboard.press('m')
    await microphone(fern.page, 'Live').waitFor()
  })

  it('waves, and is given the focus back where it was', async () => {
    await pressesByKey(fern.page, /^button "Gesture/)
    await fern.page.getByRole('list', { name: 'Gestures' }).waitFor()
    expect(await focused(fern.page)).toBe('button "Wave"')
    await fern.page.keyboard.press('Enter')
    expect(await focused(fern.page)).toMatch(/^button "Gesture/)
  })

  it('asks for help and closes it by Escape', async () => {
    await pressesByKey(fern.page, /^button "Help/)
    await fern.page.getByRole('dialog', { name: 'Help' }).waitFor()
    await fern.page.getByRole('combobox', { name: 'Where are you?' }).waitFor()
    await fern.page.keyboard.press('Escape')
    await fern.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(fern.page)).toMatch(/^button "Help/)
  })

  it('holds one microphone and releases it', async () => {
    await pressesByKey(maple.page, /^button "Fern/)
    await pressesByKey(maple.page, /^button "Hold microphone"/)
    await microphone(fern.page, 'Held').waitFor()
    await pressesByKey(maple.page, /^button "Release microphone"/)
    await microphone(fern.page, 'Live').waitFor()
  })

  it('leaves by a key that nobody presses by chance', async () => {
    await fern.page.keyboard.press('l')
    await microphone(fern.page, 'Live').waitFor()
    await fern.page.keyboard.press('Shift+L')
    await reads(fern.page, 'You have left the circle')
    expect(await focused(fern.page)).toBe('heading "You have left the circle"')
  })
})

describe('what axe finds, dim and light', () => {
  it('is nothing on the way in: each step of the porch, waiting, and a door that was left', async () => {
    const { page } = fern
    const turn = () => turnThePorch(fern)
    expect(await findingsInBothLights(page, turn), 'after leaving').toEqual([])
    await presses(page, 'Come back')
    for (const step of ['Welcome', 'Agreements', 'Name', 'Look', 'Voice']) {
      await presses(page, new RegExp(`^${step}`))
      expect(await findingsInBothLights(page, turn), step).toEqual([])
    }
    await presses(page, 'Knock')
    await reads(page, 'You have knocked')
    expect(await findingsInBothLights(page, turn), 'waiting').toEqual([])
  })

  it('is nothing on the plain page of whoever runs the meeting, with somebody waiting and a person turned to', async () => {
    await maple.page.getByRole('button', { name: 'Let in Fern' }).waitFor()
    await turnsTo(maple.page, 'Maple')
    await presses(maple.page, 'Invite somebody')
    await maple.page.getByRole('textbox', { name: 'For whom' }).waitFor()
    expect(await findingsInBothLights(maple.page, () => turnTheCircle(maple))).toEqual([])
  })

  it('is nothing on the plain page of a member, nor in its help and settings', async () => {
    await isLetIn(fern, maple)
    expect(await findingsInBothLights(fern.page, () => turnTheCircle(fern))).toEqual([])
    await presses(fern.page, /^Help/)
    expect(await findings(fern.page), 'help').toEqual([])
    await presses(fern.page, 'Close')
    await presses(fern.page, /For you/)
    expect(await findings(fern.page), 'settings').toEqual([])
    await presses(fern.page, 'Close')
  })

  it('is nothing over the room, with the panels of whoever runs the meeting open', async () => {
    const { page } = maple
    await presses(page, 'Show the room')
    await page.getByRole('img', { name: /^The circle\./ }).waitFor()
    expect(await findingsInBothLights(page, () => turnTheCircle(maple)), 'the room').toEqual([])
    await presses(page, /^Run/)
    expect(await findingsInBothLights(page, () => turnTheCircle(maple)), 'running the meeting').toEqual([])
    await presses(page, 'Hide')
    await presses(page, /^People/)
    expect(await findings(page), 'people').toEqual([])
  })
})
