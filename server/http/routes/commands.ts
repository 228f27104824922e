// POST /api/commands: everything that somebody does to the meeting. The answer comes when it is on disk.

import type { RequestHandler } from 'express'
import { commandRequest } from '#protocol/api.ts'
import { isPrivate } from '#protocol/permissions.ts'
import { AppError } from '../../errors.ts'
import { snapshotOf } from '../../meetings/snapshot.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'

export function commands({ groups, limits, log, meetings, practice }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    const { command, ifRevision } = parseBody(commandRequest, request)
    await limits.spend('command', { session: session.hash, address: request.ip })
    const by = { session: session.hash, keyHolder: session.keyHolder }
    const outcome = await meetings.command(session.group, by, command, ifRevision)
    if (!outcome.ok) {
      if (!isPrivate(command.type)) log.info('command-refused', { command: command.type, code: outcome.code })
      throw new AppError(outcome.code)
    }
    practice.did(session.group, session.hash, command)
    if (!isPrivate(command.type)) {
      log.info('command', { command: command.type, meeting: outcome.record.id, revision: outcome.record.revision })
    }
    response.json({ snapshot: snapshotOf(outcome.record) })
  }
}
