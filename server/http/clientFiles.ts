// The built client: hashed files that never change, and the one page that always may.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import type { Router } from 'express'
import { PRACTICE_PATH } from './authenticate.ts'

const NOT_BUILT = 'The page has not been built yet. Run "npm start", or "npm run build" and then reload.\n'

/** Tells whether there is a page to serve. */
export function isClientBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}

export function createClientFiles(folder: string): Router {
  const router = express.Router()
  router.get(['/', `${PRACTICE_PATH}/`], (_request, response) => {
    response.set('Cache-Control', 'no-cache')
    // Asked anew each time, so that a build made while the server runs is found.
    if (isClientBuilt(folder)) response.sendFile('index.html', { root: folder, cacheControl: false })
    else response.status(503).type('text/plain').send(NOT_BUILT)
  })
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { index: false, immutable: true, maxAge: '1y', redirect: false }),
  )
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  return router
}
