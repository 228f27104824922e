// Builds the browser client. The porch comes first and alone: media and 3D are separate chunks, loaded when they are needed.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ownShadersOnly } from './bin/build/ownShadersOnly.mjs'
import { packFiles } from './bin/build/packFiles.mjs'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

export default defineConfig({
  root: 'client',
  publicDir: false,
  plugins: [react(), ownShadersOnly(), packFiles()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: {
    port: Number(process.env.DEV_PORT ?? 5173),
    strictPort: true,
    fs: { allow: ['..'] },
    proxy: { '/api': server, '/practice/api': server, '/rtc': { target: server, ws: true } },
  },
})
