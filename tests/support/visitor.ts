// A person who comes by the page itself: opens a link in a browser, goes through the porch as anybody would, and knocks.

import { DEFAULT_SETTINGS, type Settings } from '../../client/settings/settings.ts'
import { newPerson, type BrowserPerson } from './browser.ts'
import { knockOf } from './circle.ts'
import { until } from './clocks.ts'
import type { Person } from './person.ts'
import type { Stack } from './stack.ts'

export interface VisitorOptions {
  /** What this device remembers from earlier visits; a plain page without ambience by default, which two cores can draw for many. */
  readonly settings?: Partial<Settings>
  /** Speaks in a steady tone; see BrowserPersonOptions. */
  readonly steady?: boolean
  /** Goes on where a browser warns of a certificate that nobody vouches for, as people do at home. */
  readonly trusting?: boolean
  /** Scripts to run before the page's own. */
  readonly before?: readonly string[]
}

/** A busy machine starts a browser, a room and a microphone in so long at most. */
const SETTLED_MS = 60_000
const PLAIN: Partial<Settings> = { simplePage: true, ambience: 0, chimes: false }

/** Small, so that many fit on two cores; calm, so that nothing is judged in the middle of a movement. */
const WINDOW = { viewport: { width: 640, height: 480 }, reducedMotion: 'reduce' } as const

/** Two cores may be busy with others: whatever is waited for in a page may take so long. */
export const PATIENCE_MS = 60_000

/** Opens a link in a browser of their own; returns when the page is there. */
export async function arrive(
  link: string,
  name: string,
  tone: number | null,
  options: VisitorOptions = {},
): Promise<BrowserPerson> {
  const remembered = JSON.stringify({ ...DEFAULT_SETTINGS, ...PLAIN, ...options.settings })
  const before = `location.protocol.startsWith('http') && (localStorage.getItem('hearthside.settings') ?? localStorage.setItem('hearthside.settings', ${JSON.stringify(remembered)}))`
  const person = await newPerson(name, null, {
    voice: tone,
    steady: options.steady ?? false,
    context: { ...WINDOW, ignoreHTTPSErrors: options.trusting ?? false },
    before: [before, ...(options.before ?? [])],
  })
  person.page.setDefaultTimeout(PATIENCE_MS)
  await person.page.goto(link)
  return person
}

/** Goes through the porch as anybody would: reads, agrees, takes a name, knocks. */
export async function goThroughThePorch({ page, name }: Pick<BrowserPerson, 'page' | 'name'>): Promise<void> {
  const next = page.getByRole('button', { name: 'Continue' })
  await next.click()
  await page.getByRole('checkbox', { name: /I keep to these agreements/ }).check()
  await next.click()
  await page.getByRole('textbox', { name: 'Your name in this meeting' }).fill(name)
  await page.getByRole('button', { name: /^(Knock|Sit down|Open the doors)$/ }).click()
}

/** Opens a link, reads, agrees, takes a name and knocks; returns when the page waits or is in the circle. */
export async function visit(
  link: string,
  name: string,
  tone: number | null,
  options: VisitorOptions = {},
): Promise<BrowserPerson> {
  const person = await arrive(link, name, tone, options)
  await goThroughThePorch(person)
  return person
}

/** The same, and then `doorkeeper` lets them in; returns when their page says that they are live, or held. */
export async function visitAndEnter(
  stack: Stack,
  doorkeeper: Person,
  name: string,
  tone: number | null,
  options: VisitorOptions = {},
): Promise<BrowserPerson> {
  const person = await visit(stack.doorLink, name, tone, options)
  await doorkeeper.command({ type: 'admit', knock: await knockOf(doorkeeper, name) })
  await untilSeated(person)
  return person
}

/** What the page says of one's own microphone. */
export function microphoneStatus(person: BrowserPerson): Promise<string | null> {
  return person.page.locator('.microphone').first().getAttribute('data-status')
}

/** Waits until the page is in the circle and knows what its microphone may. */
export async function untilSeated(person: BrowserPerson): Promise<void> {
  await person.page.locator('.microphone').first().waitFor()
  const settled = async () => {
    const status = await microphoneStatus(person)
    return status === 'live' || status === 'held' || status === 'off'
  }
  await until(`${person.name}'s microphone to be settled`, settled, { timeoutMs: SETTLED_MS, everyMs: 50 })
}
