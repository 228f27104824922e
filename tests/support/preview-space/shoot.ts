// Takes pictures of the space: `node tests/support/preview-space/shoot.ts <out folder> <shots.json>`. A shot is a name, a scene, and
// optionally a size, a gesture with the moment it is caught at, and how many frames to wait.

import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'

interface Shot {
  readonly name: string
  readonly scene: Record<string, unknown>
  readonly size?: readonly [number, number]
  readonly gesture?: readonly [string, number]
  readonly waitMs?: number
}

const [out = '.', list = '[]'] = process.argv.slice(2)
const shots: Shot[] = JSON.parse(list.endsWith('.json') ? await readFile(list, 'utf8') : list)
await mkdir(out, { recursive: true })
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  cacheDir: join(out, '.vite'),
  plugins: [react()],
  logLevel: 'warn',
  server: {
    port: 0,
    host: '127.0.0.1',
    hmr: false,
    watch: null,
    fs: { allow: [join(import.meta.dirname, '../../..')] },
  },
})
await server.listen()
const address = server.httpServer?.address()
const port = typeof address === 'object' && address ? address.port : 0
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
})
try {
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) process.stderr.write(`${message.text()}\n`)
  })
  page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`))
  for (const shot of shots) {
    const [width, height] = shot.size ?? [1280, 800]
    await page.setViewportSize({ width, height })
    const hash = encodeURIComponent(JSON.stringify(shot.scene))
    await page.goto('about:blank')
    await page.goto(`http://127.0.0.1:${port}/#${hash}`)
    await page.waitForFunction('window.preview?.seen.frames > 4', undefined, { timeout: 120_000 })
    await page.waitForTimeout(shot.waitMs ?? 1500)
    if (shot.gesture) {
      const [gesture, afterMs] = shot.gesture
      await page.evaluate(`window.preview.gesture(${JSON.stringify(gesture)}, 0)`)
      await page.waitForTimeout(afterMs)
    }
    await page.screenshot({ path: join(out, `${shot.name}.png`) })
    const seen = await page.evaluate('JSON.stringify(window.preview.seen)')
    process.stdout.write(`${shot.name} ${String(seen)}\n`)
  }
} finally {
  await browser.close()
  await server.close()
}
