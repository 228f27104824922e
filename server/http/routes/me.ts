// GET /api/me: everything the porch needs.

import type { RequestHandler } from 'express'
import { authenticate } from '../authenticate.ts'
import type { Context } from '../context.ts'

export function me({ groups, limits, meetings, personal }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('look', { session: session.hash, address: request.ip })
    response.json(personal.me(session, meetings.forGroup(session.group)))
  }
}
