// GET /healthz: the process answers. GET /readyz: database and media server do too.

import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

export function healthy(): RequestHandler {
  return (_request, response) => void response.json({ ok: true })
}

export function ready({ databaseReady, media }: Context): RequestHandler {
  return async (_request, response) => {
    const state = { database: databaseReady(), media: await media.ready() }
    response.status(state.database && state.media ? 200 : 503).json(state)
  }
}
