// Two people talk in real browsers, through our page, while the server and then LiveKit are killed under them. Nobody clicks
// anything: what breaks heals by itself, and what they hear is measured in their ears.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listenInPage, nowMs, type PageEars } from '../support/audioProbe.ts'
import type { BrowserPerson } from '../support/browser.ts'
import { openCircle, type Circle } from '../support/circle.ts'
import { pause, until } from '../support/clocks.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { HEARD } from '../support/tone.ts'
import { microphoneStatus, visitAndEnter } from '../support/visitor.ts'

const BACK_MS = 60_000
/** What a page plays is softer than what was said; room sounds at a tone are softer still. */
const HEARD_IN_PAGE = HEARD / 5

let stack: Stack
let circle: Circle
let fern: BrowserPerson
let birch: BrowserPerson
let inFernsEars: PageEars
let inBirchsEars: PageEars

async function bothHear(what: string, fromMs: number): Promise<void> {
  for (const ears of [inFernsEars, inBirchsEars]) {
    await until(what, async () => (await ears(fromMs)).length > 0, { timeoutMs: BACK_MS, everyMs: 100 })
  }
}

beforeAll(async () => {
  stack = await startStack()
  circle = await openCircle(stack, [])
  const { person } = circle.facilitator
  fern = await visitAndEnter(stack, person, 'Fern', 1, { steady: true })
  birch = await visitAndEnter(stack, person, 'Birch', 2, { steady: true })
  inFernsEars = await listenInPage(fern.page, birch.hz, HEARD_IN_PAGE)
  inBirchsEars = await listenInPage(birch.page, fern.hz, HEARD_IN_PAGE)
  await bothHear('both to hear each other', nowMs())
})
afterAll(async () => {
  await Promise.all([fern.close(), birch.close(), circle.disperse()])
  await stack.stop()
})

/** Who sits where. */
async function chairs(): Promise<Record<string, number>> {
  const { participants } = await circle.facilitator.person.meeting()
  return Object.fromEntries(participants.map((one) => [one.name, one.seat]))
}

describe('our server killed under two who talk', () => {
  it('they go on hearing each other while it is away', async () => {
    await stack.kill('server')
    await pause(4000)
    const lastSecond = nowMs() - 1000
    expect((await inFernsEars(lastSecond)).length).toBeGreaterThan(0)
    expect((await inBirchsEars(lastSecond)).length).toBeGreaterThan(0)
  })

  it('after its return they are in their chairs, and a hold holds again', async () => {
    const before = await stack.restartServer().then(chairs)
    expect(Object.keys(before).toSorted()).toEqual(['Birch', 'Fern', 'Maple'])
    await bothHear('both to hear each other after the return', nowMs())
    const { participants } = await circle.facilitator.person.meeting()
    const to = participants.find((one) => one.name === 'Fern')?.identity ?? ''
    await circle.facilitator.person.command({ type: 'hold', to })
    await until('Fern to see the hold', async () => (await microphoneStatus(fern)) === 'held', { timeoutMs: BACK_MS })
    const held = nowMs() + 500
    await pause(1500)
    expect(await inBirchsEars(held)).toEqual([])
    expect((await inFernsEars(held)).length).toBeGreaterThan(0)
    await circle.facilitator.person.command({ type: 'release', to })
    await bothHear('both to hear each other after the release', nowMs())
  })
})

describe('LiveKit killed under two who talk', () => {
  it('they hear each other again in the same chairs without a click', async () => {
    const before = await chairs()
    const { pid } = stack.livekit
    await stack.kill('livekit')
    await until('LiveKit to be started again', () => stack.livekit.pid !== pid, { timeoutMs: BACK_MS })
    await bothHear('both to hear each other again', nowMs())
    expect(await chairs()).toEqual(before)
    for (const one of [fern, birch]) {
      await until(`${one.name}'s page to say so`, async () => (await microphoneStatus(one)) === 'live', {
        timeoutMs: BACK_MS,
      })
    }
  })

  it('somebody removed stays out, is told so, and hears nothing more', async () => {
    const { participants } = await circle.facilitator.person.meeting()
    const to = participants.find((one) => one.name === 'Birch')?.identity ?? ''
    await circle.facilitator.person.command({ type: 'remove', to })
    await birch.page.locator('.microphone').first().waitFor({ state: 'detached' })
    const { pid } = stack.livekit
    await stack.kill('livekit')
    await until('LiveKit to be started again', () => stack.livekit.pid !== pid, { timeoutMs: BACK_MS })
    const from = nowMs()
    await until('Fern to be live again', async () => (await microphoneStatus(fern)) === 'live', { timeoutMs: BACK_MS })
    await pause(1500)
    expect(await inFernsEars(from)).toEqual([])
    expect(await inBirchsEars(from)).toEqual([])
    expect((await circle.facilitator.person.meeting()).participants.map((one) => one.name)).not.toContain('Birch')
  })
})
