// What people do in a meeting, by the pages alone: each function is one thing that somebody does or notices, by role and name of
// what they press and read.

import type { Locator, Page } from 'playwright-core'
import { listenInPage } from './audioProbe.ts'
import type { BrowserPerson } from './browser.ts'
import { pause } from './clocks.ts'
import { MICROPHONE_WATCH } from './openMicrophones.ts'
import type { Stack } from './stack.ts'
import { HEARD } from './tone.ts'
import { PATIENCE_MS, untilSeated, visit, type VisitorOptions } from './visitor.ts'

const LISTEN_MS = 800
/** What a page plays is softer than what was said; its own sounds at a tone are softer still. */
const HEARD_IN_PAGE = HEARD / 5

const withWatch = (options: VisitorOptions): VisitorOptions => ({
  steady: true,
  ...options,
  before: [MICROPHONE_WATCH, ...(options.before ?? [])],
})

/** Comes with the key, opens the doors and sits down. */
export async function opensTheDoors(
  stack: Stack,
  name: string,
  tone: number | null,
  options: VisitorOptions = {},
): Promise<BrowserPerson> {
  const person = await visit(stack.keyLink, name, tone, withWatch(options))
  await untilSeated(person)
  return person
}

/** Comes through the porch and knocks; returns when the page waits. */
export async function knocks(
  stack: Stack,
  name: string,
  tone: number | null,
  options: VisitorOptions = {},
): Promise<BrowserPerson> {
  const person = await visit(stack.doorLink, name, tone, withWatch(options))
  await reads(person.page, /^You have knocked$|^The doors are not open yet$/)
  return person
}

/** Somebody at the door lets the one who waits in; returns when both sit. */
export async function isLetIn(member: BrowserPerson, doorkeeper: BrowserPerson): Promise<void> {
  await presses(doorkeeper.page, `Let in ${member.name}`)
  await untilSeated(member)
}

/** Presses the button of this name. */
export async function presses(within: Page | Locator, name: string | RegExp): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click()
}

/** Waits for a page whose title says so. */
export async function reads(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

/** Waits until the page says this somewhere. */
export async function isTold(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
}

/** The button that says how one's own microphone is. */
export function microphone(page: Page, state: 'Live' | 'Off' | 'Held'): Locator {
  return page.getByRole('button', { name: new RegExp(`^Microphone: ${state}\\.`) })
}

/** The line of somebody in the list of people. */
export function lineOf(page: Page, name: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${name}\\b`) })
}

/** Presses somebody's line in the list of people, so that what can be done about them is there. */
export async function turnsTo(page: Page, name: string): Promise<Locator> {
  const line = lineOf(page, name)
  if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click()
  return page.getByRole('listitem').filter({ has: line })
}

/** Who hears whom: per listener, the names of those they hear. */
export type Heard = Readonly<Record<string, readonly string[]>>

export interface Listening {
  /** Listens until it is exactly so through a whole moment; the answer is what was heard in the last one. */
  heardAfter(expected: Heard): Promise<Heard>
}

interface OpenEar {
  readonly listener: string
  readonly speaker: string
  /** When the speaker was heard since a moment, ms since the epoch. */
  readonly moments: (fromMs: number) => Promise<readonly number[]>
}

/**
 * Begins to listen in the ears of each page to the voices of all others. Silence is believed only in a moment in which everything
 * that is expected was heard: a busy machine may swallow half a second of sound.
 */
export async function listenToEachOther(people: readonly BrowserPerson[]): Promise<Listening> {
  const open = async (one: BrowserPerson, other: BrowserPerson): Promise<OpenEar> => ({
    listener: one.name,
    speaker: other.name,
    moments: await listenInPage(one.page, other.hz, HEARD_IN_PAGE),
  })
  const others = (one: BrowserPerson) => people.filter((other) => other !== one && other.hz > 0)
  const ears = await Promise.all(people.flatMap((one) => others(one).map((other) => open(one, other))))

  async function heardNow(): Promise<Heard> {
    const from = performance.timeOrigin + performance.now()
    await pause(LISTEN_MS)
    const heard = await Promise.all(ears.map(async ({ moments }) => (await moments(from)).some((at) => at > from)))
    const heardBy = (name: string) =>
      ears.flatMap((ear, at) => (ear.listener === name && heard[at] ? [ear.speaker] : []))
    return Object.fromEntries(people.map(({ name }) => [name, heardBy(name)]))
  }

  return {
    async heardAfter(expected) {
      const deadline = performance.now() + PATIENCE_MS
      for (;;) {
        const heard = await heardNow()
        if (JSON.stringify(heard) === JSON.stringify(expected) || performance.now() > deadline) return heard
      }
    },
  }
}

/** How much louder somebody is in the left ear than in the right, over a while: above 1 means from the left. */
export async function leftness(listener: BrowserPerson, speaker: BrowserPerson): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS
  let [left, right, heard] = [0, 0, 0]
  while (heard < 20 && performance.now() < deadline) {
    const now = await listener.hears(speaker.hz)
    if (Math.max(now.left, now.right) >= HEARD_IN_PAGE) {
      left += now.left
      right += now.right
      heard++
    }
    await pause(40)
  }
  if (heard < 20) throw new Error(`${listener.name} does not hear ${speaker.name} long enough to tell from where`)
  return left / right
}
