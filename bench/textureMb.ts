// How much memory of the graphics card the textures of a room take at most, with fifty people: every texture that is alive in the
// largest room, with its smaller versions, counted as it is made. Not in it: what the card itself adds, and the picture drawn to.

import { ENVIRONMENTS } from '#protocol/meeting.ts'
import { openSpacePage } from '../tests/support/spacePage.ts'
import { type Figure, rounded } from './figure.ts'
import { serveBench } from './benchSite.ts'

/** To run before the page's own scripts. */
const COUNT_TEXTURES = `
  {
    const gl = WebGL2RenderingContext.prototype
    const alive = new Map()
    const bound = new Map()
    let unit = 0
    const PER_PIXEL = { 0x8058: 4, 0x8c43: 4, 0x1908: 4, 0x8814: 16, 0x881a: 8, 0x8229: 1, 0x822b: 2, 0x1907: 3, 0x8051: 3 }
    const wrap = (name, before) => {
      const original = gl[name]
      gl[name] = function (...all) {
        before(...all)
        return original.apply(this, all)
      }
    }
    const here = (target) => bound.get(unit + ' ' + target)
    wrap('activeTexture', (which) => (unit = which))
    wrap('bindTexture', (target, texture) => bound.set(unit + ' ' + target, texture))
    wrap('deleteTexture', (texture) => alive.delete(texture))
    const note = (target, levels, format, width, height) => {
      if (!(format in PER_PIXEL)) throw new Error('a texture of an unknown format: ' + format)
      let bytes = 0
      for (let level = 0; level < levels; level++) bytes += Math.max(1, width >> level) * Math.max(1, height >> level)
      alive.set(here(target), bytes * PER_PIXEL[format])
    }
    wrap('texStorage2D', note)
    wrap('texImage2D', (target, level, format, ...rest) => {
      if (level !== 0 || target !== 0x0de1) return
      const [width, height] = rest.length > 3 ? rest : [rest[2].width, rest[2].height]
      note(target, 1, format, width, height)
    })
    wrap('generateMipmap', () => {})
    window.benchTextures = () => [...alive.values()].reduce((sum, one) => sum + one, 0)
  }`

declare global {
  interface Window {
    benchTextures?: () => number
  }
}

export const textureMb: Figure = {
  name: 'texture_mb_largest_room',
  unit: 'MB',
  wanted: { atMost: 64 },
  async measure() {
    const site = await serveBench()
    try {
      const scene = { seats: 50, people: 50 }
      const size = [320, 200] as const
      const space = await openSpacePage(site, scene, { size, before: [COUNT_TEXTURES] })
      const mb: { name: string; value: number }[] = []
      for (const environment of ENVIRONMENTS) {
        await space.show({ ...scene, environment })
        const bytes = await space.page.evaluate(() => window.benchTextures?.() ?? Number.NaN)
        mb.push({ name: environment, value: bytes / 1024 / 1024 })
      }
      await space.show(scene)
      const again = (await space.page.evaluate(() => window.benchTextures?.() ?? Number.NaN)) / 1024 / 1024
      await space.close()
      return {
        value: rounded(Math.max(...mb.map(({ value }) => value))),
        how: `one room after the other in one page, 50 people: ${mb.map(({ name, value }) => `${name} ${rounded(value)}`).join(', ')}; the lounge again ${rounded(again)}`,
      }
    } finally {
      await site.stop()
    }
  },
}
