// Into an emulated headset and out of it, over a real LiveKit: the chair, the connection and the voice stay as they are.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PanelPage } from '../../client/headset/panel/panel.ts'
import { thirdParty, type BrowserPerson } from '../support/browser.ts'
import { openCircle, type Circle } from '../support/circle.ts'
import { until } from '../support/clocks.ts'
import { connectionOf } from '../support/connection.ts'
import { HEADSET, headsetOf, type WornHeadset } from '../support/headset.ts'
import { isTold, microphone, presses } from '../support/journey.ts'
import { pressesOnBoard, SEATED, type Shown } from '../support/panelAim.ts'
import { newestPose, turnOf, WATCH_PACKETS } from '../support/poseWatch.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { PATIENCE_MS, visitAndEnter } from '../support/visitor.ts'

const LONG = { timeoutMs: PATIENCE_MS, everyMs: 100 }
/** The bench does it twenty times; a start of the emulated headset takes seconds on two cores. */
const AGAIN = 3

let stack: Stack
let circle: Circle
/** Wears the headset; the other has the plain page and sees how Fern moves. */
let fern: BrowserPerson
let birch: BrowserPerson
let worn: WornHeadset

beforeAll(async () => {
  stack = await startStack({ seats: 12 })
  circle = await openCircle(stack, [])
  const { person } = circle.facilitator
  birch = await visitAndEnter(stack, person, 'Birch', 5, { steady: true, before: [WATCH_PACKETS] })
  const settings = { simplePage: false }
  fern = await visitAndEnter(stack, person, 'Fern', 8, { steady: true, settings, before: HEADSET })
  worn = headsetOf(fern.page)
}, 240_000)
afterAll(async () => {
  await Promise.all([fern, birch].map((one) => one?.close()))
  await circle?.disperse()
  await stack?.stop()
})

const presence = async () => {
  const { participants } = await circle.facilitator.person.meeting()
  return participants.find((one) => one.name === 'Fern')?.presence
}

describe('entering', () => {
  it('asks the headset for hands at most, and Birch sees Fern sit at the height of everybody', async () => {
    await worn.head({ x: 0.3, y: 1.72, z: -0.4, yaw: 2, pitch: 0 })
    await presses(fern.page, 'Enter VR')
    await until('the headset to be worn', () => worn.worn(), LONG)
    expect(await worn.asked()).toEqual([{ optionalFeatures: ['hand-tracking'] }])
    // The flat view looks a little down; a level head is the headset's.
    const level = async () => Math.abs((await newestPose(birch.page))?.qx ?? 1) < 0.01
    await until('Birch to see a level head', level, LONG)
    await worn.head({ yaw: 2.5 })
    const turned = async () => {
      const pose = await newestPose(birch.page)
      return pose && Math.abs(turnOf(pose) - 0.5) < 0.05 && pose
    }
    const { x, y, z } = await until('Birch to see the turn', turned, LONG)
    expect(Math.hypot(x, y, z)).toBeLessThan(0.05)
  })

  it('again and again keeps connection and voice', async () => {
    const before = await connectionOf(stack, circle, 'Fern')
    const sockets = () => fern.requests.filter((address) => address.startsWith('ws')).length
    const opened = sockets()
    const { ears } = circle.facilitator.voice
    for (let n = 0; n < AGAIN; n++) {
      await presses(fern.page, 'Leave the headset')
      await until('the headset to be off', async () => !(await worn.worn()), LONG)
      await presses(fern.page, 'Enter VR')
      await until('the headset to be worn', () => worn.worn(), LONG)
    }
    expect(await connectionOf(stack, circle, 'Fern')).toBe(before)
    expect(sockets()).toBe(opened)
    await ears.untilHeard(fern.hz)
    expect(await microphone(fern.page, 'Live').count()).toBe(1)
  })
})

describe('the headset', () => {
  it('covered by the system’s menu is heard as before; taken off it is silent, and asks before it speaks again', async () => {
    const { ears } = circle.facilitator.voice
    await worn.becomes('visible-blurred')
    await ears.untilHeard(fern.hz)
    await worn.becomes('hidden')
    await ears.untilSilent(fern.hz)
    await until('Fern to be seen resting', async () => (await presence()) === 'resting', LONG)
    await worn.becomes('visible')
    await isTold(fern.page, 'You are resting.')
    expect(await microphone(fern.page, 'Live').count()).toBe(0)
  })

  it('ended by the system leaves Fern in the flat view of the same chair', async () => {
    const before = await connectionOf(stack, circle, 'Fern')
    await worn.end()
    await isTold(fern.page, 'You are back on the flat page, in the same chair.')
    expect(await connectionOf(stack, circle, 'Fern')).toBe(before)
    await presses(fern.page, /^Come back/)
    await presses(fern.page, /^Microphone: Off/)
    await circle.facilitator.voice.ears.untilHeard(fern.hz)
  })
})

describe('with the panel, in the headset alone', () => {
  const meeting = () => circle.facilitator.person.meeting()
  const shown = async (page: PanelPage, about: string | null = null): Promise<Shown> => {
    return { page, about, snapshot: await meeting(), name: 'Fern' }
  }
  const idOf = async (name: string) => (await meeting()).participants.find((one) => one.name === name)?.identity ?? ''
  const handUp = async () => (await meeting()).hands.includes(await idOf('Fern'))

  it('sits down in the middle by the system’s recentre, raises a hand with the right hand and lowers it with the left', async () => {
    await presses(fern.page, 'Enter VR')
    await until('the headset to be worn', () => worn.worn(), LONG)
    await worn.head(SEATED)
    await worn.systemRecentre()
    await until('Fern to sit in the middle', async () => Math.abs(turnOf((await newestPose(birch.page))!)) < 0.02, LONG)
    await pressesOnBoard(worn, 'Raise hand', await shown('menu'))
    await until('the hand to be up', handUp, LONG)
    await worn.followed('right', false)
    await pressesOnBoard(worn, 'Lower hand', await shown('menu'), { side: 'left' })
    await until('the hand to be down', async () => !(await handUp()), LONG)
    await worn.followed('right', true)
  })

  it('shows Birch two hands, and their shapes', async () => {
    await worn.button('right', 'squeeze', 1)
    const shape = async () => (await newestPose(birch.page))?.right?.shape === 'point'
    await until('a pointing hand', shape, LONG)
    await worn.button('right', 'squeeze', 0)
    expect((await newestPose(birch.page))?.left).not.toBeNull()
  })

  it('takes the piece, is heard, and passes it by one press with bare hands', async () => {
    const { person, voice } = circle.facilitator
    await person.command({ type: 'set-floor', mode: 'piece', speaker: await idOf('Fern') })
    await voice.ears.untilHeard(fern.hz)
    await worn.bareHands(true)
    await pressesOnBoard(worn, 'Pass on', await shown('menu'), { bare: true })
    await until(
      'the piece to be with another',
      async () => (await meeting()).floor.speaker !== (await idOf('Fern')),
      LONG,
    )
    await worn.bareHands(false)
    await person.command({ type: 'set-floor', mode: 'open' })
  })

  it('pauses and comes back, and finds the numbers of a country', async () => {
    await pressesOnBoard(worn, 'Pause', await shown('menu'))
    await until('Fern to rest', async () => (await presence()) === 'resting', LONG)
    await pressesOnBoard(worn, 'Come back', await shown('menu'))
    await until('Fern to be back', async () => (await presence()) === 'present', LONG)
    await pressesOnBoard(worn, 'Help', await shown('menu'))
    await pressesOnBoard(worn, 'Numbers', await shown('help'))
    await fern.screenshot('headset-numbers')
    await pressesOnBoard(worn, 'Back', { ...(await shown('help')), page: 'help' })
  })

  it('asks nobody else for anything', () => {
    expect(thirdParty(fern.requests, stack.url)).toEqual([])
    expect(fern.faults).toEqual([])
  })
})
