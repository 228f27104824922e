// GET, POST and DELETE /api/invitations, for key-holders. Taking one back also ends the visit of whoever came by it.

import type { Request, RequestHandler } from 'express'
import { invitationRequest } from '#protocol/invitations.ts'
import { AppError } from '../../errors.ts'
import type { SessionRecord } from '../../groups/ports.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'
import type { Limited } from '../limits.ts'

/** @throws AppError 'not-allowed' for everybody without a key. */
async function authorise({ groups, limits }: Context, request: Request, what: Limited): Promise<SessionRecord> {
  const session = authenticate(groups, request)
  await limits.spend(what, { session: session.hash, address: request.ip })
  if (!session.keyHolder) throw new AppError('not-allowed')
  return session
}

export function listInvitations(context: Context): RequestHandler {
  return async (request, response) => {
    const { group } = await authorise(context, request, 'look')
    response.json({ invitations: context.invitations.list(group) })
  }
}

export function invite(context: Context): RequestHandler {
  return async (request, response) => {
    const { group } = await authorise(context, request, 'knock')
    const made = context.invitations.invite(group, parseBody(invitationRequest, request).note)
    if (!made) throw new AppError('too-many')
    context.log.info('invitation-made')
    response.json({ invitation: made.invitation, link: `${context.config.publicUrl}/#i=${made.secret}` })
  }
}

export function takeBackInvitation(context: Context): RequestHandler {
  const { invitations, log, meetings } = context
  return async (request, response) => {
    const { group } = await authorise(context, request, 'command')
    const id = String(request.params.id)
    for (const hash of invitations.broughtIn(group, id)) {
      await meetings.withdraw(group, hash)
      await meetings.leave(group, hash)
    }
    // One that is not there is where it was wanted.
    if (invitations.takeBack(group, id)) log.info('invitation-taken-back')
    response.status(204).end()
  }
}
