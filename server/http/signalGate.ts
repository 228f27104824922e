// The only way from a browser to the media server's signalling. A token that comes in is a name tag: it is verified, its bearer's
// rights are looked up, and a token minted this moment goes on in its place. Nothing else of what came in is believed.
// Query strings carry tokens and are never logged.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { createProxyServer } from 'http-proxy-3'
import { identitySchema } from '#protocol/identity.ts'
import type { Identity } from '#protocol/meeting.ts'
import { AppError } from '../errors.ts'
import type { Log, MediaRights, MediaServer } from '../meetings/ports.ts'
import type { Limits } from './limits.ts'
import { handshakeHeaders, pathOf, readSignalRequest } from './signalRequest.ts'

/** out: never again with this identity. later: not at this moment; the client tries again. */
export type Decision = { readonly room: string; readonly rights: MediaRights } | 'out' | 'later'

export interface SignalGateOptions {
  readonly media: Pick<MediaServer, 'mint' | 'verify'>
  /** Decides whether the bearer of a token for `room` may connect now; the room exists when it says yes. */
  readonly decide: (identity: Identity, room: string) => Promise<Decision>
  /** http(s) origin of the media server. */
  readonly target: string
  /** Pages that may connect; programs that name no origin may too. */
  readonly origins: readonly string[]
  readonly limits: Limits
  readonly log: Log
}

export interface SignalGate {
  /** Takes over an HTTP upgrade; true when the path is one of the gate's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Answers what an upgrade would have been answered: browsers do not tell scripts why a socket failed. */
  readonly validate: RequestHandler
  /** Closes the connections of everybody who does not stay; `room` is the one that their name tag was for. */
  closeUnless(stays: (identity: Identity, room: string) => boolean): void
  /** Closes every connection; the media server keeps the people for a while. */
  stop(): void
}

export const VALIDATE_PATHS = ['/rtc/validate', '/rtc/v1/validate']
const CONNECT_PATHS = ['/rtc', '/rtc/v1']
const TOKEN_LIFE_SECONDS = 60
/** Milliseconds that the media server may take to answer an upgrade. */
const ANSWER_MS = 10_000

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

/** What goes on to the media server, or the status of a refusal. */
type Answer = { readonly url: string; readonly token: string } | number

export function createSignalGate(options: SignalGateOptions): SignalGate {
  const { media, decide, target, origins, limits, log } = options
  const open = new Map<Duplex, { readonly identity: Identity; readonly room: string }>()
  const connected = new WeakSet<Duplex>()
  const proxy = createProxyServer({ target, xfwd: false, connectTimeout: ANSWER_MS })

  proxy.on('error', (_error, _request, response) => {
    // Before the upgrade the client hears "try again"; afterwards its socket just ends.
    if ('writeHead' in response || connected.has(response)) return
    refuse(response, 503)
  })
  proxy.on('proxyReqWs', (outgoing, _request, socket) => {
    outgoing.setTimeout(ANSWER_MS, () => outgoing.destroy(new Error('no answer')))
    outgoing.once('upgrade', () => connected.add(socket))
    // LiveKit's own refusals (a room that just went away) would end the client's attempts for good.
    outgoing.prependOnceListener('response', (response) => {
      response.statusCode = 503
      response.statusMessage = REASONS[503]
    })
  })

  async function judge(request: IncomingMessage, named: (identity: Identity, room: string) => void): Promise<Answer> {
    const { origin } = request.headers
    if (origin !== undefined && !origins.includes(origin)) return 403
    const asked = readSignalRequest(request)
    if (!asked) return 400
    const tag = await media.verify(asked.token)
    const identity = identitySchema.safeParse(tag?.identity).data
    if (!tag || identity === undefined) return 403
    named(identity, tag.room)
    await limits.spend('connect', { session: identity })
    const decision = await decide(identity, tag.room)
    if (decision === 'out') return 403
    if (decision === 'later') return 503
    const token = await media.mint(decision.room, identity, decision.rights, TOKEN_LIFE_SECONDS)
    return { url: asked.url, token }
  }

  async function judgeSafely(
    request: IncomingMessage,
    named: (identity: Identity, room: string) => void = () => {},
  ): Promise<Answer> {
    try {
      return await judge(request, named)
    } catch (error) {
      if (error instanceof AppError && error.code === 'too-many') return 429
      log.warn('gate-not-ready', { path: pathOf(request) })
      return 503
    }
  }

  async function letThrough(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Known from the moment it is named, so that somebody removed while the answer is made is closed as well.
    const answer = await judgeSafely(request, (identity, room) => open.set(socket, { identity, room }))
    if (socket.destroyed) return
    if (typeof answer === 'number') {
      log.info('gate-refused', { status: answer })
      refuse(socket, answer)
      return
    }
    request.url = answer.url
    request.headers = { ...handshakeHeaders(request), authorization: `Bearer ${answer.token}` }
    proxy.ws(request, socket, head)
  }

  return {
    upgrade(request, socket, head) {
      if (!CONNECT_PATHS.includes(pathOf(request))) return false
      // Without a listener a vanished browser would end the process.
      socket.on('error', () => socket.destroy())
      socket.once('close', () => open.delete(socket))
      void letThrough(request, socket, head)
      return true
    },
    async validate(request, response) {
      const answer = await judgeSafely(request)
      if (typeof answer !== 'number') response.type('text/plain').send('success')
      else response.status(answer).type('text/plain').send(REASONS[answer])
    },
    closeUnless(stays) {
      for (const [socket, { identity, room }] of open) if (!stays(identity, room)) socket.destroy()
    },
    stop() {
      for (const socket of open.keys()) socket.destroy()
    },
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
