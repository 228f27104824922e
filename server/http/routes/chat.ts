// POST /api/chat: a line to the circle. It goes out by the personal streams and is written down nowhere, the log included.

import type { RequestHandler } from 'express'
import { chatRequest } from '#protocol/together.ts'
import { AppError } from '../../errors.ts'
import { personOf } from '../../meetings/people.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'
import { tellPeople } from '../tellPeople.ts'

export function chat(context: Context): RequestHandler {
  const { chat: room, clock, groups, limits, meetings } = context
  return async (request, response) => {
    const session = authenticate(groups, request)
    const { text } = parseBody(chatRequest, request)
    await limits.spend('chat', { session: session.hash, address: request.ip })
    const record = meetings.forGroup(session.group)
    const by = personOf(record, session.hash)
    if (!by) throw new AppError('not-admitted')
    const refusal = room.say(record, by, text, clock.now())
    if (refusal) throw new AppError(refusal)
    tellPeople(context, session.group, record)
    response.status(204).end()
  }
}
