// Serves the pages with invented scenes, for looking at them: node tests/support/preview/serve.ts, then ?scene=held&simple&light

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const server = await createServer({
  configFile: false,
  root: here,
  publicDir: false,
  cacheDir: fileURLToPath(new URL('../../../node_modules/.cache/preview', import.meta.url)),
  plugins: [react()],
  server: {
    port: Number(process.env.PREVIEW_PORT ?? 5180),
    fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
  },
})
await server.listen()
server.printUrls()
