// POST /api/seat: where and as whom to connect. The newest call has the chair; the session's other pages hear `moved`.

import type { RequestHandler } from 'express'
import { seatRequest } from '#protocol/api.ts'
import type { Seat } from '#protocol/api.ts'
import { AppError } from '../../errors.ts'
import { createSecret } from '../../groups/secrets.ts'
import { identityOf, snapshotOf } from '../../meetings/snapshot.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'
import { webSocketOrigin } from '../origins.ts'

/** Long enough to connect with; the gate looks at who somebody is and not at how old their name tag is. */
export const TOKEN_LIFE_SECONDS = 90

export function seat({ config, groups, limits, log, media, meetings, streams }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    parseBody(seatRequest, request)
    await limits.spend('seat', { session: session.hash, address: request.ip })
    if (identityOf(meetings.forGroup(session.group), session.hash) === null) throw new AppError('not-admitted')
    const room = await meetings.prepareRoom(session.group)
    // Asked again: somebody may have been removed while the room was made.
    const record = meetings.forGroup(session.group)
    const identity = identityOf(record, session.hash)
    const rights = identity === null ? null : meetings.rightsAtGate(room, identity)
    if (identity === null || rights === null) throw new AppError('not-admitted')
    const answer: Seat = {
      url: webSocketOrigin(request.get('Origin') ?? config.publicUrl),
      token: await media.mint(room, identity, rights, TOKEN_LIFE_SECONDS),
      identity,
      claim: createSecret(),
      snapshot: snapshotOf(record),
    }
    streams.send(session.hash, [{ type: 'moved', claim: answer.claim }])
    log.info('seat-taken', { meeting: record.id, identity })
    response.json(answer)
  }
}
