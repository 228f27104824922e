// What three people hear in real browsers: each voice on the side on which its owner sits, by what goes to the loudspeakers. Chairs
// in a circle of twelve are 0, 6 and 3 for the first three: for the one in 6, chair 3 is on the right; for the one in 3, chair 6 on the left.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Identity } from '#protocol/meeting.ts'
import type { Loudness } from '../support/audioProbe.ts'
import type { BrowserPerson } from '../support/browser.ts'
import { openCircle, type Circle } from '../support/circle.ts'
import { pause, until } from '../support/clocks.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { visitAndEnter } from '../support/visitor.ts'

/** Of full scale; the limiter leaves about 0.1. */
const AUDIBLE = 0.01

let stack: Stack
let circle: Circle
let fern: BrowserPerson
let birch: BrowserPerson

beforeAll(async () => {
  stack = await startStack()
  circle = await openCircle(stack, [])
  const { person } = circle.facilitator
  fern = await visitAndEnter(stack, person, 'Fern', 1, { steady: true })
  birch = await visitAndEnter(stack, person, 'Birch', 2, { steady: true })
})
afterAll(async () => {
  await Promise.all([fern.close(), birch.close(), circle.disperse()])
  await stack.stop()
})

async function people() {
  const { participants } = await circle.facilitator.person.meeting()
  return participants
}

type Side = keyof Loudness

/** Waits until somebody is heard well, and clearly more on this side; the browser's table of ears may take a moment to load. */
async function heardOn(side: Side, listener: BrowserPerson, speaker: BrowserPerson): Promise<void> {
  const other: Side = side === 'left' ? 'right' : 'left'
  const heard = async () => {
    const loudness = await listener.hears(speaker.hz)
    return loudness[side] > AUDIBLE && loudness[side] > 1.3 * loudness[other]
  }
  const what = `${listener.name} to hear ${speaker.name} on the ${side}`
  await until(what, heard, { timeoutMs: 60_000, everyMs: 50 })
}

/** How loud a tone is over a second, by the median of its louder ear: a click in another voice spreads over every tone for a moment. */
async function steadyLoudness(listener: BrowserPerson, hz: number): Promise<number> {
  const readings: number[] = []
  for (let n = 0; n < 21; n++) {
    const { left, right } = await listener.hears(hz)
    readings.push(Math.max(left, right))
    await pause(50)
  }
  return readings.toSorted((a, b) => a - b)[10] ?? Infinity
}

async function hold(name: string, act: 'hold' | 'release'): Promise<void> {
  const to: Identity = (await people()).find((one) => one.name === name)?.identity ?? ''
  await circle.facilitator.person.command({ type: act, to })
}

describe('voices in the circle', () => {
  it('come from where people sit', async () => {
    expect(Object.fromEntries((await people()).map((one) => [one.name, one.seat]))).toEqual({
      Maple: 0,
      Fern: 6,
      Birch: 3,
    })
    await heardOn('right', fern, birch)
    await heardOn('left', birch, fern)
  })

  it('never come back to the one who speaks', async () => {
    await heardOn('left', birch, fern)
    expect(await steadyLoudness(fern, fern.hz)).toBeLessThan(AUDIBLE / 3)
  })

  it('are gone under a hold and back after it, from the same side', async () => {
    await hold('Fern', 'hold')
    const silent = async () => {
      const { left, right } = await birch.hears(fern.hz)
      return Math.max(left, right) < AUDIBLE / 3
    }
    await until('Birch to hear Fern no more', silent)
    await pause(500)
    expect(await silent()).toBe(true)
    await hold('Fern', 'release')
    await heardOn('left', birch, fern)
  })
})
