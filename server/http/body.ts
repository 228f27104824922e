// Reads a request's JSON body by its schema, or refuses without repeating any of it.

import type { Request } from 'express'
import type * as z from 'zod/mini'
import { AppError } from '../errors.ts'

/** @throws AppError 'bad-request' naming the field at fault, where the schema has one. */
export function parseBody<T>(schema: z.ZodMiniType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.')
  throw new AppError('bad-request', field ? { field } : {})
}
