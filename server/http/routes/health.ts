// GET /healthz: the process answers. GET /readyz: database and media server do too.

import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

const FRESH_MS = 1000

export function healthy(): RequestHandler {
  return (_request, response) => void response.json({ ok: true })
}

/** Asked by anybody, so the media server is asked at most once a second. */
export function ready({ clock, databaseReady, media }: Context): RequestHandler {
  let asked = { at: -Infinity, answer: Promise.resolve(false) }
  return async (_request, response) => {
    if (clock.now() >= asked.at + FRESH_MS) asked = { at: clock.now(), answer: media.ready() }
    const state = { database: databaseReady(), media: await asked.answer }
    response.status(state.database && state.media ? 200 : 503).json(state)
  }
}
