// The room in a real Chromium, with an invented circle in it: shows a scene, and knows when it can be looked at.

import type { Page } from 'playwright-core'
import { newPerson, type BrowserPerson, type BrowserPersonOptions } from './browser.ts'
import type { PreviewSite } from './previewSite.ts'
import type { Asked } from './preview-space/handle.ts'

export interface SpacePage {
  readonly page: Page
  readonly faults: readonly string[]
  /** Shows a scene; returns when its room is there, the veil is open and everybody has sat down. */
  show(asked: Asked, room?: string): Promise<void>
  close(): Promise<void>
}

/** So many frames after a room came, nothing eases any more. */
const SETTLED_FRAMES = 45
const PATIENCE_MS = 150_000

export interface SpacePageOptions extends BrowserPersonOptions {
  readonly size?: readonly [number, number]
  /** Pixels of the display per pixel of the page. */
  readonly ratio?: number
}

/** Opens the room with a first scene. `room` is what is to be shown of it, when it is not what was asked for. */
export async function openSpacePage(
  site: PreviewSite,
  asked: Asked,
  { size: [width, height] = [1280, 800], ratio = 1, ...options }: SpacePageOptions = {},
  room?: string,
): Promise<SpacePage> {
  const person: BrowserPerson = await newPerson('somebody', null, {
    voice: null,
    ...options,
    context: { viewport: { width, height }, deviceScaleFactor: ratio, ...options.context },
  })
  const { page } = person
  page.setDefaultTimeout(PATIENCE_MS)
  const settled = (wanted: string, from: number) =>
    page.waitForFunction(
      ([name, frame]) => window.preview?.room === name && window.preview.frames > frame,
      [wanted, from + SETTLED_FRAMES] as const,
      { polling: 100 },
    )
  const seen = () => page.evaluate(() => window.preview?.frames ?? 0)
  await page.goto(`${site.space}#${encodeURIComponent(JSON.stringify(asked))}`)
  const wanted = room ?? asked.environment ?? 'lounge'
  await page.waitForFunction((name) => window.preview?.room === name, wanted, { polling: 100 })
  await settled(wanted, await seen())
  return {
    page,
    faults: person.faults,
    async show(next, shown) {
      await page.evaluate((scene) => window.preview?.show(scene), next)
      const name = shown ?? next.environment ?? 'lounge'
      await page.waitForFunction((one) => window.preview?.room === one, name, { polling: 100 })
      await settled(name, await seen())
    },
    close: () => person.close(),
  }
}
