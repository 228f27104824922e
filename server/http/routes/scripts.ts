// GET, PUT and DELETE /api/scripts: the group's own scripts, for key-holders and those who run the meeting. A script is taken whole or
// not at all, and every fault of it is named.

import type { Request, RequestHandler } from 'express'
import { runsMeeting } from '#protocol/roles.ts'
import { checkScript, scriptRequest } from '#protocol/script.ts'
import { AppError } from '../../errors.ts'
import type { SessionRecord } from '../../groups/ports.ts'
import { personOf } from '../../meetings/people.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'

/** @throws AppError 'not-allowed' for everybody else. */
async function authorise({ groups, limits, meetings }: Context, request: Request): Promise<SessionRecord> {
  const session = authenticate(groups, request)
  await limits.spend('look', { session: session.hash, address: request.ip })
  const person = personOf(meetings.forGroup(session.group), session.hash)
  if (!session.keyHolder && !(person && runsMeeting(person))) throw new AppError('not-allowed')
  return session
}

export function listScripts(context: Context): RequestHandler {
  return async (request, response) => {
    const { group } = await authorise(context, request)
    response.json({ scripts: context.scripts.list(group), templates: context.scripts.templates })
  }
}

export function saveScript(context: Context): RequestHandler {
  return async (request, response) => {
    const { group } = await authorise(context, request)
    const checked = checkScript(parseBody(scriptRequest, request).script)
    if (!checked.ok) throw new AppError('bad-script', { faults: checked.faults })
    if (!context.scripts.save(group, checked.script)) throw new AppError('too-many')
    context.log.info('script-saved', { group })
    response.json({ script: checked.script })
  }
}

export function deleteScript(context: Context): RequestHandler {
  return async (request, response) => {
    const { group } = await authorise(context, request)
    // One that is not there is where it was wanted.
    context.scripts.remove(group, String(request.params.id))
    response.status(204).end()
  }
}
