// The website: every route, what stands before it, and the gate to the media server. It listens to nothing; main and the tests do.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import express from 'express'
import type { Express } from 'express'
import { BODY_BYTES } from '#protocol/limits.ts'
import { SCRIPT_BYTES } from '#protocol/script.ts'
import { createLooks } from '../admissions/looks.ts'
import { createChat } from '../meetings/chat.ts'
import { createPairing } from '../admissions/pairing.ts'
import { AppError } from '../errors.ts'
import type { Found } from '../meetings/ledger.ts'
import { desiredRights } from '../meetings/reconcile.ts'
import { PRACTICE_PATH } from './authenticate.ts'
import { createClientFiles } from './clientFiles.ts'
import type { AppDeps, Context } from './context.ts'
import { createEventStreams } from './eventStreams.ts'
import { createLimits } from './limits.ts'
import { createOriginCheck, ownOrigins } from './origins.ts'
import { createPersonal } from './personal.ts'
import { createProblemHandler } from './problem.ts'
import { chat } from './routes/chat.ts'
import { commands } from './routes/commands.ts'
import { enter } from './routes/enter.ts'
import { events } from './routes/events.ts'
import { giveFeedback, readFeedback } from './routes/feedback.ts'
import { healthy, ready } from './routes/health.ts'
import { invite, listInvitations, takeBackInvitation } from './routes/invitations.ts'
import { helpPage, helpStyle } from './routes/helpPage.ts'
import { knock, withdraw } from './routes/knock.ts'
import { leave } from './routes/leave.ts'
import { me } from './routes/me.ts'
import { meeting } from './routes/meeting.ts'
import { approve, collect, hideDigits, offer, redeem, showDigits } from './routes/pair.ts'
import { beginPractice, endPractice, listPractices } from './routes/practice.ts'
import { pseudonym } from './routes/pseudonym.ts'
import { deleteScript, listScripts, saveScript } from './routes/scripts.ts'
import { seat } from './routes/seat.ts'
import { side } from './routes/side.ts'
import { webhook } from './routes/webhook.ts'
import { createSecurityHeaders } from './securityHeaders.ts'
import { tellPeople } from './tellPeople.ts'
import { createSignalGate, VALIDATE_PATHS } from './signalGate.ts'
import type { SignalGate } from './signalGate.ts'

/** Milliseconds in which the media server can still say goodbye to somebody before the gate closes. */
const GOODBYE_MS = 1000

export interface App {
  readonly app: Express
  /** Takes over HTTP upgrades of the server that the app runs on. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends streams and connections, so that the HTTP server can close. */
  stop(): void
}

export function createApp(deps: AppDeps): App {
  const { config, groups, clock, log, meetings, randomBytes } = deps
  const looks = createLooks(randomBytes)
  const chatRoom = createChat()
  const personal = createPersonal({
    chat: chatRoom,
    feedback: deps.feedback,
    groups,
    looks,
    practice: deps.practice,
    now: () => clock.now(),
  })
  const streams = createEventStreams()
  const pairing = createPairing(() => clock.now(), randomBytes)
  const context: Context = { ...deps, chat: chatRoom, limits: createLimits(), looks, pairing, personal, streams }
  const origins = ownOrigins(config)
  const gate = createGate(context, origins)

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.use(createSecurityHeaders(config))

  app.get('/healthz', healthy())
  app.get('/readyz', ready(context))
  app.get('/help', helpPage())
  app.get('/help.css', helpStyle())
  app.get(VALIDATE_PATHS, gate.validate)
  app.post('/livekit/webhook', express.raw({ type: () => true, limit: '256kb' }), webhook(context))
  app.use('/api', createApi(context, origins))
  app.use(`${PRACTICE_PATH}/api`, createPracticeApi(context, origins))
  app.use(createClientFiles(config.clientDir))
  app.use((_request, _response, next) => next(new AppError('not-found')))
  app.use(createProblemHandler(log))

  const unsubscribe = meetings.onChange((group, record) => {
    if (record === null) looks.clear()
    chatRoom.keepOnly(group, record?.id ?? null)
    if (record) deps.feedback.notice(record)
    tellPeople(context, group, record)
    closeGate(context, gate)
  })

  const unsubscribePractice = deps.practice.onChange((group) => {
    const practice = deps.practice.view(group)
    for (const hash of streams.sessions()) {
      if (groups.sessionOf(hash)?.group === group) streams.send(hash, [{ type: 'practice', practice }])
    }
  })

  return {
    app,
    upgrade(request, socket, head) {
      if (!gate.upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    },
    stop() {
      unsubscribe()
      unsubscribePractice()
      streams.stop()
      gate.stop()
    },
  }
}

/** The same routes by the practice circle's own door, and what only a practice has. */
function createPracticeApi(context: Context, origins: readonly string[]): express.Router {
  const practiceApi = createApi(context, origins)
  practiceApi.get('/practice', listPractices(context))
  practiceApi.post('/practice', beginPractice(context))
  practiceApi.delete('/practice', endPractice(context))
  return practiceApi
}

function createApi(context: Context, origins: readonly string[]): express.Router {
  const api = express.Router()
  api.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  api.use(createOriginCheck(origins))
  api.post('/leave', leave(context))
  // A script is larger than everything else.
  api.put('/scripts', express.json({ limit: SCRIPT_BYTES }), saveScript(context))
  api.use(express.json({ limit: BODY_BYTES }))
  api.post('/enter', enter(context))
  api.get('/me', me(context))
  api.get('/me/events', events(context))
  api.get('/pseudonym', pseudonym(context))
  api.post('/knock', knock(context))
  api.delete('/knock', withdraw(context))
  api.post('/pair', showDigits(context))
  api.delete('/pair', hideDigits(context))
  api.post('/pair/redeem', redeem(context))
  api.post('/pair/offer', offer(context))
  api.post('/pair/approve', approve(context))
  api.post('/pair/collect', collect(context))
  api.post('/seat', seat(context))
  api.post('/side', side(context))
  api.get('/meeting', meeting(context))
  api.post('/commands', commands(context))
  api.post('/chat', chat(context))
  api.post('/feedback', giveFeedback(context))
  api.get('/feedback', readFeedback(context))
  api.get('/scripts', listScripts(context))
  api.delete('/scripts/:id', deleteScript(context))
  api.get('/invitations', listInvitations(context))
  api.post('/invitations', invite(context))
  api.delete('/invitations/:id', takeBackInvitation(context))
  return api
}

function createGate({ limits, log, media, mediaUrl, meetings }: Context, origins: readonly string[]): SignalGate {
  return createSignalGate({
    media,
    target: mediaUrl,
    origins,
    limits,
    log,
    async decide(identity, room) {
      const found = meetings.inRoom(room)
      if (!found || !hasPlace(found, identity)) return 'out'
      await meetings.prepareRoom(found.record.group, found.side)
      // The rights of the last moment: somebody may have been removed while the room was made.
      const rights = meetings.rightsAtGate(room, identity)
      return rights ? { room, rights } : 'out'
    },
  })
}

/** Tells whether somebody belongs into a room: who has a seat into the circle's, and two into each side room. */
function hasPlace({ record, side }: Found, identity: string): boolean {
  return desiredRights(record, identity, side) !== null
}

/** Closes the gate's connections of everybody who has no place there any more. */
function closeGate({ meetings }: Context, gate: SignalGate): void {
  const stays = (identity: string, room: string) => {
    const found = meetings.inRoom(room)
    return found !== null && hasPlace(found, identity)
  }
  setTimeout(() => gate.closeUnless(stays), GOODBYE_MS).unref()
}
