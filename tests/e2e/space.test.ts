// The circle in three dimensions as somebody sits in it: there is a picture, one can look around and the others are told, and the
// plain page is one press away and back without anybody noticing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserPerson } from '../support/browser.ts'
import { admitted, openCircle, sitDown, type Circle } from '../support/circle.ts'
import { until } from '../support/clocks.ts'
import { isTold, listenToEachOther, microphone, presses, reads } from '../support/journey.ts'
import { connectionOf } from '../support/connection.ts'
import { lookAt } from '../support/picture.ts'
import { newestPose, turnOf, WATCH_PACKETS } from '../support/poseWatch.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { arrive, PATIENCE_MS, visitAndEnter } from '../support/visitor.ts'

declare global {
  interface Window {
    /** Instances per draw of the last second, newest last. */
    hearthsideDraws?: number[]
  }
}

const WATCH_DRAWS = `
  window.hearthsideDraws = []
  for (const [name, at] of [['drawElementsInstanced', 4], ['drawArraysInstanced', 3]]) {
    const draw = WebGL2RenderingContext.prototype[name]
    WebGL2RenderingContext.prototype[name] = function (...all) {
      window.hearthsideDraws.push(all[at])
      if (window.hearthsideDraws.length > 60) window.hearthsideDraws.shift()
      return draw.apply(this, all)
    }
  }`

const WITHOUT_WEBGL = `
  const getContext = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return /webgl/.test(kind) ? null : getContext.call(this, kind, ...more)
  }`

const LONG = { timeoutMs: PATIENCE_MS, everyMs: 100 }
const SEATS = 12

let stack: Stack
let circle: Circle
/** Sits in the room; the other has the plain page. */
let fern: BrowserPerson
let birch: BrowserPerson

const canvas = () => fern.page.getByRole('img', { name: /^The circle\./ })

beforeAll(async () => {
  stack = await startStack({ seats: SEATS })
  circle = await openCircle(stack, [])
  const { person } = circle.facilitator
  birch = await visitAndEnter(stack, person, 'Birch', 5, { steady: true, before: [WATCH_PACKETS] })
  const settings = { simplePage: false }
  fern = await visitAndEnter(stack, person, 'Fern', 8, { steady: true, settings, before: [WATCH_DRAWS] })
}, 240_000)
afterAll(async () => {
  await Promise.all([fern, birch].map((one) => one?.close()))
  await circle?.disperse()
  await stack?.stop()
})

/** Whether a draw of so many equal things was among the last ones. */
const draws = (count: number) => fern.page.evaluate((wanted) => (window.hearthsideDraws ?? []).includes(wanted), count)

/** How far to the left the newest pose that came to Birch looks, radians. */
async function turnSeen(): Promise<number | null> {
  const pose = await newestPose(birch.page)
  return pose && turnOf(pose)
}

describe('the picture of the room', () => {
  it('is one canvas, lit and full of colours', async () => {
    await canvas().waitFor()
    const seen = async () => {
      const picture = await lookAt(canvas(), '.circle-face')
      return picture.colours > 200 && picture.lit > 0.5 && picture
    }
    const picture = await until('the room to be drawn', seen, LONG)
    expect(picture.lit).toBeGreaterThan(0.5)
    expect(await fern.page.locator('canvas').count()).toBe(1)
  })

  it('has a chair for everybody who sits, and a cushion at every free place', async () => {
    const { person: doorkeeper } = circle.facilitator
    await until('three chairs', () => draws(3), LONG)
    await until('nine cushions', () => draws(SEATS - 3), LONG)
    const { person, voice } = await sitDown(await admitted(stack, doorkeeper, 'Aspen'), 'Aspen', 1)
    await until('a fourth chair', () => draws(4), LONG)
    await until('a cushion less', async () => !(await draws(SEATS - 3)) && (await draws(SEATS - 4)), LONG)
    await voice.leave()
    await person.leave()
    await until('the chair to be gone again', async () => !(await draws(4)) && (await draws(3)), LONG)
  })
})

describe('looking around', () => {
  it('by the arrow keys turns one’s head for the others, and Home turns it back', async () => {
    await canvas().focus()
    await fern.page.keyboard.down('ArrowLeft')
    await until('Birch to see Fern look to the left', async () => ((await turnSeen()) ?? 0) > 0.4, LONG)
    await fern.page.keyboard.up('ArrowLeft')
    await fern.page.keyboard.press('Home')
    await until('Birch to see Fern look to the middle', async () => Math.abs((await turnSeen()) ?? 1) < 0.1, LONG)
  })

  it('by dragging does the same', async () => {
    const box = await canvas().boundingBox()
    const [x, y] = [(box?.x ?? 0) + 320, (box?.y ?? 0) + 200]
    await fern.page.mouse.move(x, y)
    await fern.page.mouse.down()
    await fern.page.mouse.move(x - 250, y, { steps: 5 })
    await fern.page.mouse.up()
    await until('Birch to see Fern look to the right', async () => ((await turnSeen()) ?? 0) < -0.3, LONG)
    await canvas().focus()
    await fern.page.keyboard.press('Home')
  })
})

describe('the plain page in place of the room, and back', () => {
  it('keeps the same connection and the same voice', async () => {
    const { page } = fern
    const sockets = () => fern.requests.filter((address) => address.startsWith('ws')).length
    const before = { connection: await connectionOf(stack, circle, 'Fern'), sockets: sockets() }
    expect(before.connection).toMatch(/^PA_\S+ TR_\S+/)

    await presses(page, /For you/)
    await page.getByRole('checkbox', { name: /^Simple page/ }).check()
    await presses(page, 'Close')
    await page.getByRole('button', { name: 'Show the room' }).waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    const ears = await listenToEachOther([fern, birch])
    const both = { Fern: ['Birch'], Birch: ['Fern'] }
    expect(await ears.heardAfter(both)).toEqual(both)

    await presses(page, 'Show the room')
    await canvas().waitFor()
    expect(await page.locator('canvas').count()).toBe(1)
    expect(await ears.heardAfter(both)).toEqual(both)
    expect({ connection: await connectionOf(stack, circle, 'Fern'), sockets: sockets() }).toEqual(before)
  })

  it('comes by itself when the picture is lost, says why, and the room can be tried again', async () => {
    const before = await connectionOf(stack, circle, 'Fern')
    await canvas().evaluate((element) => {
      if (element instanceof HTMLCanvasElement) {
        element.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
      }
    })
    await isTold(fern.page, 'The picture of the room was lost. Nothing else has changed.')
    await microphone(fern.page, 'Live').waitFor()
    await presses(fern.page, 'Try the room again')
    await canvas().waitFor()
    expect(await connectionOf(stack, circle, 'Fern')).toBe(before)
  })
})

/** Somebody on the porch who is about to choose how they look. */
const choosesALook = async (before: readonly string[]) => {
  const wren = await arrive(stack.doorLink, 'Wren', null, { settings: { simplePage: false }, before })
  const scripts = () => wren.requests.filter((address) => address.endsWith('.js')).length
  const first = scripts()
  await presses(wren.page, 'Look')
  const tiles = wren.page.locator('.tiles')
  await tiles.waitFor()
  const top = () => tiles.evaluate((element) => (element instanceof HTMLElement ? element.offsetTop : -1))
  const where = await top()
  return {
    wren,
    page: wren.page,
    moved: async () => (await top()) !== where,
    more: () => scripts() - first,
  }
}

describe('choosing a look on the porch', () => {
  it('shows the figure on its chair, which one may turn, and moves nothing on the page', async () => {
    const { wren, page, moved, more } = await choosesALook([])
    try {
      const figure = page.getByRole('img', { name: /^Your figure/ })
      await page.locator('.porch-stand[data-shown="true"]').waitFor()
      expect(await moved()).toBe(false)
      expect(more()).toBeGreaterThan(0)
      expect(wren.faults).toEqual([])
      const colours = async () => (await lookAt(figure, '.porch-column, .name-tag')).colours
      await until('the figure to be seen', async () => (await colours()) > 200, LONG)
      await page.getByRole('radio', { name: 'Owl' }).check()
      await page.getByRole('button', { name: 'Voice', exact: true }).click()
      await figure.waitFor({ state: 'detached' })
    } finally {
      await wren.close()
    }
  })

  it('keeps the flat portrait where nothing can be drawn', async () => {
    const { wren, page, moved, more } = await choosesALook([WITHOUT_WEBGL])
    try {
      await until('the figure to be tried', () => more() > 0, LONG)
      await page.getByRole('radio', { name: 'Owl' }).check()
      await until('it to be given up', async () => (await page.locator('.porch-stand').count()) === 0, LONG)
      await page.locator('.porch-guest[data-behind="false"] .portrait').waitFor()
      expect(await moved()).toBe(false)
    } finally {
      await wren.close()
    }
  })
})

describe('a browser that cannot draw', () => {
  it('gets the plain page with the reason, and is heard like everybody', async () => {
    await fern.close()
    const { person } = circle.facilitator
    const settings = { simplePage: false }
    const rowan = await visitAndEnter(stack, person, 'Rowan', 2, { steady: true, settings, before: [WITHOUT_WEBGL] })
    try {
      await isTold(rowan.page, 'This browser cannot draw the room. This page is the same meeting.')
      await reads(rowan.page, 'Our circle')
      await presses(rowan.page, 'Try the room again')
      await isTold(rowan.page, 'This browser cannot draw the room. This page is the same meeting.')
      expect(await rowan.page.locator('canvas').count()).toBe(0)
      const ears = await listenToEachOther([rowan, birch])
      const both = { Rowan: ['Birch'], Birch: ['Rowan'] }
      expect(await ears.heardAfter(both)).toEqual(both)
    } finally {
      await rowan.close()
    }
  })
})
