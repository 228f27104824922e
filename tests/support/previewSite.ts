// The pages with invented meetings, built as the client is built and served on a free port: for pictures, figures, and for tests of
// what is seen.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview, type InlineConfig, type Plugin } from 'vite'

export interface PreviewSite {
  /** The pages with a scene (tests/support/preview): `?scene=…` follows. */
  readonly pages: string
  /** The room with a scene (tests/support/preview-space): `#{…}` follows. */
  readonly space: string
  /** Where everything that was built lies, and the address of that folder. */
  readonly folder: string
  readonly url: string
  stop(): Promise<void>
}

export interface PreviewOptions {
  /** More pages to build, from the root of the repository. */
  readonly more?: readonly string[]
  readonly plugins?: readonly Plugin[]
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGES = 'tests/support/preview/index.html'
const SPACE = 'tests/support/preview-space/index.html'

/** Builds and serves the previews; takes a few seconds. */
export async function servePreviews({ more = [], plugins = [] }: PreviewOptions = {}): Promise<PreviewSite> {
  const folder = mkdtempSync(join(tmpdir(), 'hearthside-previews-'))
  const config: InlineConfig = {
    configFile: join(ROOT, 'vite.config.ts'),
    root: ROOT,
    logLevel: 'error',
    plugins: [...plugins],
    build: {
      outDir: folder,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: [PAGES, SPACE, ...more].map((page) => join(ROOT, page)) },
    },
    preview: { port: 0, host: '127.0.0.1', strictPort: false, proxy: {} },
  }
  await build(config)
  const server = await preview(config)
  const address = server.httpServer.address()
  if (typeof address !== 'object' || !address) throw new Error('the previews are not served')
  const url = `http://127.0.0.1:${address.port}`
  return {
    pages: `${url}/${PAGES}`,
    space: `${url}/${SPACE}`,
    folder,
    url,
    async stop() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
