// The errors that are meant: one that a request may end with, and one that a start may end with. Everything else is a fault of ours.

import type { ErrorCode } from '#protocol/errors.ts'
import type { ScriptFault } from '#protocol/scriptFaults.ts'

interface Details {
  readonly field?: string
  readonly retryAfterSeconds?: number
  readonly faults?: readonly ScriptFault[]
  readonly cause?: unknown
}

/** Ends a request. Domain refusals are values; http/ turns both into the same answer. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Field of the request at fault, where there is one. */
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** Everything that is wrong with a script. */
  readonly faults: readonly ScriptFault[] | undefined

  constructor(code: ErrorCode, details: Details = {}) {
    super(code, { cause: details.cause })
    this.code = code
    this.field = details.field
    this.retryAfterSeconds = details.retryAfterSeconds
    this.faults = details.faults
  }
}

/** Ends a start; the message is one sentence for the host. */
export class StartFault extends Error {}

/** Kind and place of an error, without its message: a message may quote what somebody wrote. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())].join(' | ')
}
