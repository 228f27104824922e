// From a request's cookie to the session behind it, and back.

import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request } from 'express'
import { AppError } from '../errors.ts'
import type { Groups } from '../groups/groups.ts'
import { SESSION_DAYS } from '../groups/groups.ts'
import type { SessionRecord } from '../groups/ports.ts'

const COOKIE = 'hearthside'
/** Under it a browser practises, with a cookie of its own: nobody loses their chair in a real circle by practising. */
export const PRACTICE_PATH = '/practice'
const PRACTICE_COOKIE = 'hearthside-practice'

/** Tells whether a request came by the practice circle's own door. */
export function isPracticeRequest(request: Pick<Request, 'baseUrl'>): boolean {
  return request.baseUrl.startsWith(`${PRACTICE_PATH}/`)
}

/** The cookie's value, as long as it could be one of ours. */
export function cookieOf(request: Request): string | undefined {
  const value = parseCookie(request.get('Cookie') ?? '')[isPracticeRequest(request) ? PRACTICE_COOKIE : COOKIE]
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
}

/** The Set-Cookie header that gives a browser its session: unreadable for scripts, never sent from other sites. */
export function sessionCookie(value: string, secure: boolean, practice: boolean): string {
  return stringifySetCookie({
    name: practice ? PRACTICE_COOKIE : COOKIE,
    value,
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: practice ? PRACTICE_PATH : '/',
    maxAge: SESSION_DAYS * 24 * 60 * 60,
  })
}

/** @throws AppError 'no-session' without a cookie that opens one. */
export function authenticate(groups: Groups, request: Request): SessionRecord {
  const cookie = cookieOf(request)
  const session = cookie === undefined ? null : groups.session(cookie)
  // A session opens one door only: practice is never a way into a circle, nor the other way about.
  if (!session || groups.isPractice(session.group) !== isPracticeRequest(request)) throw new AppError('no-session')
  return session
}
