// POST /api/enter: a link's secret becomes a session cookie.

import type { Request, RequestHandler } from 'express'
import type * as z from 'zod/mini'
import { enterRequest } from '#protocol/api.ts'
import { AppError } from '../../errors.ts'
import { cookieOf, isPracticeRequest, sessionCookie } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'
import type { Entered, Groups } from '../../groups/groups.ts'

type Kind = z.infer<typeof enterRequest>['kind']

/** Each door opens for its own links. */
function openLink(groups: Groups, kind: Kind, secret: string, request: Request): Entered | null {
  const cookie = cookieOf(request)
  if (isPracticeRequest(request)) return kind === 'p' ? groups.enterPractice(secret, cookie) : null
  return kind === 'p' ? null : groups.enter(kind, secret, cookie)
}

export function enter({ config, groups, limits, log, meetings, personal, streams }: Context): RequestHandler {
  const secure = config.publicUrl.startsWith('https:')
  return async (request, response) => {
    const { kind, secret } = parseBody(enterRequest, request)
    await limits.spend('enter', { address: request.ip })
    const practice = isPracticeRequest(request)
    const entered = openLink(groups, kind, secret, request)
    if (!entered) {
      await limits.spend('wrong-link', { address: request.ip })
      log.info('link-refused', { kind })
      throw new AppError('unknown-link')
    }
    const { session, cookie } = entered
    if (cookie !== null) response.set('Set-Cookie', sessionCookie(cookie, secure, practice))
    // A key may have been added to a browser whose other pages are listening.
    streams.send(session.hash, personal.events(session, meetings.forGroup(session.group)))
    log.info('entered', { kind })
    response.status(204).end()
  }
}
