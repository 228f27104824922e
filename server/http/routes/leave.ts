// POST /api/leave: the chair is free again. Works as a beacon from a page that is closing, so the body is never looked at.

import type { RequestHandler } from 'express'
import { AppError } from '../../errors.ts'
import { authenticate } from '../authenticate.ts'
import type { Context } from '../context.ts'

export function leave({ groups, limits, log, meetings }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('command', { session: session.hash, address: request.ip })
    const outcome = await meetings.leave(session.group, session.hash)
    if (outcome.ok) log.info('left', { meeting: outcome.record.id })
    // Who sits nowhere may have been waiting; leaving twice is leaving.
    else if (outcome.code === 'not-admitted') await meetings.withdraw(session.group, session.hash)
    else throw new AppError(outcome.code)
    response.status(204).end()
  }
}
