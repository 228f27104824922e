// What a person sees of something on a page: how many colours, and how much of it is not black.

import type { Locator } from 'playwright-core'

export interface Picture {
  /** Different colours, each channel in 32 steps. */
  readonly colours: number
  /** Share of the picture that is brighter than black, 0–1. */
  readonly lit: number
}

/** Looks at an element as it is on the screen, without what lies over it (`hidden`, a CSS selector). */
export async function lookAt(element: Locator, hidden: string): Promise<Picture> {
  const png = await element.screenshot({ style: `${hidden} { visibility: hidden !important }` })
  return element.evaluate(async (_element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const sheet = new OffscreenCanvas(image.width, image.height).getContext('2d')
    sheet?.drawImage(image, 0, 0)
    const pixels = sheet?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
    const colours = new Set<number>()
    let lit = 0
    for (let at = 0; at < pixels.length; at += 4) {
      const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
      colours.add(((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3))
      if (red + green + blue > 24) lit++
    }
    return { colours: colours.size, lit: (lit * 4) / pixels.length }
  }, png.toString('base64'))
}
