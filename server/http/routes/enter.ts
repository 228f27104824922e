// POST /api/enter: a link's secret becomes a session cookie.

import type { RequestHandler } from 'express'
import { enterRequest } from '#protocol/api.ts'
import { AppError } from '../../errors.ts'
import { cookieOf, sessionCookie } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'

export function enter({ config, groups, limits, log, meetings, personal, streams }: Context): RequestHandler {
  const secure = config.publicUrl.startsWith('https:')
  return async (request, response) => {
    const { kind, secret } = parseBody(enterRequest, request)
    await limits.spend('enter', { address: request.ip })
    const entered = groups.enter(kind, secret, cookieOf(request))
    if (!entered) {
      await limits.spend('wrong-link', { address: request.ip })
      log.info('link-refused', { kind })
      throw new AppError('unknown-link')
    }
    const { session, cookie } = entered
    if (cookie !== null) response.set('Set-Cookie', sessionCookie(cookie, secure))
    // A key may have been added to a browser whose other pages are listening.
    streams.send(session.hash, personal.events(session, meetings.forGroup(session.group)))
    log.info('entered', { kind })
    response.status(204).end()
  }
}
