// A meeting as it is meant: a facilitator and two members come by their links, a talking piece goes round, and every act of the
// facilitator does in everybody's ears what it says on the page. The tests follow one meeting from the door to the end.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserPerson } from '../support/browser.ts'
import {
  isLetIn,
  isTold,
  knocks,
  leftness,
  lineOf,
  listenToEachOther,
  microphone,
  opensTheDoors,
  presses,
  reads,
  turnsTo,
  type Listening,
} from '../support/journey.ts'
import { openMicrophones } from '../support/openMicrophones.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { until } from '../support/clocks.ts'

let stack: Stack
let maple: BrowserPerson
let fern: BrowserPerson
let birch: BrowserPerson
let ears: Listening

const EVERYBODY = { Maple: ['Fern', 'Birch'], Fern: ['Maple', 'Birch'], Birch: ['Maple', 'Fern'] }
const ONLY_MAPLE = { Maple: [], Fern: ['Maple'], Birch: ['Maple'] }
const ONLY_FERN = { Maple: ['Fern'], Fern: [], Birch: ['Fern'] }
const ONLY_BIRCH = { Maple: ['Birch'], Fern: ['Birch'], Birch: [] }
const NOT_FERN = { Maple: ['Birch'], Fern: ['Maple', 'Birch'], Birch: ['Maple'] }

beforeAll(async () => {
  stack = await startStack()
  maple = await opensTheDoors(stack, 'Maple', 3)
  fern = await knocks(stack, 'Fern', 6)
  await isLetIn(fern, maple)
  birch = await knocks(stack, 'Birch', 9)
  await isLetIn(birch, maple)
  ears = await listenToEachOther([maple, fern, birch])
}, 240_000)
afterAll(async () => {
  await Promise.all([maple, fern, birch].map((one) => one?.close()))
  await stack?.stop()
})

/** The device is closed, and its light is out. */
async function microphoneIsReleased({ name, page }: BrowserPerson): Promise<void> {
  const closed = async () => (await openMicrophones(page)) === 0
  await until(`${name}'s microphone to be closed`, closed, { timeoutMs: 60_000, everyMs: 100 })
}

describe('three people in a circle', () => {
  it('see each other in their chairs and hear each other', async () => {
    for (const { page } of [maple, fern, birch]) {
      for (const name of ['Maple', 'Fern', 'Birch']) await lineOf(page, name).waitFor()
    }
    expect(await ears.heardAfter(EVERYBODY)).toEqual(EVERYBODY)
  })

  it('hear each voice from the side on which its chair stands', async () => {
    const sides = [
      [maple, birch, 'left'],
      [fern, birch, 'right'],
      [birch, maple, 'right'],
      [birch, fern, 'left'],
    ] as const
    for (const [listener, speaker, side] of sides) {
      await lineOf(listener.page, speaker.name)
        .getByText(new RegExp(`on your ${side}`))
        .waitFor()
      const ratio = await leftness(listener, speaker)
      expect(side === 'left' ? ratio : 1 / ratio, `${listener.name} hears ${speaker.name}`).toBeGreaterThan(1.2)
    }
  })
})

describe('a round of the talking piece', () => {
  it('begins with the facilitator, and only whoever holds it is heard', async () => {
    await presses(maple.page, 'Piece')
    await isTold(maple.page, 'You hold the piece. Speak, or pass it on.')
    expect(await ears.heardAfter(ONLY_MAPLE)).toEqual(ONLY_MAPLE)
    await microphone(fern.page, 'Held').waitFor()
    await microphoneIsReleased(fern)
  })

  it('goes from hand to hand all the way round, heard from one chair after another', async () => {
    await presses(maple.page, 'Pass on')
    await isTold(birch.page, 'You hold the piece. Speak, or pass it on.')
    await isTold(fern.page, 'The piece is with Birch. You are next.')
    expect(await ears.heardAfter(ONLY_BIRCH)).toEqual(ONLY_BIRCH)
    await presses(birch.page, 'Pass on')
    await isTold(fern.page, 'You hold the piece. Speak, or pass it on.')
    expect(await ears.heardAfter(ONLY_FERN)).toEqual(ONLY_FERN)
    await presses(fern.page, 'Pass on')
    await isTold(fern.page, 'The piece is with Maple.')
    expect(await ears.heardAfter(ONLY_MAPLE)).toEqual(ONLY_MAPLE)
  })

  it('ends with everybody being heard again', async () => {
    await presses(maple.page, 'Open')
    expect(await ears.heardAfter(EVERYBODY)).toEqual(EVERYBODY)
  })
})

describe('one held microphone', () => {
  it('is silent for the others and closed at the device, and its page says so', async () => {
    await presses(await turnsTo(maple.page, 'Fern'), 'Hold microphone')
    await isTold(fern.page, 'Your microphone is held for now.')
    await fern.page.getByRole('button', { name: 'Microphone: Held. By the facilitator' }).waitFor()
    expect(await ears.heardAfter(NOT_FERN)).toEqual(NOT_FERN)
    await microphoneIsReleased(fern)
  })

  it('is heard again when it is released, without a press of its own', async () => {
    await presses(await turnsTo(maple.page, 'Fern'), 'Release microphone')
    await microphone(fern.page, 'Live').waitFor()
    expect(await ears.heardAfter(EVERYBODY)).toEqual(EVERYBODY)
  })
})

describe('a hush', () => {
  it('holds everybody but the facilitator in one press, and locks the door', async () => {
    await presses(maple.page, /^Hush/)
    for (const { page } of [fern, birch]) {
      await isTold(page, 'Hush: all microphones are held for a moment.')
      await page.getByRole('button', { name: 'Microphone: Held. Until the hush ends' }).waitFor()
    }
    await isTold(maple.page, 'The door is locked until the hush ends.')
    expect(await ears.heardAfter(ONLY_MAPLE)).toEqual(ONLY_MAPLE)
  })

  it('is undone in one press', async () => {
    await presses(maple.page, /^End the hush/)
    expect(await ears.heardAfter(EVERYBODY)).toEqual(EVERYBODY)
    await isTold(maple.page, 'Nobody waits.')
  })
})

describe('leaving', () => {
  it('is at once, even without a network, and leaves an open microphone nowhere', async () => {
    await fern.page.context().setOffline(true)
    await presses(fern.page, 'Leave')
    await reads(fern.page, 'You have left the circle')
    await microphoneIsReleased(fern)
    const two = { Maple: ['Birch'], Fern: [], Birch: ['Maple'] }
    expect(await ears.heardAfter(two)).toEqual(two)
    await fern.page.context().setOffline(false)
    await isTold(maple.page, 'Fern left the circle.')
    await until('Fern’s chair to be empty', async () => (await lineOf(maple.page, 'Fern').count()) === 0)
  })

  it('lets one come back by another knock', async () => {
    await presses(fern.page, 'Come back')
    await presses(fern.page, 'Knock')
    await isLetIn(fern, maple)
    ears = await listenToEachOther([maple, fern, birch])
    expect(await ears.heardAfter(EVERYBODY)).toEqual(EVERYBODY)
  })
})

describe('a removal', () => {
  it('is said kindly to the one and softly to the others, and ends all sound', async () => {
    const line = await turnsTo(maple.page, 'Birch')
    await presses(line, 'Remove')
    await presses(line.getByRole('group', { name: 'Remove' }), 'Remove')
    await reads(birch.page, 'You are out of the circle')
    await isTold(birch.page, 'Nobody in the circle hears or sees you any more.')
    await isTold(fern.page, 'Birch was removed from the meeting.')
    const two = { Maple: ['Fern'], Fern: ['Maple'], Birch: [] }
    expect(await ears.heardAfter(two)).toEqual(two)
    await microphoneIsReleased(birch)
  })

  it('is not undone by a reload, nor by opening the link again', async () => {
    await birch.page.reload()
    await reads(birch.page, 'You are out of the circle')
    await birch.page.goto('about:blank')
    await birch.page.goto(stack.doorLink)
    await reads(birch.page, 'You are out of the circle')
    expect(await lineOf(maple.page, 'Birch').count()).toBe(0)
  })
})
