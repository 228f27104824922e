// POST /api/side: where to connect for the private word that one is in. Says nothing to the log: who talks with whom is nobody's.

import type { RequestHandler } from 'express'
import { seatRequest } from '#protocol/api.ts'
import type { SideSeat } from '#protocol/api.ts'
import { AppError } from '../../errors.ts'
import { personOf } from '../../meetings/people.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'
import { webSocketOrigin } from '../origins.ts'
import { TOKEN_LIFE_SECONDS } from './seat.ts'

export function side({ config, groups, limits, media, meetings }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    parseBody(seatRequest, request)
    await limits.spend('seat', { session: session.hash, address: request.ip })
    const one = personOf(meetings.forGroup(session.group), session.hash)
    if (!one) throw new AppError('not-admitted')
    if (one.aside === null) throw new AppError('no-word')
    const room = await meetings.prepareRoom(session.group, one.aside)
    // Asked again: the word may be over since the room was made.
    const rights = meetings.rightsAtGate(room, one.identity)
    if (rights === null) throw new AppError('no-word')
    const answer: SideSeat = {
      url: webSocketOrigin(request.get('Origin') ?? config.publicUrl),
      token: await media.mint(room, one.identity, rights, TOKEN_LIFE_SECONDS),
      identity: one.identity,
    }
    response.json(answer)
  }
}
