// A few fixed views of the rooms are what they were when somebody last looked at them and found them good (roomViews.json). Compared is
// what a squinting eye sees: mean colours and mean edges of a grid of 16 × 10 fields, which survive another rasteriser, another
// pixel ratio and a new bake of the same room. That it sees a black room, lost chairs and lost light is proven here each time.
// After a change of the rooms that is meant: look at `npm run pictures`, then run this with LOOKED_AND_FOUND_GOOD=1 and commit the file.

import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differ, fingerprint, type Difference, type Fingerprint } from '../support/fingerprint.ts'
import { servePreviews, type PreviewSite } from '../support/previewSite.ts'
import type { Asked } from '../support/preview-space/handle.ts'
import { sabotage, SABOTAGED_PEOPLE, SABOTAGES, SABOTEUR } from '../support/sabotage.ts'
import { openSpacePage, type SpacePage } from '../support/spacePage.ts'
import { fromSeat } from '../pictures/shot.ts'

const KEPT = new URL('roomViews.json', import.meta.url)
const CIRCLE: Asked = {
  seats: 12,
  people: SABOTAGED_PEOPLE,
  away: [4, 8],
  still: true,
  names: false,
  viewpoint: fromSeat(12, 0),
}

const VIEWS: Readonly<Record<string, Asked>> = {
  'the lounge': { ...CIRCLE, environment: 'lounge' },
  'the lounge, dim': { ...CIRCLE, environment: 'lounge', dim: true },
  'the beach': { ...CIRCLE, environment: 'beach' },
  'the forest': { ...CIRCLE, environment: 'forest' },
  'the quiet room': { ...CIRCLE, environment: 'quiet' },
}

/** What is more than another machine's rasteriser, in words. */
function complaints({ light, recoloured, likeness }: Difference): string[] {
  return [
    ...(light < 0.85 || light > 1.18 ? [`it is ${light.toFixed(2)} times as bright`] : []),
    ...(recoloured > 0.05 ? [`${Math.round(recoloured * 100)} % of it has another colour`] : []),
    ...(likeness < 0.85 ? [`its shapes are others (${likeness.toFixed(2)})`] : []),
  ]
}

const looked = process.env.LOOKED_AND_FOUND_GOOD === '1'
const kept: Record<string, Fingerprint> = looked ? {} : JSON.parse(readFileSync(KEPT, 'utf8'))

let site: PreviewSite
let space: SpacePage

beforeAll(async () => {
  site = await servePreviews()
  const size = [480, 300] as const
  space = await openSpacePage(site, VIEWS['the lounge'] ?? CIRCLE, { size, before: [SABOTEUR] })
}, 240_000)
afterAll(async () => {
  await space?.close()
  await site?.stop()
  if (looked) writeFileSync(KEPT, `${JSON.stringify(kept)}\n`)
})

const seen = () => fingerprint(space.page)
const against = async (name: string) => {
  const wanted = kept[name]
  if (!wanted) throw new Error(`nobody has looked at ${name} yet`)
  return complaints(differ(await seen(), wanted))
}

describe('each view', () => {
  it.each(Object.entries(VIEWS))('%s is as it was found good', async (name, scene) => {
    await space.show(scene)
    if (looked) kept[name] = await seen()
    expect(await against(name)).toEqual([])
  })

  it('is the same to a display with finer pixels', async () => {
    const name = 'the forest'
    const fine = await openSpacePage(site, VIEWS[name] ?? CIRCLE, { size: [480, 300], ratio: 1.5 })
    try {
      const wanted = kept[name]
      expect(wanted && complaints(differ(await fingerprint(fine.page), wanted))).toEqual([])
    } finally {
      await fine.close()
    }
  })

  it('left no error in the console', () => expect(space.faults).toEqual([]))
})

describe('what the views would not let pass', () => {
  it.each(SABOTAGES)('is a room that lost this: %s', async (what) => {
    for (const name of ['the lounge', 'the quiet room']) {
      await space.show(VIEWS[name] ?? CIRCLE)
      await sabotage(space.page, what)
      await space.page.waitForFunction((frame) => (window.preview?.frames ?? 0) > frame + 4, await frames())
      expect(await against(name), name).not.toEqual([])
      await sabotage(space.page, null)
      await space.page.waitForFunction((frame) => (window.preview?.frames ?? 0) > frame + 4, await frames())
      expect(await against(name), name).toEqual([])
    }
  })
})

const frames = () => space.page.evaluate(() => window.preview?.frames ?? 0)
