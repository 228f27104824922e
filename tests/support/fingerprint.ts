// What stays of a picture when one screws up one's eyes: the mean colour of each field of a coarse grid, and how much there is to see
// in it. Another graphics card smooths edges and samples pictures a little differently, which neither of the two notices; a room
// without its chairs or its light is another picture to both.

import type { Page } from 'playwright-core'

const COLUMNS = 16
const LINES = 10

export interface Fingerprint {
  /** Red, green and blue of each field, 0–255, line by line. */
  readonly colours: readonly number[]
  /** Mean step of brightness between points that are 1/128 of the picture's width apart, 0–255, of each field. */
  readonly edges: readonly number[]
}

/** Takes the fingerprint of the page as it is on the screen. */
export async function fingerprint(page: Page): Promise<Fingerprint> {
  const png = await page.screenshot()
  return page.evaluate(
    async ([base64, columns, lines]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const [width, height] = [columns * 8, lines * 8]
      const options = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), options)
      const sheet = new OffscreenCanvas(width, height).getContext('2d')
      sheet?.drawImage(image, 0, 0)
      const pixels = sheet?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
      const bright = (x: number, y: number) => {
        const at = (Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 4
        return 0.21 * (pixels[at] ?? 0) + 0.72 * (pixels[at + 1] ?? 0) + 0.07 * (pixels[at + 2] ?? 0)
      }
      const colours: number[] = []
      const edges: number[] = []
      for (let field = 0; field < columns * lines; field++) {
        const [left, top] = [(field % columns) * 8, Math.floor(field / columns) * 8]
        const sums = [0, 0, 0, 0]
        for (let point = 0; point < 64; point++) {
          const [x, y] = [left + (point % 8), top + (point >> 3)]
          for (let channel = 0; channel < 3; channel++) sums[channel]! += pixels[(y * width + x) * 4 + channel] ?? 0
          sums[3]! += Math.abs(bright(x + 1, y) - bright(x, y)) + Math.abs(bright(x, y + 1) - bright(x, y))
        }
        const [red = 0, green = 0, blue = 0, steps = 0] = sums.map((sum) => Math.round(sum / 6.4) / 10)
        colours.push(red, green, blue)
        edges.push(steps)
      }
      return { colours, edges }
    },
    [png.toString('base64'), COLUMNS, LINES] as const,
  )
}

export interface Difference {
  /** Share of the brightness that it had. */
  readonly light: number
  /** Share of the fields whose colour is plainly another one. */
  readonly recoloured: number
  /** How alike the fields are in what there is to see in them: 1 the same, 0 nothing to do with each other. */
  readonly likeness: number
}

/** So far apart are two colours that anybody would tell them apart, of 255. */
const PLAINLY = 14

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** Compares a picture with what it is to be. */
export function differ(seen: Fingerprint, wanted: Fingerprint): Difference {
  const fields = wanted.edges.map((_, field) => {
    const apart = [0, 1, 2].map((channel) => {
      const at = field * 3 + channel
      return (seen.colours[at] ?? 0) - (wanted.colours[at] ?? 0)
    })
    return Math.hypot(...apart)
  })
  const about = (edges: readonly number[]) => edges.map((one) => one - mean(edges))
  const [a, b] = [about(seen.edges), about(wanted.edges)]
  const product = a.reduce((sum, one, field) => sum + one * (b[field] ?? 0), 0)
  return {
    light: mean(seen.colours) / mean(wanted.colours),
    recoloured: fields.filter((one) => one > PLAINLY).length / fields.length,
    likeness: product / (Math.hypot(...a) * Math.hypot(...b) || 1),
  }
}
