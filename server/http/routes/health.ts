// GET /healthz: the process answers. GET /readyz: database and media server do too.

import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

export function healthy(): RequestHandler {
  return (_request, response) => void response.json({ ok: true })
}

/** Anybody may ask, so the media server is asked by one request at a time; the others wait for the same answer. */
export function ready({ databaseReady, media }: Context): RequestHandler {
  let asking: Promise<boolean> | null = null
  return async (_request, response) => {
    asking ??= media.ready().finally(() => (asking = null))
    const state = { database: databaseReady(), media: await asking }
    response.status(state.database && state.media ? 200 : 503).json(state)
  }
}
