// The console: a meeting run from it by keyboard alone, nothing that moves under the finger, nothing that axe finds; the numbers
// without a network, the group's own hour written on the page; and at the end, gone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { findings, findingsInBothLights } from '../support/accessibility.ts'
import type { BrowserPerson } from '../support/browser.ts'
import { sitDown, type Sitter } from '../support/circle.ts'
import type { EventReader } from '../support/eventReader.ts'
import { isTold, opensTheDoors, presses, reads } from '../support/journey.ts'
import { focused, pressesByKey, tabsTo } from '../support/keyboard.ts'
import { enter, type Person } from '../support/person.ts'
import { startStack, type Stack } from '../support/stack.ts'

let stack: Stack
let maple: BrowserPerson
/** What a second key-holder is told of the meeting: what the server has made of each press. */
let told: EventReader
let fern: Sitter
let birch: Sitter

beforeAll(async () => {
  stack = await startStack()
  maple = await opensTheDoors(stack, 'Maple', null)
  await maple.page.setViewportSize({ width: 1280, height: 800 })
  told = await (await enter(stack.keyLink)).events()
}, 120_000)
afterAll(async () => {
  await Promise.all([fern, birch].map((one) => one?.voice.leave()))
  told?.close()
  await maple?.close()
  await stack?.stop()
})

async function becomes(what: string, is: (snapshot: MeetingSnapshot) => boolean): Promise<MeetingSnapshot> {
  return told.until(what, ({ snapshot }) => (snapshot && is(snapshot) ? snapshot : null))
}

const press = (key: string) => maple.page.keyboard.press(key)

/** Presses a key that asks the server for something; returns when the page shows what came of it. */
async function acts(key: string): Promise<void> {
  const answered = maple.page.waitForResponse((response) => response.url().endsWith('/api/commands'))
  await press(key)
  await answered
  await maple.page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
}
const who = (snapshot: MeetingSnapshot, name: string) => snapshot.participants.find((one) => one.name === name)

async function comesIn(name: string, tone: number): Promise<Sitter> {
  const person: Person = await enter(stack.doorLink)
  await person.knock(name, { firstTime: true })
  await maple.page.getByRole('button', { name: `Let in ${name}` }).waitFor()
  await acts('a')
  await becomes(`${name} to be let in`, (snapshot) => who(snapshot, name) !== undefined)
  return sitDown(person, name, tone)
}

/** Where every act lies, by the words or the class that it keeps. */
const places = () =>
  maple.page.evaluate(() =>
    [...document.querySelectorAll('.desk-button, .role-button, .hush, .own-controls button, .run-part h3')].map(
      (one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        return [x, y, width, height].map(Math.round).join(' ')
      },
    ),
  )

describe('a meeting run from the console by keyboard alone', () => {
  it('is gone to by Tab, and the plan is one stop of it', async () => {
    await pressesByKey(maple.page, /^button "Console"/)
    await reads(maple.page, 'The console')
    await tabsTo(maple.page, /^button "Maple, Facilitator, you/)
  })

  it('lets people in by a key, and nothing moves while they knock, sit down and speak', async () => {
    const before = await places()
    expect(before.length).toBeGreaterThan(15)
    fern = await comesIn('Fern', 1)
    birch = await comesIn('Birch', 2)
    await maple.page.getByRole('button', { name: /^Birch, / }).waitFor()
    await fern.voice.speak()
    await maple.page.getByRole('button', { name: /^Fern, .*speaking/ }).waitFor()
    expect(await places()).toEqual(before)
    await fern.voice.rest()
  })

  it('goes round the plan by arrow keys, and what is chosen can be acted on in the same places', async () => {
    const before = await places()
    await press('f')
    expect(await focused(maple.page)).toMatch(/^button "Maple, /)
    await press('ArrowLeft')
    const chosen = await focused(maple.page)
    expect(chosen).toMatch(/^button "(Fern|Birch), /)
    await press('ArrowRight')
    await press('ArrowRight')
    expect(await focused(maple.page)).toMatch(/^button "(Fern|Birch), /)
    expect(await focused(maple.page)).not.toBe(chosen)
    expect(await places()).toEqual(before)
  })

  it('gives the floor its five ways, calls hands, and hands the piece to whoever is chosen', async () => {
    await acts('2')
    await becomes('hands', ({ floor }) => floor.mode === 'hands')
    await fern.person.command({ type: 'raise-hand' })
    await maple.page.getByRole('button', { name: 'Call Fern' }).waitFor()
    await acts('j')
    await becomes('Fern to be called', ({ floor }) => floor.speaker === fern.identity)
    await acts('3')
    await becomes('the piece', ({ floor }) => floor.mode === 'piece')
    await press('f')
    for (const _ of [1, 2, 3]) {
      if ((await focused(maple.page)).startsWith('button "Birch')) break
      await press('ArrowLeft')
    }
    await acts('w')
    await becomes('Birch to hold the piece', ({ floor }) => floor.speaker === birch.identity)
    await acts('j')
    await becomes('the piece to go on', ({ floor }) => floor.speaker !== birch.identity)
    await acts('4')
    await becomes('one voice', ({ floor }) => floor.mode === 'one-voice')
    await acts('5')
    await becomes('silence', ({ floor }) => floor.mode === 'silence')
    await acts('1')
    await becomes('an open floor', ({ floor }) => floor.mode === 'open')
  })

  it('takes back what can be taken back: a floor, a hold, a role, a lock, a room', async () => {
    await acts('u')
    await becomes('the floor as it was', ({ floor }) => floor.mode === 'silence')
    await acts('1')
    await becomes('an open floor', ({ floor }) => floor.mode === 'open')
    await acts('x')
    await becomes('Birch to be held', (snapshot) => who(snapshot, 'Birch')?.held === true)
    await acts('u')
    await becomes('Birch to be released', (snapshot) => who(snapshot, 'Birch')?.held === false)
    await pressesByKey(maple.page, /^button "Timekeeper"/)
    await becomes('Birch to keep time', (snapshot) => who(snapshot, 'Birch')?.role === 'timekeeper')
    await acts('u')
    await becomes('Birch to be a member', (snapshot) => who(snapshot, 'Birch')?.role === 'member')
    await acts('d')
    await becomes('the door to be locked', ({ locked }) => locked)
    await acts('u')
    await becomes('the door to be unlocked', ({ locked }) => !locked)
    await pressesByKey(maple.page, /^button "Beach"/)
    await becomes('the beach', ({ environment }) => environment === 'beach')
    await acts('u')
    await becomes('the lounge', ({ environment }) => environment === 'lounge')
  })

  it('hushes by one key and ends it by the same', async () => {
    await acts('0')
    await becomes('a hush', ({ hushed }) => hushed)
    await acts('0')
    await becomes('its end', ({ hushed }) => !hushed)
  })

  it('goes through an hour: begin, next, longer, pause, on, back', async () => {
    await pressesByKey(maple.page, /^button "Begin"/)
    await becomes('a script', ({ script }) => script?.index === 0)
    await maple.page.getByRole('button', { name: /^Next step/ }).waitFor()
    await acts('n')
    const next = await becomes('the next step', ({ script }) => script?.index === 1)
    const ends = next.script?.endsAt ?? 0
    await acts('t')
    await becomes('two minutes more', ({ script }) => (script?.endsAt ?? 0) > ends)
    await acts('v')
    await becomes('a pause', ({ script }) => script?.paused === true)
    await maple.page.getByRole('button', { name: /^Go on/ }).waitFor()
    await acts('v')
    await becomes('its end', ({ script }) => script?.paused === false)
    await maple.page.getByRole('button', { name: /^Care pause/ }).waitFor()
    await acts('b')
    await becomes('the step before', ({ script }) => script?.index === 0)
    await acts('u')
    await becomes('that to be taken back', ({ script }) => script?.index === 1)
    await pressesByKey(maple.page, /^button "Stop the script"/)
    await pressesByKey(maple.page, /^button "Stop it"/)
    await becomes('no script', ({ script }) => script === null)
  })
})

describe('what axe finds on the console', () => {
  const turn = async () => {
    await presses(maple.page, /For you/)
    await maple.page.getByRole('checkbox', { name: /^Light page/ }).click()
    await presses(maple.page, 'Close')
  }

  it('is nothing, in both lights, with somebody chosen and somebody waiting', async () => {
    await (await enter(stack.doorLink)).knock('Ash', { firstTime: true })
    await maple.page.getByRole('button', { name: 'Let in Ash' }).waitFor()
    await acts('2')
    await fern.person.command({ type: 'raise-hand' })
    expect(await findingsInBothLights(maple.page, turn)).toEqual([])
  })

  it('is nothing before removing somebody, in each part of More, and on a telephone', async () => {
    await presses(maple.page, 'Remove…')
    expect(await findings(maple.page), 'asked').toEqual([])
    await presses(maple.page, 'Keep')
    for (const part of ['End', 'Keys', 'Room']) {
      await presses(maple.page, part)
      expect(await findings(maple.page), part).toEqual([])
    }
    await maple.page.setViewportSize({ width: 390, height: 844 })
    for (const part of ['Door', 'Hour', 'More', 'Circle']) {
      await presses(maple.page, new RegExp(`^${part}`))
      expect(await findings(maple.page), part).toEqual([])
    }
    const width = await maple.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await maple.page.setViewportSize({ width: 1280, height: 800 })
  })
})

describe('the group’s own hour', () => {
  it('is written from a template by keyboard, with what is wrong said beside it, and kept', async () => {
    const { page } = maple
    await pressesByKey(page, /^button "Make it our own"/)
    await page.getByRole('dialog', { name: 'Script' }).waitFor()
    await tabsTo(page, /^button "1 /)
    await press('Alt+ArrowDown')
    await isTold(page, /is step 2 of/)
    await tabsTo(page, /^textbox "Title"/)
    await press('Control+A')
    await press('Delete')
    await isTold(page, 'Too little: 1 character at least.')
    expect(await findings(page), 'with a fault').toEqual([])
    await page.keyboard.type('A slow arrival')
    await press('Escape')
    await page.getByRole('alertdialog', { name: 'Not kept yet' }).waitFor()
    await pressesByKey(page, /^button "Keep it and close"/)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('option', { name: /our own, \d+ min \(yours\)/ }).waitFor({ state: 'attached' })
  })
})

describe('help and gone', () => {
  it('shows the numbers of a country without a network, and remembers the country on this device', async () => {
    const { page } = maple
    await page.context().setOffline(true)
    await press('e')
    await page.getByRole('combobox', { name: 'Where are you?' }).selectOption({ index: 1 })
    await page.locator('.help-number').first().waitFor()
    expect(await findings(page)).toEqual([])
    await presses(page, 'Close')
    await press('e')
    await page.locator('.help-number').first().waitFor()
    await presses(page, 'Close')
    await page.context().setOffline(false)
  })

  it('is gone by Escape, twice: nothing of the group is on the page, and back does not lead to it', async () => {
    const { page } = maple
    await press('Escape')
    await press('Escape')
    await page.waitForURL('about:blank')
    expect(await page.evaluate(() => document.body.innerText + document.title)).toBe('')
    await page.goBack({ timeout: 5_000 }).catch(() => null)
    expect(page.url()).toBe('about:blank')
    await becomes('Maple’s chair to be empty', (snapshot) => who(snapshot, 'Maple') === undefined)
  })
})
