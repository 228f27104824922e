// POST /api/knock: asks to come in; key-holders are in at once. DELETE /api/knock: back to the porch.

import type { RequestHandler } from 'express'
import { knockRequest } from '#protocol/api.ts'
import { AppError } from '../../errors.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'

export function knock({ groups, limits, log, looks, meetings, personal }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    const { consent, ...asked } = parseBody(knockRequest, request)
    await limits.spend('knock', { session: session.hash, address: request.ip })
    if (session.blocked) throw new AppError('blocked')
    if (consent !== groups.describe(session.group).consent) throw new AppError('consent-needed', { field: 'consent' })
    const outcome = await meetings.knock(session.group, session.hash, session.keyHolder, asked)
    if (!outcome.ok) throw new AppError(outcome.code, outcome.code.startsWith('name-') ? { field: 'name' } : {})
    groups.agree(session, consent)
    const me = personal.me(session, outcome.record)
    looks.remember(session.hash, { name: me.name, avatar: me.avatar })
    log.info('knocked', { meeting: outcome.record.id, status: me.knock })
    response.json(me)
  }
}

export function withdraw({ groups, limits, meetings, personal }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('knock', { session: session.hash, address: request.ip })
    const outcome = await meetings.withdraw(session.group, session.hash)
    // Somebody who does not wait is where they wanted to be.
    if (!outcome.ok && outcome.code !== 'already-so') throw new AppError(outcome.code)
    response.json(personal.me(session, meetings.forGroup(session.group)))
  }
}
