// How much script a person downloads before they knock, gzipped: what the built page's entry imports, and whatever else a browser
// asks for on the way through all five steps of the porch. Not in it: styles, fonts, pictures, what is fetched while one waits, and
// the turntable of the look step, which comes only there, when the step stands, and for which nothing waits; its size is named.

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import { newPerson } from '../tests/support/browser.ts'
import { startStack } from '../tests/support/stack.ts'
import { type Figure, rounded } from './figure.ts'

const BUILT = new URL('../dist/client/', import.meta.url)
const STEPS = ['Agreements', 'Name', 'Look', 'Voice']
const chunk = z.object({ file: z.string(), imports: z.optional(z.array(z.string())) })

/** Files of an entry and of everything that it imports at once. */
function importedBy(entry: string): Set<string> {
  const manifest = z.parse(
    z.record(z.string(), chunk),
    JSON.parse(readFileSync(new URL('.vite/manifest.json', BUILT), 'utf8')),
  )
  const names = new Set([entry])
  for (const name of names) for (const more of manifest[name]?.imports ?? []) names.add(more)
  return new Set([...names].map((name) => manifest[name]?.file ?? ''))
}

export const porchJsGzip: Figure = {
  name: 'porch_js_gzip_kb',
  unit: 'KB',
  wanted: { atMost: 120 },
  async measure() {
    const files = importedBy('index.html')
    const imported = files.size
    const stack = await startStack()
    try {
      const person = await newPerson('Fern', stack.doorLink, { voice: 1 })
      for (const step of STEPS) {
        await person.page.getByRole('button', { name: 'Continue' }).click()
        await person.page.waitForLoadState('networkidle')
        await person.screenshot(`porch-${step.toLowerCase()}`)
      }
      for (const address of person.requests) {
        const { pathname } = new URL(address)
        if (pathname.endsWith('.js')) files.add(pathname.slice(1))
      }
      await person.close()
    } finally {
      await stack.stop()
    }
    const turning = importedBy('space/Turntable.tsx')
    const porch = importedBy('index.html')
    const extra = [...files].filter((file) => turning.has(file) && !porch.has(file))
    for (const file of extra) files.delete(file)
    const kb = (some: Iterable<string>) =>
      [...some].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, BUILT)), { level: 9 }).length, 0) / 1024
    return {
      value: rounded(kb(files)),
      how: `gzip -9 of ${files.size} files: ${imported} that the entry imports, ${files.size - imported} more asked for on the way to the knocker; the turntable ${rounded(kb(extra))} KB`,
    }
  },
}
