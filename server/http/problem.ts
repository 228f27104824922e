// Every refusal as an answer: a code from the closed list, its one status, and nothing else. Never a stack, never an echo.

import type { ErrorRequestHandler, Response } from 'express'
import type { Problem } from '#protocol/api.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import { AppError, whereOf } from '../errors.ts'
import { MediaUnavailable } from '../meetings/ports.ts'
import type { Log } from '../meetings/ports.ts'

/** The one table from code to status. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'unknown-link': 403,
  'unknown-code': 403,
  'no-session': 401,
  'wrong-origin': 403,
  'not-found': 404,
  'not-allowed': 403,
  'too-many': 429,
  'doors-closed': 409,
  'door-locked': 409,
  'circle-full': 409,
  'name-taken': 409,
  'name-not-usable': 422,
  'consent-needed': 409,
  blocked: 403,
  'not-admitted': 403,
  'already-so': 409,
  stale: 409,
  'wrong-phase': 409,
  'wrong-mode': 409,
  'not-your-turn': 409,
  'unknown-person': 404,
  'no-word': 409,
  'no-poll': 409,
  'chat-closed': 409,
  'text-not-usable': 422,
  'place-taken': 409,
  'no-script': 409,
  'script-paused': 409,
  'script-running': 409,
  'bad-script': 422,
  unavailable: 503,
  internal: 500,
}

function sendProblem(response: Response, error: AppError): void {
  const { code, faults, field, retryAfterSeconds } = error
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds))
  const problem: Problem = {
    code,
    ...(field ? { field } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    ...(faults ? { faults: [...faults] } : {}),
  }
  response.status(STATUS[code]).json(problem)
}

/** Makes the last handler of the app: whatever was thrown becomes a problem. What we did not expect is logged without its message. */
export function createProblemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const known = toAppError(error)
    if (known.code === 'internal') log.warn('request-failed', { where: whereOf(error) })
    if (response.headersSent) next(error)
    else sendProblem(response, known)
  }
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof MediaUnavailable) return new AppError('unavailable', { retryAfterSeconds: 1 })
  // What Express and its body parser refuse by themselves: malformed, oversized, wrongly encoded.
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (typeof status === 'number' && status >= 400 && status < 500) return new AppError('bad-request')
  return new AppError('internal')
}
