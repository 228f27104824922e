// POST /api/feedback: two taps and perhaps a line, once for each meeting. GET /api/feedback: the sums, for key-holders.

import type { RequestHandler } from 'express'
import { feedbackRequest } from '#protocol/feedback.ts'
import { AppError } from '../../errors.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'
import { tellPeople } from '../tellPeople.ts'

export function giveFeedback(context: Context): RequestHandler {
  const { feedback, groups, limits, meetings } = context
  return async (request, response) => {
    const session = authenticate(groups, request)
    const answer = parseBody(feedbackRequest, request)
    await limits.spend('look', { session: session.hash, address: request.ip })
    const refusal = feedback.give(session.group, session.hash, answer)
    if (refusal) throw new AppError(refusal)
    tellPeople(context, session.group, meetings.forGroup(session.group))
    response.status(204).end()
  }
}

export function readFeedback({ feedback, groups, limits }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('look', { session: session.hash, address: request.ip })
    if (!session.keyHolder) throw new AppError('not-allowed')
    response.json(feedback.sums(session.group))
  }
}
