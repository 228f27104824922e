// /api/pair: somebody takes their own chair, or their place at the door, to a second browser with six digits. The second browser
// gets a cookie of its own that stands for the same session: what one may, and whether one is in at all, stays as it was.

import type { Request, RequestHandler, Response } from 'express'
import type * as z from 'zod/mini'
import {
  approveRequest,
  collectRequest,
  type collectResponse,
  offerRequest,
  type offerResponse,
  pairRequest,
  type pairResponse,
  redeemRequest,
} from '#protocol/api.ts'
import type { Tried } from '../../admissions/pairing.ts'
import { AppError } from '../../errors.ts'
import { createSecret } from '../../groups/secrets.ts'
import type { SessionHash } from '../../meetings/record.ts'
import { knockStatusOf } from '../../meetings/snapshot.ts'
import { authenticate, cookieOf, sessionCookie } from '../authenticate.ts'
import { parseBody } from '../body.ts'
import type { Context } from '../context.ts'

/** `admitted` has a chair, `waiting` has knocked; nobody else has anything to move. */
function placeOf({ groups, meetings }: Context, hash: SessionHash): 'admitted' | 'waiting' | null {
  const session = groups.sessionOf(hash)
  // A practice is opened by its own link, also in a headset.
  if (session && groups.isPractice(session.group)) return null
  // A practice is for one trainee at one device.
  if (!session || groups.isPractice(session.group)) return null
  const record = meetings.forGroup(session.group)
  if (record.phase === 'ended') return null
  const status = knockStatusOf(record, hash)
  if (status === 'wait-closed') return 'waiting'
  return status === 'admitted' || status === 'waiting' ? status : null
}

function sourceOf({ limits }: Context, request: Request): string {
  return limits.sourceOf(request.ip ?? '')
}

/** @throws AppError 'unknown-code' for every kind of wrong digits, 'too-many' for a try that came too early to be looked at. */
function valueOf<Value>({ log }: Context, tried: Tried<Value>): Value {
  if (tried.ok) return tried.value
  log.info('code-refused')
  throw new AppError(tried.why === 'early' ? 'too-many' : 'unknown-code', { retryAfterSeconds: tried.waitSeconds })
}

/** Lets the browser that asks stand for `session`. Where it sat or waited as somebody else, that place becomes free. */
async function stand(context: Context, session: SessionHash, request: Request, response: Response): Promise<void> {
  const { clock, config, groups, log, meetings, streams } = context
  const cookie = cookieOf(request)
  const before = cookie === undefined ? null : groups.session(cookie)
  // Where it only stood for somebody else, they keep their place: it is theirs.
  const own = cookie === undefined ? null : groups.ownSession(cookie)
  if (own && own.hash !== session) {
    const left = await meetings.leave(own.group, own.hash)
    if (!left.ok) await meetings.withdraw(own.group, own.hash)
  }
  // The same browser needs no second cookie.
  if (before?.hash !== session) {
    const secure = config.publicUrl.startsWith('https:')
    response.set('Set-Cookie', sessionCookie(groups.pair(session), secure, false))
  }
  streams.send(session, [{ type: 'paired', at: clock.now() }])
  log.info('paired')
}

export function showDigits(context: Context): RequestHandler {
  const { groups, limits, pairing } = context
  return async (request, response) => {
    const session = authenticate(groups, request)
    parseBody(pairRequest, request)
    await limits.spend('pair', { session: session.hash, address: request.ip })
    const place = placeOf(context, session.hash)
    if (place === null) throw new AppError('not-admitted')
    const code = pairing.show({ session: session.hash, seated: place === 'admitted' })
    if (code === null) throw new AppError('too-many', { retryAfterSeconds: 30 })
    response.json({ code } satisfies z.infer<typeof pairResponse>)
  }
}

export function hideDigits({ groups, limits, pairing }: Context): RequestHandler {
  return async (request, response) => {
    const session = authenticate(groups, request)
    await limits.spend('pair', { session: session.hash, address: request.ip })
    pairing.hide(session.hash)
    response.status(204).end()
  }
}

export function redeem(context: Context): RequestHandler {
  const { limits, pairing } = context
  return async (request, response) => {
    const { code } = parseBody(redeemRequest, request)
    await limits.spend('pair', { address: request.ip })
    const may = (hash: SessionHash) => placeOf(context, hash) !== null
    await stand(context, valueOf(context, pairing.redeem(code, sourceOf(context, request), may)), request, response)
    response.status(204).end()
  }
}

export function offer(context: Context): RequestHandler {
  const { limits, pairing } = context
  return async (request, response) => {
    parseBody(offerRequest, request)
    await limits.spend('pair', { address: request.ip })
    const secret = createSecret()
    const code = pairing.offer(sourceOf(context, request), secret)
    if (code === null) throw new AppError('too-many', { retryAfterSeconds: 30 })
    response.json({ code, secret } satisfies z.infer<typeof offerResponse>)
  }
}

export function approve(context: Context): RequestHandler {
  const { groups, limits, pairing } = context
  return async (request, response) => {
    const session = authenticate(groups, request)
    const { code } = parseBody(approveRequest, request)
    await limits.spend('pair', { session: session.hash, address: request.ip })
    if (placeOf(context, session.hash) === null) throw new AppError('not-admitted')
    valueOf(context, pairing.approve(code, sourceOf(context, request), session.hash))
    response.status(204).end()
  }
}

export function collect(context: Context): RequestHandler {
  const { limits, pairing } = context
  return async (request, response) => {
    const { secret } = parseBody(collectRequest, request)
    await limits.spend('pair', { address: request.ip })
    const collected = pairing.collect(secret)
    if (!collected) throw new AppError('unknown-code')
    const { session } = collected
    if (session !== null) {
      // Approved, and out before it was collected: nothing is left to stand for.
      if (placeOf(context, session) === null) throw new AppError('unknown-code')
      await stand(context, session, request, response)
    }
    response.json({ paired: session !== null } satisfies z.infer<typeof collectResponse>)
  }
}
