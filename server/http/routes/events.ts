// GET /api/me/events: the personal stream. `me` first, then whatever changes for this browser.

import type { RequestHandler } from 'express'
import { authenticate } from '../authenticate.ts'
import type { Context } from '../context.ts'

export function events({ groups, limits, meetings, personal, streams }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('listen', { session: session.hash, address: request.ip })
    streams.open(session.hash, response, personal.events(session, meetings.forGroup(session.group)))
  }
}
