// Takes the pictures of docs/pictures with the real client in Chromium: `npm run pictures`, or `npm run pictures -- lounge beach` for
// those whose name begins so. Another group of pictures is another file and a line in GROUPS.

import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { newPerson } from '../support/browser.ts'
import { servePreviews, type PreviewSite } from '../support/previewSite.ts'
import { openSpacePage, type SpacePage } from '../support/spacePage.ts'
import { CONSOLE } from './console.ts'
import { PEOPLE } from './people.ts'
import { PORCH } from './porch.ts'
import { ROOMS } from './rooms.ts'
import type { PageShot, RoomShot, Shot } from './shot.ts'
import { toWebp } from './toWebp.ts'

const GROUPS: readonly (readonly Shot[])[] = [ROOMS, PEOPLE, PORCH, CONSOLE]

const OUT = new URL('../../docs/pictures/', import.meta.url)
/** Drawn finer than it is kept. */
const RATIO = 1.5

async function keep(page: Page, { name, size }: Shot): Promise<void> {
  const webp = await toWebp(page, await page.screenshot(), size)
  await writeFile(new URL(`${name}.webp`, OUT), webp)
  process.stdout.write(`${name}.webp, ${Math.ceil(webp.length / 1024)} KB\n`)
}

async function takeRooms(site: PreviewSite, shots: readonly RoomShot[]): Promise<void> {
  let space: SpacePage | null = null
  try {
    for (const shot of shots) {
      if (space) {
        await space.page.setViewportSize({ width: shot.size[0], height: shot.size[1] })
        await space.show(shot.scene)
      } else space = await openSpacePage(site, shot.scene, { size: shot.size, ratio: RATIO })
      await keep(space.page, shot)
    }
  } finally {
    await space?.close()
  }
}

async function takePages(site: PreviewSite, shots: readonly PageShot[]): Promise<void> {
  for (const shot of shots) {
    const [width, height] = shot.size
    const viewport = { width: width * 1.25, height: height * 1.25 }
    const person = await newPerson('somebody', `${site.pages}?${shot.query}`, { context: { viewport } })
    try {
      await shot.prepare?.(person.page)
      await person.page.waitForTimeout(1200)
      await keep(person.page, shot)
    } finally {
      await person.close()
    }
  }
}

const wanted = process.argv.slice(2)
const shots = GROUPS.flat().filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))
await mkdir(OUT, { recursive: true })
const site = await servePreviews()
try {
  await takeRooms(
    site,
    shots.filter((shot) => 'scene' in shot),
  )
  await takePages(
    site,
    shots.filter((shot) => 'query' in shot),
  )
} finally {
  await site.stop()
}
