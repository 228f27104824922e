// Makes a small WebP of a screenshot, by the browser that took it: finer pictures are sampled down, and quality gives way to size.

import type { Page } from 'playwright-core'

const LARGEST_BYTES = 60 * 1024
const QUALITIES = [0.86, 0.78, 0.7, 0.6, 0.5] as const

/** @throws Error when even the coarsest is too large. */
export async function toWebp(page: Page, png: Buffer, size: readonly [number, number]): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const base64 = await page.evaluate(
      async ([picture, width, height, share]) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
        const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), options)
        const sheet = new OffscreenCanvas(width, height)
        sheet.getContext('2d')?.drawImage(image, 0, 0)
        const made = new Uint8Array(
          await (await sheet.convertToBlob({ type: 'image/webp', quality: share })).arrayBuffer(),
        )
        let text = ''
        for (const byte of made) text += String.fromCharCode(byte)
        return btoa(text)
      },
      [png.toString('base64'), size[0], size[1], quality] as const,
    )
    const webp = Buffer.from(base64, 'base64')
    if (webp.length <= LARGEST_BYTES) return webp
  }
  throw new Error(`a picture does not fit into ${LARGEST_BYTES / 1024} KB`)
}
