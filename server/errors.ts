// The one error that a request may end with on purpose. Domain refusals are values; http/ turns both into the same answer.

import type { ErrorCode } from '#protocol/errors.ts'

export class AppError extends Error {
  readonly code: ErrorCode
  /** Field of the request at fault, where there is one. */
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, details: { field?: string; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(code, { cause: details.cause })
    this.code = code
    this.field = details.field
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}
