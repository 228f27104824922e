// POST /livekit/webhook: hints from the media server, signed by it. A lost one is made good by the sweep, so none is waited for.

import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

export function webhook({ log, meetings, readHint }: Context): RequestHandler {
  return async (request, response) => {
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
    const hint = await readHint(body, request.get('Authorization')).catch(() => undefined)
    if (hint === undefined) {
      log.warn('webhook-not-ours')
      response.status(401).end()
      return
    }
    response.status(204).end()
    if (hint) await meetings.noticed(hint)
  }
}
