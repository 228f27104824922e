// GET /api/pseudonym: another suggestion of two words, not in use in this meeting.

import type { RequestHandler } from 'express'
import type * as z from 'zod/mini'
import type { pseudonymResponse } from '#protocol/api.ts'
import { suggestName } from '../../admissions/pseudonyms.ts'
import { authenticate } from '../authenticate.ts'
import type { Context } from '../context.ts'

export function pseudonym({ groups, limits, meetings, randomBytes }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('look', { session: session.hash, address: request.ip })
    const { people, knocks } = meetings.forGroup(session.group)
    const taken = [...people, ...knocks].map((one) => one.name)
    const answer: z.infer<typeof pseudonymResponse> = { name: suggestName(randomBytes, taken) }
    response.json(answer)
  }
}
