// GET /api/meeting: the snapshot, for admitted people and key-holders.

import type { RequestHandler } from 'express'
import { AppError } from '../../errors.ts'
import { snapshotOf } from '../../meetings/snapshot.ts'
import { authenticate } from '../authenticate.ts'
import type { Context } from '../context.ts'

export function meeting({ groups, limits, meetings, personal }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('look', { session: session.hash, address: request.ip })
    const record = meetings.forGroup(session.group)
    if (!personal.maySee(session, record)) throw new AppError('not-admitted')
    response.json({ snapshot: snapshotOf(record) })
  }
}
