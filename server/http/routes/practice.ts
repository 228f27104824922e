// GET, POST, DELETE /practice/api/practice: what one can practise, sitting down among simulated company, and having had enough.

import type { RequestHandler } from 'express'
import { practiceRequest } from '#protocol/practice.ts'
import type { PracticeChoice } from '#protocol/practice.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { AppError } from '../../errors.ts'
import { authenticate } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'

export function listPractices({ groups, limits, scenarios }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('look', { session: session.hash, address: request.ip })
    const choices = scenarios.map(({ id, title, about, role, minutes }): PracticeChoice => {
      return { id, title, about, role, minutes }
    })
    response.json({ scenarios: choices })
  }
}

export function beginPractice(context: Context): RequestHandler {
  const { groups, limits, meetings, personal, practice, scenarios } = context
  return async (request, response) => {
    const known = authenticate(groups, request)
    const asked = parseBody(practiceRequest, request)
    await limits.spend('knock', { session: known.hash, address: request.ip })
    const scenario = scenarios.find((one) => one.id === asked.scenario)
    if (!scenario) throw new AppError('not-found')
    const keyHolder = runsMeeting({ role: scenario.role, keyHolder: false })
    const session = groups.keyForPractice(known, keyHolder)
    const trainee = { session: session.hash, group: session.group, name: asked.name, avatar: asked.avatar }
    const begun = await practice.begin(trainee, scenario, asked.seed)
    if (!begun.ok) throw new AppError(begun.code, begun.code.startsWith('name-') ? { field: 'name' } : {})
    response.json(personal.me(session, meetings.forGroup(session.group)))
  }
}

export function endPractice({ groups, limits, meetings, personal, practice }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('knock', { session: session.hash, address: request.ip })
    await practice.end(session.group)
    response.json(personal.me(session, meetings.forGroup(session.group)))
  }
}
