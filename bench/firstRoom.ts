// Goes the way of a key-holder who has never been here: link, porch, open the doors, sit down; and writes down everything that the
// browser fetched until the first furnished frame. Styles, fonts, pictures, scripts, the room and its sound, our server's answers;
// not the voices' own connection.

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { newPerson } from '../tests/support/browser.ts'
import { until } from '../tests/support/clocks.ts'
import { lookAt } from '../tests/support/picture.ts'
import { startStack } from '../tests/support/stack.ts'
import { goThroughThePorch } from '../tests/support/visitor.ts'

const BUILT = new URL('../dist/client/', import.meta.url)

export interface Fetched {
  /** Path on our server. */
  readonly path: string
  /** Header and body as they came over the wire. */
  readonly bytes: number
}

/** What was fetched, in order. */
export async function firstRoom(): Promise<readonly Fetched[]> {
  const stack = await startStack()
  try {
    const person = await newPerson('Maple', null, { voice: 1, context: { viewport: { width: 640, height: 480 } } })
    try {
      const { page } = person
      page.setDefaultTimeout(120_000)
      const asked: Promise<Fetched>[] = []
      page.context().on('requestfinished', (request) => {
        const path = new URL(request.url()).pathname
        const sizes = request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize)
        // A page that has gone on cannot say how large its answers were.
        asked.push(sizes.catch(() => 0).then((bytes) => ({ path, bytes })))
      })
      await page.goto(stack.keyLink)
      await goThroughThePorch({ page, name: 'Maple' })
      const canvas = page.getByRole('img', { name: /^The circle\./ })
      await canvas.waitFor()
      const furnished = async () => (await lookAt(canvas, '.circle-face')).colours > 250
      await until('the room to be furnished', furnished, { timeoutMs: 120_000, everyMs: 250 })
      return await Promise.all(asked)
    } finally {
      await person.close()
    }
  } finally {
    await stack.stop()
  }
}

/** Kilobytes of a built script, gzipped; 0 for anything else. */
export function scriptKb({ path }: Fetched): number {
  return path.endsWith('.js') ? gzipSync(readFileSync(new URL(path.slice(1), BUILT)), { level: 9 }).length / 1024 : 0
}
