// Opens a page of people and measures what a frame costs it: script, as the browser's own counter has it (animation, timers, messages;
// not the card's work), and garbage, as V8's sampling heap profiler has it. A frame is a clearing of the canvas. Every draw is
// asked for as it is, and of each only the first triangle is drawn: here the card is software, and would hold up everybody.

import type { CDPSession, Page } from 'playwright-core'
import * as z from 'zod/mini'
import { newPerson } from '../tests/support/browser.ts'
import { pause } from '../tests/support/clocks.ts'

/** Counts frames and spares the card; to run before the page's own scripts. */
const COUNT_FRAMES = `
  window.benchFrames = 0
  for (const [name, at] of [['drawElements', 1], ['drawElementsInstanced', 1], ['drawArrays', 2], ['drawArraysInstanced', 2]]) {
    const draw = WebGL2RenderingContext.prototype[name]
    WebGL2RenderingContext.prototype[name] = function (a, b, c, d, e) {
      return at === 1 ? draw.call(this, a, Math.min(b, 3), c, d, e) : draw.call(this, a, b, Math.min(c, 3), d)
    }
  }
  const clear = WebGL2RenderingContext.prototype.clear
  WebGL2RenderingContext.prototype.clear = function (mask) {
    window.benchFrames++
    return clear.call(this, mask)
  }`

declare global {
  interface Window {
    benchFrames?: number
  }
}

const VIEWPORT = { width: 240, height: 150 }
const WARM_FRAMES = 400
const MEASURED_FRAMES = 300
const SAMPLE_BYTES = 256

export interface FrameCost {
  readonly scriptMs: number
  readonly garbageBytes: number
}

const frames = (page: Page) => page.evaluate(() => window.benchFrames ?? 0)

async function pass(page: Page, count: number): Promise<number> {
  const from = await frames(page)
  while ((await frames(page)) < from + count) await pause(100)
  return (await frames(page)) - from
}

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = z.parse(metricsSchema, await session.send('Performance.getMetrics'))
  return (metrics.find((one) => one.name === 'ScriptDuration')?.value ?? Number.NaN) * 1000
}

interface HeapNode {
  readonly selfSize: number
  readonly children: readonly HeapNode[]
}

const bytesOf = (node: HeapNode): number => node.children.reduce((sum, child) => sum + bytesOf(child), node.selfSize)

/** What one frame costs the page at `url`, once `ready` (an expression of the page) is true and it has run for a while. */
export async function frameCost(url: string, ready = 'true', garbage = false): Promise<FrameCost> {
  const person = await newPerson('somebody', null, {
    voice: null,
    before: [COUNT_FRAMES],
    context: { viewport: VIEWPORT },
  })
  try {
    const { page } = person
    await page.goto(url)
    await page.waitForFunction(ready, undefined, { timeout: 120_000, polling: 200 })
    await pass(page, WARM_FRAMES)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const before = await scriptMs(session)
    const counted = await pass(page, MEASURED_FRAMES)
    const script = ((await scriptMs(session)) - before) / counted
    let garbageBytes = 0
    if (garbage) {
      await session.send('HeapProfiler.startSampling', {
        samplingInterval: SAMPLE_BYTES,
        includeObjectsCollectedByMajorGC: true,
        includeObjectsCollectedByMinorGC: true,
      })
      const passed = await pass(page, MEASURED_FRAMES)
      const { profile } = await session.send('HeapProfiler.stopSampling')
      garbageBytes = bytesOf(profile.head) / passed
    }
    if (person.faults.length > 0) throw new Error(person.faults[0])
    return { scriptMs: script, garbageBytes }
  } finally {
    await person.close()
  }
}
