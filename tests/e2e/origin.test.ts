// Nothing leaves the house: one person goes everywhere a page can lead, and every address that was asked for is the group's own.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { thirdParty, type BrowserPerson } from '../support/browser.ts'
import { isTold, presses, reads } from '../support/journey.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { untilSeated, visit } from '../support/visitor.ts'

declare global {
  interface Window {
    hearthsideViolations?: string[]
  }
}

const WATCH_VIOLATIONS = `
  window.hearthsideViolations = []
  addEventListener('securitypolicyviolation', (event) =>
    window.hearthsideViolations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))`

let stack: Stack
let maple: BrowserPerson
const violations: string[] = []

const collectViolations = async () =>
  violations.push(...(await maple.page.evaluate(() => window.hearthsideViolations ?? ['the page was not watched'])))

beforeAll(async () => {
  stack = await startStack()
  maple = await visit(stack.keyLink, 'Maple', 3, {
    settings: { simplePage: false, ambience: 0.5, chimes: true },
    before: [WATCH_VIOLATIONS],
  })
}, 240_000)
afterAll(async () => {
  await maple?.close()
  await stack?.stop()
})

describe('a visit from the porch through the room and the simple page to the door again', () => {
  it('shows everything there is', async () => {
    const { page } = maple
    await untilSeated(maple)
    await page.getByRole('img', { name: /^The circle\./ }).waitFor()
    await presses(page, /^Run/)
    for (const room of ['Beach', 'Forest', 'Quiet room', 'Lounge']) {
      await presses(page, room)
      await page.getByRole('button', { name: room, pressed: true }).waitFor()
    }
    await presses(page, 'Hide')
    await presses(page, /^Gesture/)
    await presses(page, 'Warm light')
    await presses(page, /^Help/)
    // The numbers are there without a further press.
    await page.getByRole('combobox', { name: 'Where are you?' }).waitFor()
    await presses(page, 'Close')
    await presses(page, /For you/)
    await page.getByRole('checkbox', { name: /^Simple page/ }).check()
    await presses(page, 'Close')
    await reads(page, 'Our circle')
    await presses(page, /^Leave/)
    await reads(page, 'You have left the circle')
    await collectViolations()
    await page.reload()
    await isTold(page, 'Thank you for having been there.')
    await collectViolations()
  })

  it('asked nobody but the own server', () => {
    expect(maple.requests.length).toBeGreaterThan(20)
    expect(maple.requests.some((address) => address.startsWith('ws') && address.includes('/rtc'))).toBe(true)
    expect(thirdParty(maple.requests, stack.url)).toEqual([])
  })

  it('left no error in the console and broke no rule of the page’s security policy', () => {
    expect(violations).toEqual([])
    expect(maple.faults).toEqual([])
  })
})

describe('the way of the voices', () => {
  it('names no server but the own one for finding each other', async () => {
    const { page } = maple
    await page.getByRole('button', { name: 'Come back' }).click()
    await presses(page, /^Sit down$|^Open the doors$/)
    await untilSeated(maple)
    const servers = await maple.iceServers()
    expect(servers.length).toBeGreaterThan(0)
    expect(servers.filter((one) => !/^(stun|turn)s?:(127\.0\.0\.1|localhost):\d+/.test(one))).toEqual([])
  })
})
