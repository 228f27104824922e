// The built client: hashed files that never change, and the one page that always may. What was packed when the page was built
// (bin/build/packFiles.mjs) is sent packed to whoever understands it. `/pair` is short enough to type in a headset.

import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import express from 'express'
import type { RequestHandler, Router } from 'express'
import { PRACTICE_PATH } from './authenticate.ts'

const NOT_BUILT = 'The page has not been built yet. Run "npm start", or "npm run build" and then reload.\n'

/** Tells whether there is a page to serve. */
export function isClientBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}

const PACKED = { br: '.br', gzip: '.gz' } as const
/** One name in the folder itself; no path, nothing hidden. */
const PLAIN_NAME = /^\/[\w-][\w.-]*$/

/**
 * Sends the packed version of a file where there is one that the browser takes. `maxAgeMs` is for files that never change;
 * `always` is sent whatever was asked for.
 */
function sendPacked(folder: string, maxAgeMs: number | null, always?: string): RequestHandler {
  return (request, response, next) => {
    const name = always ?? request.path
    if (!PLAIN_NAME.test(name)) return next()
    response.vary('Accept-Encoding')
    // The smaller one first: browsers name what they take, not what they like.
    const encoding = request.acceptsEncodings('br') ? 'br' : 'gzip'
    if (!request.acceptsEncodings(encoding)) return next()
    const file = `${name}${PACKED[encoding]}`
    if (!existsSync(join(folder, file))) return next()
    response.type(extname(name)).set('Content-Encoding', encoding)
    const age = maxAgeMs === null ? { cacheControl: false } : { immutable: true, maxAge: maxAgeMs }
    response.sendFile(file, { root: folder, ...age })
  }
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

export function createClientFiles(folder: string): Router {
  const router = express.Router()
  const page = ['/', '/pair', `${PRACTICE_PATH}/`]
  router.get(page, (_request, response, next) => {
    response.set('Cache-Control', 'no-cache')
    next()
  })
  router.get(page, sendPacked(folder, null, '/index.html'), (_request, response) => {
    // Asked anew each time, so that a build made while the server runs is found.
    if (isClientBuilt(folder)) response.sendFile('index.html', { root: folder, cacheControl: false })
    else response.status(503).type('text/plain').send(NOT_BUILT)
  })
  const assets = join(folder, 'assets')
  router.use(
    '/assets',
    sendPacked(assets, YEAR_MS),
    express.static(assets, { index: false, immutable: true, maxAge: YEAR_MS, redirect: false }),
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
