// Which pages may act: ours. A cookie is sent by the browser whoever asks; the Origin header tells who asked.

import type { RequestHandler } from 'express'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'

/** Our own origins: the public one and, where that means this computer, its other names at the same port. */
export function ownOrigins({ publicUrl, local }: Pick<Config, 'publicUrl' | 'local'>): readonly string[] {
  if (!local) return [publicUrl]
  const { protocol, port } = new URL(publicUrl)
  const names = ['localhost', '127.0.0.1', '[::1]']
  return [...new Set([publicUrl, ...names.map((name) => new URL(`${protocol}//${name}:${port}`).origin)])]
}

/** The same place for WebSockets. */
export function webSocketOrigin(origin: string): string {
  return origin.replace(/^http/, 'ws')
}

/** Refuses every request that changes something unless one of our own pages sent it. */
export function createOriginCheck(origins: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const origin = request.get('Origin')
    next(origin !== undefined && origins.includes(origin) ? undefined : new AppError('wrong-origin'))
  }
}
