// Takes pictures of the room while one works on it: `node tests/support/preview-space/shoot.ts <out folder> <shots.json>`. A shot is
// a name, a scene and optionally a size. The pictures that are kept come from tests/pictures.

import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { servePreviews } from '../previewSite.ts'
import { openSpacePage, type SpacePage } from '../spacePage.ts'
import type { Asked } from './handle.ts'

interface Wish {
  readonly name: string
  readonly scene: Asked
  readonly size?: readonly [number, number]
}

const DEFAULT_SIZE = [1280, 800] as const
const [out = '.', list = '[]'] = process.argv.slice(2)
const shots: Wish[] = JSON.parse(list.endsWith('.json') ? await readFile(list, 'utf8') : list)
await mkdir(out, { recursive: true })
const site = await servePreviews()
let space: SpacePage | null = null
try {
  for (const { name, scene, size = DEFAULT_SIZE } of shots) {
    const [width, height] = size
    if (space) {
      await space.page.setViewportSize({ width, height })
      await space.show(scene)
    } else space = await openSpacePage(site, scene, { size })
    await space.page.screenshot({ path: join(out, `${name}.png`) })
    const info = await space.page.evaluate(() => JSON.stringify(window.preview?.info))
    process.stdout.write(`${name} ${info}\n`)
  }
  for (const fault of space?.faults ?? []) process.stderr.write(`${fault}\n`)
} finally {
  await space?.close()
  await site.stop()
}
